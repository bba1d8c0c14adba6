import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { sentTexts } from '#ui/sentTexts.ts'
import { useConnection } from '../connection.ts'
import { type Database, type OutboxEntry, readFact, type StoredReceipt, type StoredSubmission } from '../database.ts'
import { type SendingState, sendingState } from '../submissions.ts'
import styles from './ReceiptStatus.module.css'
import { receivedText } from './SendingSteps.tsx'

const icons: Record<SendingState, IconName> = {
  received: 'received',
  quarantined: 'received',
  parked: 'fault',
  waiting: 'queued',
  kept: 'saved',
}

export type ReceiptStatusProps = {
  db: Database
  language: Language
  stored: StoredSubmission
  receipt: StoredReceipt | undefined
  outboxEntry: OutboxEntry | undefined
}

/** Where the submission is, in short: only a receipt says that the census has it. The rest is on its own screen. */
export function ReceiptStatus({ db, language, stored, receipt, outboxEntry }: ReceiptStatusProps) {
  const t = sentTexts(language)
  const { submissionId, completedAt } = stored
  const state = sendingState({ stored, receipt, outboxEntry })
  const mustSend = state === 'waiting' || state === 'parked'
  const isSending = useConnection(db)?.sending != null
  const isTrial = useLiveQuery(() => readFact(db, 'census'), [db])?.trial === true
  const detail = {
    received: receipt === undefined ? '' : receivedText(receipt, language),
    quarantined: t.quarantined,
    parked: t.copyIsHere,
    waiting: isSending ? t.trying : (outboxEntry?.attempts ?? 0) > 0 ? t.unconfirmedYet : t.short,
    kept: t.kept,
  }[state]
  return (
    <section className={styles.status} aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t.title}</h2>
      <p className={styles.state} data-state={state}>
        <Icon name={icons[state]} />
        <span>
          <strong>{t.headings[state]}.</strong> {detail}{' '}
          {isTrial && state !== 'kept' && t.nextTrial[state === 'quarantined' ? 'received' : state]}
        </span>
      </p>
      <p className={styles.folio}>
        {t.folio} <strong>{folioOf(submissionId, completedAt)}</strong>
      </p>
      <Link href={`/sent/${submissionId}`} className={mustSend ? styles.button : styles.link}>
        {mustSend ? t.goSend : t.viewSending}
      </Link>
    </section>
  )
}
