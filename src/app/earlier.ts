import type { Table } from 'dexie'
import type { HandedLine } from '#domain/handover.ts'
import { type Database, type Draft, readFact, type StoredSubmission } from './database.ts'
import { isTitle } from './editions.ts'

export type NamedCluster = { clusterId: string | null; clusterName: string }

/**
 * What is known on this device of a cluster's earlier assessments, newest first: its own submissions and those that came
 * in handover files. Of an assessment that was corrected only the latest revision counts.
 *
 * Two clusters are the same by their id in the register; where one of them has none, by their exact name. Of one that was
 * never named nothing is known.
 *
 * @param before instant, ISO 8601 in UTC: only what was completed earlier
 * @param parentId the submission that is just being corrected, which is not earlier than its correction
 */
export async function earlierSubmissions(
  db: Database,
  cluster: NamedCluster,
  before: string,
  parentId: string | null = null,
): Promise<StoredSubmission[]> {
  const [own, imported] = await Promise.all([ofCluster(db.submissions, cluster), ofCluster(db.earlier, cluster)])
  const corrected = new Set([parentId, ...[...own, ...imported].map(({ submission }) => submission.parentId)])
  return [...own, ...imported]
    .filter(
      ({ submissionId, completedAt, submission }) =>
        completedAt < before && !corrected.has(submissionId) && isSameCluster(cluster, submission),
    )
    .sort((one, other) => (one.completedAt < other.completedAt ? 1 : -1))
}

/** Whether a result of the same cluster in the same round was shown on this device, as finishing does at once. */
export async function resultWasShown(
  db: Database,
  assessment: NamedCluster & Pick<Draft, 'questionnaire' | 'roundId'>,
): Promise<boolean> {
  const own = await ofCluster(db.submissions, assessment)
  return own.some(
    ({ submission }) =>
      submission.result !== null &&
      submission.questionnaire.id === assessment.questionnaire.id &&
      submission.roundId === assessment.roundId &&
      isSameCluster(assessment, submission),
  )
}

/** Found by index: a device may hold hundreds of submissions, and a draft must open at once. */
async function ofCluster<T extends StoredSubmission>(
  table: Table<T, string>,
  { clusterId, clusterName }: NamedCluster,
): Promise<T[]> {
  if (clusterId === null && isTitle(clusterName)) return []
  const named = table.where('submission.clusterName').equals(clusterName)
  if (clusterId === null) return named.toArray()
  const [byId, byName] = await Promise.all([
    table.where('submission.clusterId').equals(clusterId).toArray(),
    named.filter(({ submission }) => submission.clusterId === null).toArray(),
  ])
  return [...byId, ...byName]
}

function isSameCluster(one: NamedCluster, other: NamedCluster): boolean {
  if (one.clusterId !== null && other.clusterId !== null) return one.clusterId === other.clusterId
  return one.clusterName === other.clusterName
}

/** How many results were taken over, were here already, or belong to a round that is still open. */
export type Imported = { added: number; known: number; present: number }

/**
 * Keeps the submissions of earlier rounds that a handover file carries, for comparison only: they never enter the outbox.
 * What belongs to an open round is not history yet, and is left to the device that sends it.
 */
export async function importEarlier(db: Database, lines: readonly HandedLine[], at: Date): Promise<Imported> {
  return db.transaction('rw', [db.submissions, db.earlier, db.device], async () => {
    const rounds = (await readFact(db, 'census'))?.rounds ?? []
    const open = new Set(rounds.filter(({ status }) => status === 'open').map(({ roundId }) => roundId))
    const imported: Imported = { added: 0, known: 0, present: 0 }
    for (const line of lines) {
      if (line.kind !== 'submission') continue
      const { submissionId, completedAt, roundId } = line.content
      const known = (await db.submissions.get(submissionId)) ?? (await db.earlier.get(submissionId))
      if (known !== undefined) imported.known += 1
      else if (roundId !== null && open.has(roundId)) imported.present += 1
      else {
        const { bytes, content: submission } = line
        await db.earlier.add({ submissionId, completedAt, bytes, submission, importedAt: at.toISOString() })
        imported.added += 1
      }
    }
    return imported
  })
}
