import { canonicalJson } from '#domain/canonical.ts'
import type { Edition } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import { type Form, questionsOf } from '#domain/form.ts'
import { folioOf } from '#domain/identifiers.ts'
import { afterResult, changedVariables } from '#domain/revision.ts'
import type { Submission } from '#domain/submission.ts'
import { keepVisible, visibleQuestions } from '#domain/visible.ts'
import { type Reason, withReasonsOf } from './checkReasons.ts'
import type { Database, Draft } from './database.ts'
import { openDraft } from './drafts.ts'
import { readEarlierAnswers } from './earlierAnswers.ts'
import { newerRevision } from './revisions.ts'

export type OpenedCorrection =
  | { kind: 'opened' | 'continued'; key: string }
  /** there is a newer revision, which is what can be corrected */
  | { kind: 'corrected'; by: string }
  | { kind: 'gone' }

/**
 * Opens a draft that corrects a submission: everything that was said in it, to be changed, under the same cluster, round
 * and edition. One that is open already is gone on with.
 */
export function openCorrection(
  db: Database,
  submissionId: string,
  { edition, form }: { edition: Edition; form: Form },
  made: { key: string; at: Date },
): Promise<OpenedCorrection> {
  const tables = [db.submissions, db.earlier, db.drafts, db.journal]
  return db.transaction('rw', tables, async (): Promise<OpenedCorrection> => {
    const stored = await db.submissions.get(submissionId)
    if (stored === undefined) return { kind: 'gone' }
    const newer = await newerRevision(db, submissionId)
    if (newer !== undefined) return { kind: 'corrected', by: newer.submissionId }
    const open = await correctionDraft(db, submissionId)
    if (open !== undefined) return { kind: 'continued', key: open.key }
    const { submission, writtenAs, confirmedTotals } = stored
    const { questionnaire, roundId, clusterId, clusterName, mode, language, enumerator } = submission
    const { answers, nonresponse, notes } = submission
    const visible = visibleQuestions(form, answers)
    const completedYear = new Date(submission.completedAt).getFullYear()
    const earlier = await readEarlierAnswers(db, submission)
    const faults = faultsOf(form, edition, submission, { completedYear, earlier }, visible)
    const reasons = ownReasons(submission)
    await openDraft(
      db,
      {
        ...{ questionnaire, roundId, clusterId, clusterName, mode, language, enumerator, answers, nonresponse, notes },
        checkReasons: withReasonsOf({ answers, nonresponse, checkReasons: {} }, faults, reasons),
        ...(writtenAs && { writtenAs }),
        ...(confirmedTotals && { confirmedTotals }),
        // What was asked was seen; what only a changed answer brings up was not.
        visitedPages: form.pages
          .filter((page) => questionsOf(page).some(({ name }) => visible.has(name)))
          .map(({ name }) => name),
        sawResult: submission.result !== null || submission.sawResult,
        parentId: submissionId,
        parentFolio: folioOf(submissionId, stored.completedAt),
        parentCompletedAt: stored.completedAt,
      },
      made,
    )
    return { kind: 'opened', key: made.key }
  })
}

/** The draft on this device that corrects a submission. */
export async function correctionDraft(db: Database, submissionId: string): Promise<Draft | undefined> {
  return db.drafts.filter(({ parentId }) => parentId === submissionId).first()
}

/** What a correction is, beside the submission that it corrects. */
export type CorrectionState = {
  /** the variables that say something else now; all unknown where the submission is no longer here */
  changed: string[]
  /** nothing at all differs, so that there is nothing to finish */
  isUnchanged: boolean
  /** answers changed, and nobody has chosen and explained why */
  lacksReason: boolean
}

/** @param parent what the draft corrects; without it nobody can tell that nothing changed, so the reason is asked for */
export function correctionState(form: Form, draft: Draft, parent: Submission | undefined): CorrectionState {
  const hasReason = !lacksOfReason(draft).code && !lacksOfReason(draft).text
  if (parent === undefined) return { changed: [], isUnchanged: false, lacksReason: !hasReason }
  const changed = changedVariables(form, parent, keepVisible(form, draft))
  const isUnchanged =
    changed.length === 0 && canonicalJson(besideAnswers(parent)) === canonicalJson(besideAnswers(draft))
  return { changed, isUnchanged, lacksReason: changed.length > 0 && !hasReason }
}

/** What still lacks of the reason for a change. */
export function lacksOfReason({ checkReasons }: Pick<Draft, 'checkReasons'>): { code: boolean; text: boolean } {
  const { code = '', text = '' } = checkReasons[afterResult] ?? {}
  return { code: code === '', text: text.trim() === '' }
}

/** What a person can change of an assessment without changing an answer. */
function besideAnswers(of: Pick<Draft, 'notes' | 'mode' | 'enumerator' | 'checkReasons'>) {
  return { notes: of.notes, mode: of.mode, enumerator: of.enumerator, checkReasons: ownReasons(of) }
}

/** The reasons that belong to the answers themselves, and not to a change of them. */
function ownReasons({ checkReasons }: Pick<Draft, 'checkReasons'>): Record<string, Reason> {
  const own = Object.entries(checkReasons).filter(([id]) => id !== afterResult)
  return Object.fromEntries(own.map(([id, { code, text }]) => [id, { code, text }]))
}
