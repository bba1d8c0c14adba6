import { useLiveQuery } from 'dexie-react-hooks'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dateInWords, dayAndTimeText } from '#ui/dates.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { noticeTexts } from '#ui/noticeTexts.ts'
import { type Database, readFact } from '../database.ts'
import { useTitle } from '../useTitle.ts'
import styles from './ConsentIntro.module.css'
import { ControllerFacts } from './ControllerFacts.tsx'

/** When the words of the notice last changed. */
const writtenOn = '2026-11-29'

/** The whole privacy notice: who answers for the data, what for, which rights, how, how long. Needs no network. */
export function PrivacyScreen({ db, language }: { db: Database; language: Language }) {
  const t = noticeTexts(language)
  const who = draftTexts(language).controller
  useTitle(t.title, language)
  const known = useLiveQuery(async () => ({ census: await readFact(db, 'census') }), [db])
  if (known === undefined) return null
  const { census } = known
  return (
    <main id="main" className={styles.screen}>
      <h1>{t.title}</h1>
      <p>{t.model}</p>
      <h2>{who.title}</h2>
      <ControllerFacts census={census} language={language} />
      <h2>{t.purposes}</h2>
      <p>{t.purposesIntro}</p>
      <ol>
        {t.purposeList.map(({ name, detail }) => (
          <li key={name}>
            <strong>{name}.</strong> {detail}
          </li>
        ))}
      </ol>
      <h2>{t.optional}</h2>
      <Lines lines={t.optionalList} />
      <h2>{t.rights}</h2>
      <p>{t.rightsIntro}</p>
      <Lines lines={t.rightsList} />
      <h2>{t.channel}</h2>
      <p>
        {census?.controller == null ? t.channelUnknown : t.channelDetail} {t.deadlines}
      </p>
      <h2>{t.retention}</h2>
      <Lines lines={t.retentionList} />
      <h2>{t.version}</h2>
      <p>
        {census?.controller != null && `${who.noticeVersion(census.controller.noticeVersion)}. `}
        {t.writtenOn(dateInWords(writtenOn, language))}{' '}
        {census !== undefined && t.heardOn(dayAndTimeText(census.heardAt, language))}
      </p>
      <Button kind="secondary" onClick={() => window.history.back()}>
        {t.back}
      </Button>
    </main>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
