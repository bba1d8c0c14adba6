import type { LineVerdict } from '#domain/protocol.ts'
import type { Database, OutboxEntry, StoredReceipt, StoredSubmission } from './database.ts'

/** What still has to go out, in the order of its numbers; parked ones wait for a person. */
export async function waitingEntries(db: Database): Promise<OutboxEntry[]> {
  const entries = await db.outbox.orderBy('seq').toArray()
  return entries.filter((entry) => entry.parked === null)
}

/** How many are on their way as soon as the census answers. Counts keys: what waits holds whole submissions. */
export async function countWaiting(db: Database): Promise<number> {
  const [all, parked] = await Promise.all([db.outbox.count(), parkedIds(db)])
  return all - parked.length
}

/** How many submissions the census cannot take as they are; the tombstone that came too late is none that it lacks. */
export async function countParked(db: Database): Promise<number> {
  const parked = await parkedIds(db)
  return parked.length === 0 ? 0 : db.submissions.where('submissionId').anyOf(parked).count()
}

/** The submissions that the census will never take as they are. */
export function parkedIds(db: Database): Promise<string[]> {
  return db.outbox.where('parked.code').above('').primaryKeys()
}

/** `stored` is missing for the tombstone of a submission that was deleted before it was sent. */
export type ListedEntry = { entry: OutboxEntry; stored: StoredSubmission | undefined }

/** Everything without a receipt, in the order of its numbers, with the submission that it is about. */
export async function listOutbox(db: Database): Promise<ListedEntry[]> {
  const entries = await db.outbox.orderBy('seq').toArray()
  const stored = await db.submissions.bulkGet(entries.map(({ submissionId }) => submissionId))
  return entries.map((entry, place) => ({ entry, stored: stored[place] }))
}

/** Counted before sending: if the tab dies mid-request the attempt must not look free. */
export async function recordAttempt(db: Database, entries: readonly OutboxEntry[], at: Date): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    for (const { submissionId, attempts } of entries) {
      await db.outbox.update(submissionId, { attempts: attempts + 1, lastAttemptAt: at.toISOString() })
    }
  })
}

/**
 * The proof comes in and the work item goes out together: a crash between the two would lose one of them.
 *
 * @param bytes what the receipt is for; the tombstone of what was deleted meanwhile stays, and is sent
 */
export async function keepReceipt(db: Database, receipt: StoredReceipt, bytes: string): Promise<void> {
  await db.transaction('rw', db.receipts, db.outbox, async () => {
    await db.receipts.put(receipt)
    const entry = await db.outbox.get(receipt.submissionId)
    if (entry?.bytes === bytes) await db.outbox.delete(receipt.submissionId)
  })
}

/** Set aside, with the reason: it can never be taken as it is, and must not hold back the others. */
export async function park(
  db: Database,
  { submissionId, bytes }: OutboxEntry,
  problem: LineVerdict['problem'],
): Promise<void> {
  const { code, es, en } = { code: 'refused', es: '', en: '', ...problem } as { code: string; es: string; en: string }
  await db.transaction('rw', db.outbox, async () => {
    // The reason is that of what was sent, not of a tombstone that took its place meanwhile.
    if ((await db.outbox.get(submissionId))?.bytes !== bytes) return
    await db.outbox.update(submissionId, { parked: { code, message: { es, en } } })
  })
}
