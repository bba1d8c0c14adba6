import type { Page } from 'playwright-core'
import { sha256Hex } from '#domain/digest.ts'
import { blankContacts, contactDays } from '#domain/retention.ts'
import type { StoredReceipt, StoredSubmission } from '../../../src/app/database.ts'
import { newId, validSubmission } from '../../support/builders.ts'
import { blankDraft } from '../../support/deviceDatabase.ts'
import { putRows, storedRow, waitingRow } from './deviceRows.ts'

const dayMs = 24 * 3_600_000

/**
 * Fills the device's database as years of use would: drafts, submissions that wait and submissions that were received.
 * The app must have been opened once, so that its tables are there.
 *
 * @param now the newest draft is two hours old
 */
export async function fillDevice(
  page: Page,
  { drafts, waiting, received }: { drafts: number; waiting: number; received: number },
  now: Date,
): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const draftRows = Array.from({ length: drafts }, (_, place) =>
    blankDraft({
      key: `draft-${place}`,
      clusterName: `Clúster de prueba ${place + 1}`,
      roundId: 'trial',
      enumerator: 'Marta R.',
      savedAt: ago(2 * 3_600_000 + place * dayMs),
      answers: { ci_name: `Clúster de prueba ${place + 1}`, ci_status: 'active' },
      visitedPages: ['A_1'],
      page: 'A_2',
    }),
  )
  const completed = Array.from({ length: waiting + received }, (_, place) => {
    const completedAt = ago((place + 1) * dayMs)
    return storedRow(validSubmission({ submissionId: newId(), completedAt, roundId: 'trial' }))
  })
  const outbox = completed.slice(0, waiting).map(({ submission, bytes }) => waitingRow(submission, bytes))
  const kept = completed.slice(waiting).map((row) => receivedRows(row, now))
  const submissions = [...completed.slice(0, waiting), ...kept.map(({ stored }) => stored)]
  await putRows(page, { drafts: draftRows, submissions, outbox, receipts: kept.map(({ receipt }) => receipt) })
}

/** What is kept of a submission that was received on the day that it was completed: after a time without who answered. */
function receivedRows(row: StoredSubmission, now: Date): { stored: StoredSubmission; receipt: StoredReceipt } {
  const { submissionId, submission, completedAt, bytes } = row
  const sha256 = sha256Hex(bytes)
  const receipt = { submissionId, receipt: '', receivedAt: completedAt, status: 'stored', sha256 } as const
  const at = new Date(Date.parse(completedAt) + contactDays * dayMs)
  if (at > now) return { stored: row, receipt }
  const blanked = blankContacts(submission, { at: at.toISOString(), sha256 })
  return {
    stored: blanked === undefined ? row : storedRow(blanked),
    receipt: { ...receipt, contactsBlankedAt: at.toISOString() },
  }
}
