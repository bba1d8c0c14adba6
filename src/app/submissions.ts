import type { Database, StoredReceipt, StoredSubmission } from './database.ts'

/** `isKept`: it stays on this device because sending was not authorised; `isParked`: the census cannot take it as it is. */
export type ListedSubmission = {
  stored: StoredSubmission
  receipt: StoredReceipt | undefined
  isParked: boolean
  isKept: boolean
}

/** All completed assessments of this device, newest first, each with what is known of its sending. */
export async function listSubmissions(db: Database): Promise<ListedSubmission[]> {
  const [all, receipts, outbox] = await Promise.all([
    db.submissions.orderBy('completedAt').reverse().toArray(),
    db.receipts.toArray(),
    db.outbox.toArray(),
  ])
  const receiptOf = new Map(receipts.map((receipt) => [receipt.submissionId, receipt]))
  const parked = new Set(outbox.filter((entry) => entry.parked !== null).map((entry) => entry.submissionId))
  return all.map((stored) => ({
    stored,
    receipt: receiptOf.get(stored.submissionId),
    isParked: parked.has(stored.submissionId),
    isKept: stored.submission.seq === null,
  }))
}
