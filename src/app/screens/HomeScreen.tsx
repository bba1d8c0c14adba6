import type { ListedEdition } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { listDraftKeys, readDrafts } from '../drafts.ts'
import { hasNewerEdition } from '../editions.ts'
import type { InstallOffer } from '../installation.ts'
import type { Observable } from '../observable.ts'
import type { Updates } from '../serviceWorker.ts'
import { listTrays, readSubmissions } from '../submissions.ts'
import { useTitle } from '../useTitle.ts'
import { DeviceWarnings } from './DeviceWarnings.tsx'
import { DraftCard } from './DraftCard.tsx'
import { HomeFoot, OfflineLine, ProfileLine } from './HomeLines.tsx'
import styles from './HomeScreen.module.css'
import { InstallNotice } from './InstallNotice.tsx'
import { SubmissionCard } from './SubmissionCard.tsx'
import { Tray } from './Tray.tsx'
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
  const { drafts, ready, sent, kept } = listed
  const isEmpty = drafts.length + ready.length + sent.length + kept.length === 0
  const submissions = (ids: readonly string[]) => readSubmissions(db, ids)
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <ProfileLine db={db} language={language} />
      <UpdateNotice updates={updates} language={language} />
      <DeviceWarnings db={db} language={language} hasUnsent={drafts.length + ready.length > 0} />
      <OfflineLine db={db} language={language} />
      {isEmpty && (
        <p>
          {t.empty} {t.emptyMinutes(editions.find((each) => each.isScored)?.minutes ?? 35)}
        </p>
      )}
      <StartLinks editions={editions} isPrimary={drafts.length === 0} language={language} />
      <InstallNotice installation={installation} language={language} />
      {!isEmpty && <Counts counts={[drafts.length, ready.length, sent.length, 0]} language={language} />}
      <Tray
        name="drafts"
        title={t.drafts}
        ids={drafts}
        read={(keys) => readDrafts(db, keys)}
        empty={t.noDrafts}
        language={language}
      >
        {(draft, place) => (
          <DraftCard key={draft.key} db={db} draft={draft} isPrimary={place === 0} language={language} />
        )}
      </Tray>
      <Tray name="ready" title={t.ready} ids={ready} read={submissions} empty={t.noReady} language={language}>
        {(each) => <SubmissionCard key={each.stored.submissionId} db={db} listed={each} language={language} />}
      </Tray>
      <Tray name="sent" title={t.sent} ids={sent} read={submissions} empty={t.noSent} language={language}>
        {(each) => <SubmissionCard key={each.stored.submissionId} db={db} listed={each} language={language} />}
      </Tray>
      {kept.length > 0 && (
        <Tray name="kept" title={t.kept} ids={kept} read={submissions} empty="" language={language}>
          {(each) => <SubmissionCard key={each.stored.submissionId} db={db} listed={each} language={language} />}
        </Tray>
      )}
      <section className={styles.tray} id="tray-returned" tabIndex={-1} aria-labelledby="title-returned">
        <h2 id="title-returned">{t.returned} · 0</h2>
        <p className={styles.empty}>{t.noReturned}</p>
      </section>
      <HomeFoot db={db} language={language} />
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

/** The four trays at a glance, each a way down to its own. */
function Counts({ counts, language }: { counts: readonly number[]; language: Language }) {
  const t = texts(language).home
  const names = ['drafts', 'ready', 'sent', 'returned'] as const
  return (
    <nav aria-label={t.trays} className={styles.counts}>
      {names.map((name, place) => (
        <a key={name} href={`#tray-${name}`}>
          <strong>{counts[place]}</strong> {t[name]}
        </a>
      ))}
    </nav>
  )
}
