import type { ListedEdition } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { listDraftKeys } from '../drafts.ts'
import { hasNewerEdition } from '../editions.ts'
import type { InstallOffer } from '../installation.ts'
import type { Observable } from '../observable.ts'
import { Trays } from '../screens.ts'
import type { Updates } from '../serviceWorker.ts'
import { listTrays } from '../submissions.ts'
import { useTitle } from '../useTitle.ts'
import { DeviceWarnings } from './DeviceWarnings.tsx'
import { OfflineLine, OtherLanguage, ProfileLine, SavedLine } from './HomeLines.tsx'
import styles from './HomeScreen.module.css'
import { InstallNotice } from './InstallNotice.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'

type Props = {
  db: Database
  language: Language
  editions: readonly ListedEdition[]
  installation: Observable<InstallOffer>
  updates: Updates
}

/** S02: what is under way, what waits to be sent, what the census has; and the way to start. */
export function HomeScreen({ db, language, editions, installation, updates }: Props) {
  const t = texts(language).home
  useTitle(t.title, language)
  const listed = useLiveQuery(async () => ({ drafts: await listDraftKeys(db), ...(await listTrays(db)) }), [db])
  if (listed === undefined) return null
  const { drafts, ready, parked, sent, kept } = listed
  const unsent = drafts.length + ready.length + parked.length
  const isEmpty = unsent + sent.length + kept.length === 0
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <SavedLine language={language} />
      <ProfileLine db={db} language={language} />
      <UpdateNotice updates={updates} language={language} />
      <DeviceWarnings db={db} language={language} hasUnsent={unsent > 0} />
      <OfflineLine db={db} waiting={ready.length} language={language} />
      {isEmpty && (
        <>
          <p>{t.about}</p>
          <p>
            {t.empty} {t.emptyMinutes(editions.find((each) => each.isScored)?.minutes ?? 35)}
          </p>
        </>
      )}
      <StartLinks editions={editions} isPrimary={drafts.length === 0} language={language} />
      {isEmpty && (
        <p>
          <Link href="/help" className={styles.prepare}>
            {t.prepare}
          </Link>
        </p>
      )}
      {/* What was begun comes before what can be done for it. */}
      {!isEmpty && <Trays db={db} listed={listed} language={language} />}
      <InstallNotice installation={installation} language={language} />
      <OtherLanguage db={db} language={language} />
    </main>
  )
}

type StartProps = { editions: readonly ListedEdition[]; isPrimary: boolean; language: Language }

/** The newest edition of each questionnaire; the older ones are there for the drafts that were begun with them. */
function StartLinks({ editions, isPrimary, language }: StartProps) {
  const t = texts(language).home
  const newest = editions.filter((edition) => !hasNewerEdition(edition))
  return (
    <p className={styles.start}>
      {newest.map((edition) => (
        <Link
          key={`${edition.id}.${edition.edition}`}
          href={`/start?edition=${edition.id}.${edition.edition}`}
          className={isPrimary && edition.isScored ? styles.primary : styles.secondary}
        >
          {edition.isScored ? t.startNew : t.start(inLanguage(edition.title, language))}
        </Link>
      ))}
    </p>
  )
}
