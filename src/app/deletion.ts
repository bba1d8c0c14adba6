import { canonicalJson } from '#domain/canonical.ts'
import type { Tombstone } from '#domain/submission.ts'
import { isUnderWay } from './connection.ts'
import { type Database, type OutboxEntry, readFact } from './database.ts'
import { deviceId } from './device.ts'
import { newerRevision } from './revisions.ts'

export type Deletion =
  | 'deleted'
  /** a request that may carry it is under way: who deletes now does not know what the census will have */
  | 'sending'
  /** the census received it since the person was asked, which makes it another question */
  | 'received'
  /** a later version here goes back to an earlier one through it: without it both would count */
  | 'between'

/**
 * Deletes a submission from this device for good, and its plan. One that waits to be sent leaves its tombstone in the
 * outbox in the same transaction: its number must not look like a submission that was lost.
 *
 * @param asked whether the person was told that the census has it
 */
export async function deleteSubmission(
  db: Database,
  submissionId: string,
  asked: { isReceived: boolean },
  now: Date,
): Promise<Deletion> {
  const device = await deviceId(db)
  const tables = [db.submissions, db.drafts, db.outbox, db.receipts, db.plans, db.device]
  return db.transaction('rw', tables, async () => {
    const isReceived = (await db.receipts.get(submissionId)) !== undefined
    if (isReceived && !asked.isReceived) return 'received'
    if (await liesBetween(db, submissionId, isReceived)) return 'between'
    const entry = await db.outbox.get(submissionId)
    if (!isReceived && entry !== undefined && entry.tombstone === null) {
      if (entry.parked === null && isUnderWay(await readFact(db, 'sending'), now)) return 'sending'
      await db.outbox.put(buried(entry, device, now))
    }
    await db.submissions.delete(submissionId)
    await db.plans.delete(submissionId)
    return 'deleted'
  })
}

/** Whether it corrects another and is corrected itself. What the census has, it can tell where this device forgets. */
async function liesBetween(db: Database, submissionId: string, isReceived: boolean): Promise<boolean> {
  const parentId = (await db.submissions.get(submissionId))?.submission.parentId ?? null
  if (parentId === null || (isReceived && (await db.submissions.get(parentId)) === undefined)) return false
  const drafts = await db.drafts.filter((draft) => draft.parentId === submissionId).count()
  return drafts > 0 || (await newerRevision(db, submissionId)) !== undefined
}

function buried({ submissionId, seq }: OutboxEntry, device: string, now: Date): OutboxEntry {
  const tombstone: Tombstone = {
    format: 1,
    kind: 'tombstone',
    submissionId,
    deviceId: device,
    seq,
    deletedAt: now.toISOString(),
  }
  return {
    submissionId,
    seq,
    bytes: canonicalJson(tombstone),
    attempts: 0,
    lastAttemptAt: null,
    parked: null,
    tombstone,
  }
}

/** The copies that the census received before then and does not look into any more. */
export async function receivedBefore(db: Database, before: Date): Promise<string[]> {
  const [receipts, ids] = await Promise.all([db.receipts.toArray(), db.submissions.toCollection().primaryKeys()])
  const here = new Set(ids)
  return receipts
    .filter(({ submissionId, receivedAt, status }) => {
      return status === 'stored' && Date.parse(receivedAt) < before.getTime() && here.has(submissionId)
    })
    .map(({ submissionId }) => submissionId)
}

/** Deletes copies of submissions; one without a receipt is left alone. */
export async function deleteReceived(db: Database, submissionIds: readonly string[]): Promise<void> {
  await db.transaction('rw', db.submissions, db.receipts, db.plans, async () => {
    const receipts = await db.receipts.bulkGet([...submissionIds])
    const received = receipts.flatMap((receipt) => (receipt === undefined ? [] : [receipt.submissionId]))
    await db.submissions.bulkDelete(received)
    await db.plans.bulkDelete(received)
  })
}

/** Forgets a tombstone that came too late, once the person has read that the census had the submission already. */
export async function forgetTombstone(db: Database, submissionId: string): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(submissionId)
    if (entry?.tombstone != null && entry.parked !== null) await db.outbox.delete(submissionId)
  })
}
