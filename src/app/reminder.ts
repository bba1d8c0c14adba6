import { type Database, readFact, writeFact } from './database.ts'

/** How long the census may lack something before the device reminds people of it. */
const patienceMs = 3 * 24 * 60 * 60 * 1000

/** What only this device has, and has had for days. */
export type Overdue = { drafts: number; finished: number }

/** Undefined where there is nothing to remind of, and on a day on which somebody has read the reminder. */
export async function readReminder(db: Database, now: Date): Promise<Overdue | undefined> {
  if ((await readFact(db, 'remindedOn')) === now.toDateString()) return undefined
  const before = new Date(now.getTime() - patienceMs).toISOString()
  const [drafts, old, waiting] = await Promise.all([
    db.drafts.where('savedAt').below(before).count(),
    db.submissions.where('completedAt').below(before).primaryKeys(),
    db.outbox.toCollection().primaryKeys(),
  ])
  const isWaiting = new Set(waiting)
  const finished = old.filter((id) => isWaiting.has(id)).length
  return drafts + finished === 0 ? undefined : { drafts, finished }
}

/** Until tomorrow nothing more is said of it. */
export async function putReminderAway(db: Database, now: Date): Promise<void> {
  await writeFact(db, 'remindedOn', now.toDateString())
}
