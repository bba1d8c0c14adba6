import type { ListedEdition } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { listDrafts } from '../drafts.ts'
import type { InstallOffer } from '../installation.ts'
import type { Observable } from '../observable.ts'
import type { Updates } from '../serviceWorker.ts'
import { listSubmissions } from '../submissions.ts'
import { useTitle } from '../useTitle.ts'
import { DeviceWarnings } from './DeviceWarnings.tsx'
import { DraftCard } from './DraftCard.tsx'
import { HomeCard } from './HomeCard.tsx'
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
  const drafts = useLiveQuery(() => listDrafts(db), [db])
  const finished = useLiveQuery(() => listSubmissions(db), [db])
  if (drafts === undefined || finished === undefined) return null
  const ready = finished.filter((each) => each.receipt === undefined)
  const sent = finished.filter((each) => each.receipt !== undefined)
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <UpdateNotice updates={updates} language={language} />
      <DeviceWarnings db={db} language={language} hasUnsent={drafts.length + ready.length > 0} />
      {drafts.length + finished.length === 0 && (
        <p>
          {t.empty} {t.emptyMinutes(editions.find((each) => each.isScored)?.minutes ?? 35)}
        </p>
      )}
      <p className={styles.start}>
        {editions.map((edition) => (
          <Link
            key={`${edition.id}.${edition.edition}`}
            href={`/start?edition=${edition.id}.${edition.edition}`}
            className={styles.primary}
          >
            {t.start(inLanguage(edition.title, language))}
          </Link>
        ))}
      </p>
      <InstallNotice installation={installation} language={language} />
      <Tray title={`${t.drafts} · ${drafts.length}`} empty={drafts.length === 0 ? t.noDrafts : undefined}>
        {drafts.map((draft) => (
          <DraftCard key={draft.key} db={db} draft={draft} language={language} />
        ))}
      </Tray>
      <Tray title={`${t.ready} · ${ready.length}`} empty={ready.length === 0 ? t.noReady : undefined}>
        {ready.map(({ stored, isParked, isKept }) => (
          <HomeCard
            key={stored.submissionId}
            name={stored.submission.clusterName}
            detail={isParked ? t.parked : isKept ? t.kept : t.finished(dayAndTimeText(stored.completedAt, language))}
          >
            <Link href={`/result/${stored.submissionId}`} aria-label={t.viewNamed(stored.submission.clusterName)}>
              {t.view}
            </Link>
          </HomeCard>
        ))}
      </Tray>
      <Tray title={`${t.sent} · ${sent.length}`} empty={sent.length === 0 ? t.noSent : undefined}>
        {sent.map(({ stored, receipt }) => (
          <HomeCard
            key={stored.submissionId}
            name={stored.submission.clusterName}
            detail={`${t.received(dayAndTimeText(receipt?.receivedAt ?? '', language))} ${receipt?.status === 'quarantined' ? t.quarantined : ''}`}
          >
            <Link href={`/result/${stored.submissionId}`} aria-label={t.viewNamed(stored.submission.clusterName)}>
              {t.view}
            </Link>
          </HomeCard>
        ))}
      </Tray>
      <Tray title={`${t.returned} · 0`} empty={t.noReturned}>
        {null}
      </Tray>
    </main>
  )
}

function Tray({ title, empty, children }: { title: string; empty: string | undefined; children: ReactNode }) {
  return (
    <section className={styles.tray}>
      <h2>{title}</h2>
      {empty === undefined ? <ul className={styles.cards}>{children}</ul> : <p className={styles.empty}>{empty}</p>}
    </section>
  )
}
