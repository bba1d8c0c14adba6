import { editions } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { peopleTexts } from '#ui/peopleTexts.ts'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { hasNewerEdition } from '../editions.ts'
import type { SectionState } from '../sectionState.ts'
import { useTitle } from '../useTitle.ts'
import { BlankForms } from './BlankForms.tsx'
import { ContactList } from './ContactList.tsx'
import styles from './HelpScreen.module.css'
import { sectionSigns } from './sectionSigns.ts'

/** How the app is used, what its states mean and whom to call. Nothing here needs a network. */
export function HelpScreen({ db, language }: { db: Database; language: Language }) {
  const t = peopleTexts(language).help
  const { topBar, hub } = texts(language)
  useTitle(t.title, language)
  const census = useLiveQuery(async () => (await readFact(db, 'census')) ?? null, [db])
  if (census === undefined) return null
  const states: [IconName | SectionState['status'], string, string][] = [
    ['saved', topBar.savedShort, topBar.savedDetail],
    ['warning', topBar.temporary, t.temporaryDetail],
    ['queued', t.queued, t.queuedDetail],
    ['received', t.received, t.receivedDetail],
    ['fault', topBar.parked, t.parkedDetail],
    ['returned', t.returned, t.returnedDetail],
    ['offline', topBar.offline, t.offlineDetail],
    ['complete-with-warnings', hub.states['complete-with-warnings'], t.warnedDetail],
    ['with-errors', hub.states['with-errors'], t.errorsDetail],
  ]
  return (
    <main id="main" className={styles.help}>
      <h1>{t.title}</h1>
      <h2>{t.how}</h2>
      <ol className={styles.steps}>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{t.offline}</p>
      <BlankForms language={language} editions={editions.filter((edition) => !hasNewerEdition(edition))} />
      <h2>{t.states}</h2>
      <dl className={styles.states}>
        {states.map(([sign, name, detail]) => (
          <div key={name}>
            <dt>
              {isOfSection(sign) ? <span className={styles.sign}>{sectionSigns[sign]}</span> : <Icon name={sign} />}{' '}
              {name}
            </dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <h2>{t.read}</h2>
      <p>{t.readDetail}</p>
      <h2>{t.contact}</h2>
      {census?.controller == null ? (
        <p>{t.noContact}</p>
      ) : (
        <ContactList controller={census.controller} language={language} />
      )}
      <p>
        <Link href="/privacy" className={styles.link}>
          {t.privacy}
        </Link>
      </p>
      <Button kind="secondary" onClick={() => window.history.back()}>
        {t.back}
      </Button>
    </main>
  )
}

function isOfSection(sign: string): sign is SectionState['status'] {
  return Object.hasOwn(sectionSigns, sign)
}
