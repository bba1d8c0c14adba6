import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { retentionTexts } from '#ui/retentionTexts.ts'
import type { Database } from '../database.ts'
import { putReminderAway, readReminder } from '../reminder.ts'
import styles from './Notices.module.css'

/** Once a day, and calmly: what only this tablet has had for days would be lost with it. */
export function Reminder({ db, language }: { db: Database; language: Language }) {
  const t = retentionTexts(language)
  const overdue = useLiveQuery(() => readReminder(db, new Date()), [db])
  if (overdue === undefined) return null
  const { drafts, finished } = overdue
  return (
    <section className={styles.notice} aria-label={t.reminder.label}>
      <p>
        {finished > 0 && t.reminder.finished(finished)} {drafts > 0 && t.reminder.drafts(drafts)}
      </p>
      {finished > 0 && <Link href="/settings">{t.reminder.send}</Link>}
      <span className={styles.away}>
        <Button kind="plain" onClick={() => void putReminderAway(db, new Date())}>
          {t.understood}
        </Button>
      </span>
    </section>
  )
}
