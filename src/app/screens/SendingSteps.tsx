import type { Language } from '#domain/text.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { sentTexts } from '#ui/sentTexts.ts'
import { recentText } from '#ui/settingsTexts.ts'
import type { OutboxEntry, StoredReceipt } from '../database.ts'
import type { ListedSubmission } from '../submissions.ts'
import styles from './SendingSteps.module.css'

const icons: Record<'refused' | 'current' | 'done' | 'pending', IconName> = {
  refused: 'fault',
  current: 'in-progress',
  done: 'saved',
  pending: 'pending',
}

type Props = { listed: ListedSubmission; isSending: boolean; language: Language }

/** The way of a submission, step by step with its times: Finalizada, En cola, Enviando, Recibida. */
export function SendingSteps({ listed, isSending, language }: Props) {
  const t = sentTexts(language)
  const { stored, receipt, outboxEntry } = listed
  const isReceived = receipt !== undefined
  const isRefused = outboxEntry !== undefined && outboxEntry.parked !== null
  const isTried = isReceived || isSending || isRefused
  const finished = dayAndTimeText(stored.completedAt, language)
  const attempts = attemptsText(outboxEntry, language)
  // A try in vain is over: it belongs to the step where the submission waits again.
  const steps = [
    { name: t.steps.finished, details: [finished], isDone: true },
    {
      name: t.steps.queued,
      details: [finished, isTried ? '' : attempts],
      isDone: isTried || outboxEntry !== undefined,
    },
    { name: t.steps.sending, details: [isTried ? attempts : ''], isDone: isTried },
    { name: t.steps.received, details: [isReceived ? receivedText(receipt, language) : ''], isDone: isReceived },
  ]
  // Without an entry and a receipt it was never meant to leave.
  const shown = isReceived || outboxEntry !== undefined ? steps : steps.slice(0, 1)
  const current = shown.findLastIndex(({ isDone }) => isDone)
  return (
    <ol className={styles.steps}>
      {shown.map(({ name, details, isDone }, at) => {
        const isUnderWay = at === current && !isReceived
        const state = isUnderWay ? (isRefused ? 'refused' : 'current') : isDone ? 'done' : 'pending'
        const icon = icons[state]
        return (
          <li key={name} className={styles.step} data-state={state} aria-current={at === current ? 'step' : undefined}>
            <Icon name={icon} />
            <span>
              <strong>{name}</strong> <span className={styles.state}>· {t.stepStates[state]}</span>
              {details
                .filter((detail) => detail !== '')
                .map((detail) => (
                  <span key={detail} className={styles.detail}>
                    {detail}
                  </span>
                ))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function attemptsText(entry: OutboxEntry | undefined, language: Language): string {
  if (entry === undefined || entry.lastAttemptAt === null) return ''
  return sentTexts(language).attempts(entry.attempts, recentText(entry.lastAttemptAt, new Date(), language))
}

/** When the census received it, by the receipt. */
export function receivedText(receipt: StoredReceipt, language: Language): string {
  const when = dayAndTimeText(receipt.receivedAt, language)
  return receipt.isRepeated === true ? sentTexts(language).repeated(when) : when
}
