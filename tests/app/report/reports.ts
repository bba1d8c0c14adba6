import type { Answered } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { readForm } from '#domain/form.ts'
import type { Submission } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import { type RecordFacts, type ReportFacts, recordFacts, reportFacts } from '../../../src/app/report/facts.ts'
import { censusEdition, validSubmission } from '../../support/builders.ts'
import { scoringCases } from '../../support/scoringCases.ts'

const edition = censusEdition()

/** The three worked examples of the scoring rules: first stage, one minimum missing, last stage. */
export const workedExamples = scoringCases.slice(0, 3)

/** A submission of these answers, completed on the 23rd of November 2026 in Colombia. */
export function submissionOf(answered: Answered, overrides: Partial<Submission> = {}): Submission {
  const visible = keepVisible(readForm(edition), answered)
  return {
    ...validSubmission({ edition, answered: visible }),
    submissionId: '019ab2c3-4d5e-7f60-8a1b-2c3d4e5f6071',
    startedAt: '2026-11-23T14:02:00.000Z',
    completedAt: '2026-11-23T15:04:00.000Z',
    roundId: '2026',
    clusterId: 'CL-05-012',
    clusterName: 'Clúster de Café de Antioquia',
    ...overrides,
  }
}

export function recordOf(submission: Submission, language: Language = 'es'): RecordFacts {
  return recordFacts({ submission, bytes: canonicalJson(submission) }, edition, language)
}

export function factsOf(
  submission: Submission,
  overrides: Partial<ReportFacts> = {},
  language: Language = 'es',
): ReportFacts {
  const known = { roundTitle: 'Ronda 2026', plan: undefined, peers: undefined, controller: null }
  const facts = reportFacts(recordOf(submission, language), known)
  if (facts === undefined) throw new Error('no result to report')
  return { ...facts, ...overrides }
}
