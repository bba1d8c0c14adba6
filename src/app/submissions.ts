import type { Database, OutboxEntry, StoredReceipt, StoredSubmission } from './database.ts'
import { parkedIds } from './outbox.ts'

/** Everything that is known of one completed assessment of this device. */
export type ListedSubmission = {
  stored: StoredSubmission
  receipt: StoredReceipt | undefined
  outboxEntry: OutboxEntry | undefined
}

/** What can be seen of where a submission is; only a receipt says that the census has it. */
export type SendingState = 'received' | 'quarantined' | 'parked' | 'waiting' | 'kept'

/**
 * The ids of the completed assessments of this device, newest first; `parked` are those that the census cannot take as
 * they are, `kept` those that nobody allowed to send.
 */
export type Trays = { ready: string[]; parked: string[]; sent: string[]; kept: string[] }

/** Reads keys and no submission: a tablet may hold hundreds, of forty kilobytes each. */
export async function listTrays(db: Database): Promise<Trays> {
  const [ids, receipts, outbox, refused] = await Promise.all([
    db.submissions.orderBy('completedAt').reverse().primaryKeys(),
    db.receipts.toCollection().primaryKeys(),
    db.outbox.toCollection().primaryKeys(),
    parkedIds(db),
  ])
  const received = new Set(receipts)
  const queued = new Set(outbox)
  const parked = new Set(refused)
  return {
    ready: ids.filter((id) => queued.has(id) && !parked.has(id) && !received.has(id)),
    parked: ids.filter((id) => parked.has(id) && !received.has(id)),
    sent: ids.filter((id) => received.has(id)),
    kept: ids.filter((id) => !queued.has(id) && !received.has(id)),
  }
}

/** Some completed assessments in the order of their ids; one that was deleted in the meantime is left out. */
export async function readSubmissions(db: Database, ids: readonly string[]): Promise<ListedSubmission[]> {
  const [stored, receipts, outbox] = await Promise.all([
    db.submissions.bulkGet([...ids]),
    db.receipts.bulkGet([...ids]),
    db.outbox.bulkGet([...ids]),
  ])
  return stored.flatMap((each, place) =>
    each === undefined ? [] : [{ stored: each, receipt: receipts[place], outboxEntry: outbox[place] }],
  )
}

export function sendingState({ receipt, outboxEntry }: ListedSubmission): SendingState {
  if (receipt !== undefined) return receipt.status === 'quarantined' ? 'quarantined' : 'received'
  // Without an entry it never goes out: sending was not authorised.
  if (outboxEntry === undefined) return 'kept'
  return outboxEntry.parked === null ? 'waiting' : 'parked'
}
