import type { Page } from 'playwright-core'
import { sha256Hex } from '#domain/digest.ts'
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
  const submissions = Array.from({ length: waiting + received }, (_, place) => {
    const completedAt = ago((place + 1) * dayMs)
    return storedRow(validSubmission({ submissionId: newId(), completedAt, roundId: 'trial' }))
  })
  const outbox = submissions.slice(0, waiting).map(({ submission, bytes }) => waitingRow(submission, bytes))
  const receipts = submissions.slice(waiting).map(({ submissionId, completedAt, bytes }) => {
    return { submissionId, receipt: '', receivedAt: completedAt, status: 'stored', sha256: sha256Hex(bytes) }
  })
  await putRows(page, { drafts: draftRows, submissions, outbox, receipts })
}
