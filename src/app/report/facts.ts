import { type BenchmarkGroup, groupOf } from '#domain/benchmark.ts'
import type { Earlier } from '#domain/changeFaults.ts'
import type { Edition } from '#domain/edition.ts'
import { type Explanation, explain } from '#domain/explanation.ts'
import { type Form, readForm } from '#domain/form.ts'
import { folioOf } from '#domain/identifiers.ts'
import type { Plan } from '#domain/plan.ts'
import type { Controller } from '#domain/protocol.ts'
import type { Result } from '#domain/result.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import type { Submission } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import { type Database, readFact, type StoredSubmission } from '../database.ts'
import { readEarlierAnswers } from '../earlierAnswers.ts'
import { loadEdition } from '../editions.ts'
import { roundTitle } from '../rounds.ts'

/** What the printed pages of a submission are made from. */
export type RecordFacts = {
  language: Language
  submission: Submission
  /** the canonical JSON, as stored and sent */
  bytes: string
  edition: Edition
  form: Form
  folio: string
  /** what the cluster answered in the round before, where this device knows it */
  earlier: Earlier | undefined
}

/** As {@link RecordFacts}, of a scored submission, with what this device knows besides. */
export type ReportFacts = RecordFacts & {
  rules: ScoringRules
  result: Result
  told: Explanation
  roundTitle: string | null
  plan: Plan | undefined
  /** the group that is compared with, and as of which day */
  peers: { asOf: string; group: BenchmarkGroup } | undefined
  controller: Controller | null
}

export function recordFacts(
  { submission, bytes }: Pick<StoredSubmission, 'submission' | 'bytes'>,
  edition: Edition,
  language: Language,
  earlier?: Earlier,
): RecordFacts {
  const folio = folioOf(submission.submissionId, submission.completedAt)
  return { language, submission, bytes, edition, form: readForm(edition), folio, earlier }
}

/** @returns undefined when the questionnaire has no scoring: then there is a record of answers, and no report */
export function reportFacts(
  record: RecordFacts,
  known: Pick<ReportFacts, 'roundTitle' | 'plan' | 'peers' | 'controller'>,
): ReportFacts | undefined {
  const { scoring: rules } = record.edition
  const { result } = record.submission
  if (rules === undefined || result === null) return undefined
  return { ...record, ...known, rules, result, told: explain(rules, result) }
}

/** Reads from the device all that a report of this submission can tell, beside the group `groupId` of the benchmark. */
export async function readReportFacts(
  db: Database,
  stored: StoredSubmission,
  language: Language,
  groupId?: string,
): Promise<{ record: RecordFacts; report: ReportFacts | undefined }> {
  const { submissionId, submission } = stored
  const [edition, earlier, plan, kept, census, title] = await Promise.all([
    loadEdition(submission.questionnaire),
    readEarlierAnswers(db, submission),
    db.plans.get(submissionId),
    readFact(db, 'benchmark'),
    readFact(db, 'census'),
    roundTitle(db, submission.roundId, language),
  ])
  if (edition === undefined) throw new Error('the edition is not in this build')
  const record = recordFacts(stored, edition, language, earlier)
  const controller = census?.controller ?? null
  const group = groupOf(kept?.benchmark, groupId)
  const peers = kept === undefined || group === undefined ? undefined : { asOf: kept.benchmark.asOf, group }
  return { record, report: reportFacts(record, { roundTitle: title ?? null, plan, peers, controller }) }
}
