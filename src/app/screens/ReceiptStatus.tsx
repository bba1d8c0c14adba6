import { folioOf } from '#domain/identifiers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { OutboxEntry, StoredReceipt, StoredSubmission } from '../database.ts'
import styles from './ReceiptStatus.module.css'

export type ReceiptStatusProps = {
  language: Language
  stored: StoredSubmission
  receipt: StoredReceipt | undefined
  outboxEntry: OutboxEntry | undefined
}

/** Where the submission is: only a receipt says that the census has it. */
export function ReceiptStatus({ language, stored, receipt, outboxEntry }: ReceiptStatusProps) {
  const t = resultTexts(language).receipt
  const { submissionId, completedAt, submission } = stored
  // A submission without `seq` was made to stay here; one without an entry and without a receipt never went out either.
  const stays = receipt === undefined && (submission.seq === null || outboxEntry === undefined)
  const steps = [
    { name: t.finished, detail: dayAndTimeText(completedAt, language), isDone: true },
    { name: t.ready, detail: receipt === undefined ? t.waiting : '', isDone: true },
    {
      name: t.received,
      detail: receipt === undefined ? '' : dayAndTimeText(receipt.receivedAt, language),
      isDone: receipt !== undefined,
    },
  ]
  const shown = stays ? steps.slice(0, 1) : steps
  const current = shown.findLastIndex(({ isDone }) => isDone)
  return (
    <section className={styles.status} aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t.title}</h2>
      <p className={styles.folio}>
        {t.folio} <strong>{folioOf(submissionId, completedAt)}</strong>
      </p>
      <ol className={styles.steps}>
        {shown.map(({ name, detail, isDone }, at) => (
          <li
            key={name}
            className={isDone ? styles.done : styles.pending}
            aria-current={at === current ? 'step' : undefined}
          >
            <span aria-hidden="true">{isDone ? '✓' : '○'}</span>
            <span>
              <strong>{name}</strong> <span className={styles.state}>{wordFor(at, current, language)}</span>
              {detail !== '' && <span className={styles.detail}>{detail}</span>}
            </span>
          </li>
        ))}
      </ol>
      {stays && <p>{t.stays}</p>}
      {receipt?.status === 'quarantined' && <p>{t.checking}</p>}
      {receipt === undefined && outboxEntry?.parked && (
        <p className={styles.attention}>
          <strong>! {t.attention}.</strong> {inLanguage(outboxEntry.parked.message, language)}
        </p>
      )}
    </section>
  )
}

function wordFor(at: number, current: number, language: Language): string {
  const t = resultTexts(language).receipt
  if (at === current) return t.current
  return at < current ? t.done : t.pending
}
