import { canonicalJson } from '#domain/canonical.ts'
import type { Earlier } from '#domain/changeFaults.ts'
import { isConsent, maySend } from '#domain/consent.ts'
import type { Edition } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import type { Form } from '#domain/form.ts'
import { uuidv7 } from '#domain/identifiers.ts'
import { afterResult, changedVariables } from '#domain/revision.ts'
import { composeSubmission, type Submission, type Tombstone } from '#domain/submission.ts'
import { keepVisible } from '#domain/visible.ts'
import { reasonsToSend } from './checkReasons.ts'
import { type Database, type Draft, readFact, writeFact } from './database.ts'
import { deviceId } from './device.ts'
import { removeDraft } from './drafts.ts'
import { resultWasShown } from './earlier.ts'
import { journalledConsent } from './journalledConsent.ts'
import { roundIdOf } from './rounds.ts'

type Made = { submissionId: string; at: Date; timeZone: string; build: string; earlier?: Earlier | undefined }

/**
 * Turns a draft into an immutable submission: scored, stored, in the outbox with its number, and the draft gone, all in
 * one transaction, so that after any crash there is the one or the other and never both or none.
 *
 * Without `consent_network` it stays on this device: it takes no number and never enters the outbox, and what it
 * corrects does not go out any more.
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
  const judgedAt = { completedYear: made.at.getFullYear(), earlier: made.earlier }
  const tables = [db.drafts, db.journal, db.goneDrafts, db.submissions, db.outbox, db.device]
  return db.transaction('rw', tables, async () => {
    const draft = await db.drafts.get(key)
    if (draft === undefined) throw new Error(`draft ${key} vanished before it was submitted`)
    const answered = keepVisible(form, draft)
    const parent = draft.parentId === null ? undefined : (await db.submissions.get(draft.parentId))?.submission
    const changed = parent === undefined ? undefined : changedVariables(form, parent, answered)
    const lastSeq = (await readFact(db, 'lastSeq')) ?? 0
    const census = await readFact(db, 'census')
    const completedAt = made.at.toISOString()
    const newConsent = form.consent === undefined ? null : (draft.consent ?? (await journalledConsent(db, key, form)))
    const submission = composeSubmission({
      edition,
      answered,
      submissionId: made.submissionId,
      parentId: draft.parentId,
      // Begun before the census was first heard, it gets its round now that one is known.
      roundId: draft.roundId ?? roundIdOf(census, draft.questionnaire, made.at),
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
      checkReasons: {
        ...reasonsToSend(draft, faultsOf(form, edition, draft, judgedAt)),
        ...whyChanged(draft, changed),
      },
      // What was authorised then and is said again unchanged was authorised then.
      consent: parent?.consent != null && changed?.some(isConsent) === false ? parent.consent : newConsent,
      sawResult: draft.sawResult || (await resultWasShown(db, draft)),
      app: { build: made.build },
    })
    const bytes = canonicalJson(submission)
    const { writtenAs, confirmedTotals } = draft
    const ofDraft = { ...(writtenAs && { writtenAs }), ...(confirmedTotals && { confirmedTotals }) }
    await db.submissions.add({ submissionId: submission.submissionId, completedAt, bytes, submission, ...ofDraft })
    if (submission.seq !== null) {
      await writeFact(db, 'lastSeq', submission.seq)
      const { submissionId, seq } = submission
      await db.outbox.add({ submissionId, seq, bytes, attempts: 0, lastAttemptAt: null, parked: null, tombstone: null })
    } else await withdrawEarlier(db, submission, device, made.at)
    await removeDraft(db, key)
    return submission
  })
}

/** Why answers differ from those of the submission that is corrected; nothing where none does. */
function whyChanged({ checkReasons }: Draft, changed: readonly string[] | undefined): Submission['checkReasons'] {
  const reason = checkReasons[afterResult]
  if (reason === undefined || changed?.length === 0) return {}
  return { [afterResult]: { code: reason.code, text: reason.text } }
}

/**
 * Keeps back the earlier revisions that still wait, once a later one says that nothing may be sent. A tombstone of its
 * own goes out with each number: the revision stays on this device, and a receipt in its name would say it was sent.
 */
async function withdrawEarlier(db: Database, { parentId }: Submission, device: string, at: Date): Promise<void> {
  if (parentId === null) return
  const entry = await db.outbox.get(parentId)
  if (entry !== undefined && entry.tombstone === null) {
    const submissionId = uuidv7(at.getTime(), crypto.getRandomValues(new Uint8Array(10)))
    const own = { submissionId, seq: entry.seq }
    const deletedAt = at.toISOString()
    const tombstone: Tombstone = { format: 1, kind: 'tombstone', deviceId: device, deletedAt, ...own }
    await db.outbox.delete(parentId)
    const fresh = { attempts: 0, lastAttemptAt: null, parked: null }
    await db.outbox.add({ ...own, ...fresh, bytes: canonicalJson(tombstone), tombstone })
  }
  const parent = await db.submissions.get(parentId)
  if (parent !== undefined) await withdrawEarlier(db, parent.submission, device, at)
}
