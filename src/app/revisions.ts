import type { Database, StoredSubmission } from './database.ts'

/** The newest revision that takes the place of a submission; undefined where nothing on this device corrects it. */
export async function newerRevision(db: Database, submissionId: string): Promise<StoredSubmission | undefined> {
  let newest: StoredSubmission | undefined
  for (let id = submissionId; ; id = newest.submissionId) {
    const children = await db.submissions.where('submission.parentId').equals(id).sortBy('completedAt')
    const last = children.at(-1)
    if (last === undefined) return newest
    newest = last
  }
}
