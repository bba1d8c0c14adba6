import { canonicalJson } from '#domain/canonical.ts'
import { blankContacts, contactDays } from '#domain/retention.ts'
import type { Database } from './database.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Takes the respondents' names and mails out of what the census has had for long; receipts stay as they are.
 *
 * @param pause awaited before each copy: after years there may be many, and somebody may be answering meanwhile
 */
export async function blankOldContacts(db: Database, now: Date, pause: () => Promise<void>): Promise<void> {
  const lastMs = now.getTime() - contactDays * dayMs
  const due = await db.receipts
    .filter(({ receivedAt, contactsBlankedAt }) => contactsBlankedAt === undefined && Date.parse(receivedAt) <= lastMs)
    .primaryKeys()
  for (const submissionId of due) {
    await pause()
    await blankOne(db, submissionId, now.toISOString())
  }
}

async function blankOne(db: Database, submissionId: string, at: string): Promise<void> {
  await db.transaction('rw', db.submissions, db.receipts, async () => {
    const [stored, receipt] = await Promise.all([db.submissions.get(submissionId), db.receipts.get(submissionId)])
    if (receipt === undefined) return
    const submission = stored && blankContacts(stored.submission, { at, sha256: receipt.sha256 })
    if (stored !== undefined && submission !== undefined) {
      await db.submissions.put({ ...stored, bytes: canonicalJson(submission), submission })
    }
    await db.receipts.update(submissionId, { contactsBlankedAt: at })
  })
}
