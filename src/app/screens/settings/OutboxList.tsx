import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { recentText, settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import type { OutboxEntry } from '../../database.ts'
import type { ListedEntry } from '../../outbox.ts'
import styles from './Settings.module.css'

/** Every submission without a receipt: which it is, what was tried, and what keeps it here. */
export function OutboxList({ outbox, language }: { outbox: readonly ListedEntry[]; language: Language }) {
  const t = settingsTexts(language)
  return (
    <>
      <h3>{t.outbox(outbox.length)}</h3>
      {outbox.length === 0 ? (
        <p>{t.outboxEmpty}</p>
      ) : (
        <ul className={styles.outbox}>
          {outbox.map((listed) => (
            <OutboxItem key={listed.entry.submissionId} listed={listed} language={language} />
          ))}
        </ul>
      )}
    </>
  )
}

/** One submission without a receipt. */
export function OutboxItem({ listed: { entry, stored }, language }: { listed: ListedEntry; language: Language }) {
  const t = settingsTexts(language)
  return (
    <li className={styles.item}>
      <div>
        <strong>{stored?.submission.clusterName ?? t.deleted}</strong>
        <p>
          {stored === undefined ? t.deletedDetail : `${t.folio} ${folioOf(stored.submissionId, stored.completedAt)}`}
        </p>
        <p>
          {entry.parked === null && `${t.waiting} `}
          {attemptsText(entry, language)}
        </p>
        {entry.parked !== null && <Parked parked={entry.parked} language={language} />}
      </div>
      {stored !== undefined && (
        <Link
          href={`/result/${stored.submissionId}`}
          aria-label={texts(language).home.viewNamed(stored.submission.clusterName)}
        >
          {texts(language).home.view}
        </Link>
      )}
    </li>
  )
}

function Parked({ parked, language }: { parked: NonNullable<OutboxEntry['parked']>; language: Language }) {
  const t = settingsTexts(language)
  return (
    <p className={styles.parked}>
      <strong>✕ {t.parked}</strong> {parked.message[language] || t.parkedWhy} {t.parkedDetail} {t.code(parked.code)}
    </p>
  )
}

function attemptsText({ attempts, lastAttemptAt }: OutboxEntry, language: Language): string {
  const t = settingsTexts(language)
  return lastAttemptAt === null ? t.notTried : t.tried(attempts, recentText(lastAttemptAt, new Date(), language))
}
