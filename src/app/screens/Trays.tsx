import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { readDrafts } from '../drafts.ts'
import { type Trays as Ids, readSubmissions } from '../submissions.ts'
import { DraftCard } from './DraftCard.tsx'
import styles from './HomeScreen.module.css'
import { Reminder } from './Reminder.tsx'
import { StorageLine } from './StorageLine.tsx'
import { SubmissionCard } from './SubmissionCard.tsx'
import { Tray } from './Tray.tsx'

type Props = { db: Database; listed: Ids & { drafts: string[] }; language: Language }

/** What this tablet holds, tray by tray, with a card for each of the newest. Returned ones have none before a census returns. */
export function Trays({ db, listed, language }: Props) {
  const t = texts(language).home
  const { drafts, ready, parked, sent, kept } = listed
  const finished = [
    { name: 'ready', ids: ready, empty: t.noReady },
    ...(parked.length > 0 ? [{ name: 'parked', ids: parked, empty: '' } as const] : []),
    { name: 'sent', ids: sent, empty: t.noSent },
    ...(kept.length > 0 ? [{ name: 'kept', ids: kept, empty: '' } as const] : []),
  ] as const
  return (
    <>
      <Reminder db={db} language={language} />
      <Counts
        counts={{
          drafts: drafts.length,
          ready: ready.length,
          ...(parked.length > 0 && { parked: parked.length }),
          sent: sent.length,
          ...(kept.length > 0 && { kept: kept.length }),
          returned: 0,
        }}
        language={language}
      />
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
      {finished.map(({ name, ids, empty }) => (
        <Tray
          key={name}
          name={name}
          title={t[name]}
          ids={ids}
          read={(some) => readSubmissions(db, some)}
          empty={empty}
          language={language}
        >
          {(each) => <SubmissionCard key={each.stored.submissionId} db={db} listed={each} language={language} />}
        </Tray>
      ))}
      <section className={styles.tray} id="tray-returned" tabIndex={-1} aria-labelledby="title-returned">
        <h2 id="title-returned">{t.returned} · 0</h2>
        <p className={styles.empty}>{t.noReturned}</p>
      </section>
      <StorageLine language={language} />
    </>
  )
}

type Counted = 'drafts' | 'ready' | 'parked' | 'sent' | 'kept' | 'returned'

/** The trays at a glance, each a way down to its own. */
function Counts({ counts, language }: { counts: Partial<Record<Counted, number>>; language: Language }) {
  const t = texts(language).home
  return (
    <nav aria-label={t.trays} className={styles.counts}>
      {(Object.keys(counts) as Counted[]).map((name) => (
        <a key={name} href={`#tray-${name}`}>
          <strong>{counts[name]}</strong> <span>{t[name]}</span>
        </a>
      ))}
    </nav>
  )
}
