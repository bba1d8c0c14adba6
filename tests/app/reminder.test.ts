import { expect, test } from 'vitest'
import type { Database } from '../../src/app/database.ts'
import { deleteSubmission } from '../../src/app/deletion.ts'
import { putReminderAway, readReminder } from '../../src/app/reminder.ts'
import { validSubmission } from '../support/builders.ts'
import { newDatabase, newDraft, startedAt } from '../support/deviceDatabase.ts'
import { queue } from '../support/world.ts'

const dayMs = 24 * 60 * 60 * 1000
const daysLater = (days: number) => new Date(startedAt.getTime() + days * dayMs)

/** A finished assessment that waits to be sent. */
async function finished(db: Database): Promise<string> {
  const submission = validSubmission({ completedAt: startedAt.toISOString() })
  const bytes = await queue(db, submission)
  const { submissionId, completedAt } = submission
  await db.submissions.add({ submissionId, completedAt, bytes, submission })
  return submissionId
}

test('what the census has lacked for more than three days is reminded of, whether it is finished or not', async () => {
  const db = newDatabase()
  await newDraft(db)
  await finished(db)
  expect(await readReminder(db, daysLater(2.9))).toBeUndefined()
  expect(await readReminder(db, daysLater(3.1))).toEqual({ drafts: 1, finished: 1 })
})

test('nothing is said of what was received, deleted or never meant to be sent', async () => {
  const db = newDatabase()
  await db.outbox.delete(await finished(db))
  await deleteSubmission(db, await finished(db), { isReceived: false }, startedAt)
  expect(await readReminder(db, daysLater(30))).toBeUndefined()
})

test('who has read it is not told again on that day, and is on the next', async () => {
  const db = newDatabase()
  await finished(db)
  await putReminderAway(db, daysLater(5))
  expect(await readReminder(db, daysLater(5))).toBeUndefined()
  expect(await readReminder(db, daysLater(6))).toEqual({ drafts: 0, finished: 1 })
})
