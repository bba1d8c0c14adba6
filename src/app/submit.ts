import { canonicalJson } from '#domain/canonical.ts'
import { maySend } from '#domain/consent.ts'
import type { Edition } from '#domain/edition.ts'
import type { Form } from '#domain/form.ts'
import { composeSubmission, type Submission } from '#domain/submission.ts'
import { keepVisible } from '#domain/visible.ts'
import { type Database, readFact, writeFact } from './database.ts'
import { deviceId } from './device.ts'

type Made = { submissionId: string; at: Date; timeZone: string; build: string }

/**
 * Turns a draft into an immutable submission: scored, stored, in the outbox with its number, and the draft gone, all in
 * one transaction, so that after any crash there is the one or the other and never both or none.
 *
 * Without `consent_network` it stays on this device: it takes no number and never enters the outbox.
 *
 * @throws when the draft is gone: it was submitted or deleted in the meantime
 */
export async function submitDraft(
  db: Database,
  key: string,
  edition: Edition,
  form: Form,
  made: Made,
): Promise<Submission> {
  const device = await deviceId(db)
  return db.transaction('rw', [db.drafts, db.journal, db.submissions, db.outbox, db.device], async () => {
    const draft = await db.drafts.get(key)
    if (draft === undefined) throw new Error(`draft ${key} vanished before it was submitted`)
    const answered = keepVisible(form, draft)
    const lastSeq = (await readFact(db, 'lastSeq')) ?? 0
    const census = await readFact(db, 'census')
    const completedAt = made.at.toISOString()
    const submission = composeSubmission({
      edition,
      answered,
      submissionId: made.submissionId,
      parentId: draft.parentId,
      roundId: draft.roundId,
      clusterId: draft.clusterId,
      clusterName: draft.clusterName,
      deviceId: device,
      seq: maySend(form, answered) ? lastSeq + 1 : null,
      mode: draft.mode,
      language: draft.language,
      enumerator: draft.enumerator,
      startedAt: draft.startedAt,
      completedAt,
      timeZone: made.timeZone,
      clockOffsetMs: census?.clockOffsetMs ?? null,
      notes: draft.notes,
      checkReasons: draft.checkReasons,
      consent:
        form.consent === undefined
          ? null
          : { noticeVersion: census?.controller?.noticeVersion ?? 'trial', at: draft.startedAt },
      sawResult: draft.sawResult,
      app: { build: made.build },
    })
    const bytes = canonicalJson(submission)
    await db.submissions.add({ submissionId: submission.submissionId, completedAt, bytes, submission })
    if (submission.seq !== null) {
      await writeFact(db, 'lastSeq', submission.seq)
      const { submissionId, seq } = submission
      await db.outbox.add({ submissionId, seq, bytes, attempts: 0, lastAttemptAt: null, parked: null, tombstone: null })
    }
    await db.drafts.delete(key)
    await db.journal.where('draftKey').equals(key).delete()
    return submission
  })
}
