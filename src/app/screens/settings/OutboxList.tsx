import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import { problemNumber } from '#domain/problemNumber.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { retentionTexts } from '#ui/retentionTexts.ts'
import { sentTexts } from '#ui/sentTexts.ts'
import { recentText, settingsTexts } from '#ui/settingsTexts.ts'
import type { Database, OutboxEntry } from '../../database.ts'
import { forgetTombstone } from '../../deletion.ts'
import type { ListedEntry } from '../../outbox.ts'
import styles from './Settings.module.css'

type Props = { db: Database; outbox: readonly ListedEntry[]; language: Language }

type ListProps = Props & {
  /** what can be done about those that wait */
  children: ReactNode
}

/** Every submission without a receipt: what goes out by itself, and apart from it what waits for a person. */
export function OutboxList({ db, outbox, language, children }: ListProps) {
  const t = settingsTexts(language)
  const waiting = outbox.filter(({ entry }) => entry.parked === null)
  const parked = outbox.filter(({ entry }) => entry.parked !== null)
  return (
    <>
      <h3>{t.outbox(waiting.length)}</h3>
      {waiting.length === 0 ? <p>{t.outboxEmpty}</p> : <Items db={db} outbox={waiting} language={language} />}
      {children}
      {parked.length > 0 && (
        <>
          <h3>{t.refused(parked.length)}</h3>
          <Items db={db} outbox={parked} language={language} />
        </>
      )}
    </>
  )
}

function Items({ db, outbox, language }: Props) {
  return (
    <ul className={styles.outbox}>
      {outbox.map((listed) => (
        <OutboxItem key={listed.entry.submissionId} db={db} listed={listed} language={language} />
      ))}
    </ul>
  )
}

type ItemProps = { db: Database; listed: ListedEntry; language: Language }

/** One submission without a receipt: which it is, what was tried, and what keeps it here. */
export function OutboxItem({ db, listed: { entry, stored }, language }: ItemProps) {
  const t = settingsTexts(language)
  return (
    <li className={styles.item}>
      <div>
        <strong>{stored?.submission.clusterName ?? t.deleted}</strong>
        <p>
          {stored === undefined
            ? entry.parked === null && t.deletedDetail
            : `${t.folio} ${folioOf(stored.submissionId, stored.completedAt)}`}
        </p>
        <p>
          {entry.parked === null && `${t.waiting} `}
          {attemptsText(entry, language)}
        </p>
        {entry.parked !== null && entry.tombstone === null && <Parked parked={entry.parked} language={language} />}
        {entry.parked !== null && entry.tombstone !== null && (
          <TooLate language={language} onUnderstood={() => void forgetTombstone(db, entry.submissionId)} />
        )}
      </div>
      {stored !== undefined && (
        <Link
          href={`/sent/${stored.submissionId}`}
          aria-label={`${sentTexts(language).viewSending}: ${stored.submission.clusterName}`}
        >
          {sentTexts(language).viewSending}
        </Link>
      )}
    </li>
  )
}

function Parked({ parked, language }: { parked: NonNullable<OutboxEntry['parked']>; language: Language }) {
  const t = settingsTexts(language)
  return (
    <p className={styles.parked}>
      <strong>✕ {t.parked}</strong> {parked.message[language] || t.parkedWhy} {t.parkedDetail}{' '}
      <small>{t.code(problemNumber(parked.code))}</small>
    </p>
  )
}

/** A tombstone that the census cannot take: it holds the submission itself. */
function TooLate({ language, onUnderstood }: { language: Language; onUnderstood: () => void }) {
  const t = retentionTexts(language)
  return (
    <div className={styles.late}>
      <p>{t.tooLate}</p>
      <Link href="/privacy">{t.whoAnswers}</Link>
      <Button kind="plain" onClick={onUnderstood}>
        {t.understood}
      </Button>
    </div>
  )
}

function attemptsText({ attempts, lastAttemptAt }: OutboxEntry, language: Language): string {
  const t = settingsTexts(language)
  return lastAttemptAt === null ? t.notTried : t.tried(attempts, recentText(lastAttemptAt, new Date(), language))
}
