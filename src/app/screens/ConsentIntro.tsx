import { useLiveQuery } from 'dexie-react-hooks'
import type { Edition } from '#domain/edition.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import styles from './PageScreen.module.css'

type Props = { db: Database; language: Language; edition: Edition; onStart: () => void }

/** Before the first question: why, how long, what to have at hand, and who answers for the data. */
export function ConsentIntro({ db, language, edition, onStart }: Props) {
  const t = texts(language).consent
  const census = useLiveQuery(() => readFact(db, 'census'), [db])
  const controller = census?.controller ?? null
  return (
    <main className={styles.page} id="main">
      <h1>{t.title}</h1>
      {edition.minutes !== undefined && (
        <p>
          {t.time(edition.minutes)} {t.stop}
        </p>
      )}
      <p>{t.atHand}</p>
      <p>{inLanguage(edition.consent?.intro, language)}</p>
      <h2>{t.controller}</h2>
      {controller === null ? (
        <p>{t.noController}</p>
      ) : (
        <dl>
          <dt>{controller.name}</dt>
          <dd>
            {t.nit}: {controller.nit}
          </dd>
          <dd>
            {t.address}: {controller.address}
          </dd>
          <dd>
            {t.mail}: {controller.mail}
          </dd>
          <dd>
            {t.phone}: {controller.phone}
          </dd>
          <dd>
            {t.processor}: {controller.processor}
          </dd>
          <dd>
            {t.hosting}: {controller.hostingCountry}
          </dd>
          <dd>{t.noticeVersion(controller.noticeVersion)}</dd>
        </dl>
      )}
      <Button kind="primary" onClick={onStart}>
        {t.start}
      </Button>
    </main>
  )
}
