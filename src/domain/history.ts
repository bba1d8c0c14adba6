import { dimensionCompleteness } from './dimensions.ts'
import type { Edition } from './edition.ts'
import { enoughForNumber } from './explanation.ts'
import { readForm } from './form.ts'
import type { Result } from './result.ts'
import { scoreInputReader } from './scoreInput.ts'
import { score } from './scoring.ts'
import type { ScoringRules } from './scoringRules.ts'
import type { Submission } from './submission.ts'
import { reaches } from './threshold.ts'
import { keepVisible } from './visible.ts'

/** A submission with its edition; undefined where this build does not have that edition. */
export type Assessment = { submission: Submission; edition: Edition | undefined }

/**
 * How an earlier result compares with the rules of the present one. `same`: they are the same rules. `rescored`: they are
 * others, but its answers are valid input of the present rules, so it was scored again with them. `other`: they are others
 * and the answers are not; then a difference may come from the rules, and nobody can say how much.
 */
export type Comparability = 'same' | 'rescored' | 'other'

/** Values 0..100 by dimension; null where too little was answered for a number. */
export type DimensionValues = Readonly<Record<string, number | null>>

export type EarlierResult = {
  submissionId: string
  completedAt: string
  edition: number
  comparability: Comparability
  /** as it was told at the time */
  told: { index: number; dimensions: DimensionValues }
  /** by the present rules; null where `comparability` is `other` */
  comparable: { index: number; dimensions: DimensionValues } | null
}

/**
 * The results of earlier rounds beside the present one, oldest first, so that a change of practice is not mistaken for a
 * change of rules: the one is the difference between two results by the same rules, the other what the present rules
 * make of old answers. A result as it was told never changes.
 *
 * @param present the edition of the present result, which has scoring
 * @param earlier submissions of the same cluster; those of other questionnaires and without a result are left out
 */
export function earlierResults(present: Edition, earlier: readonly Assessment[]): EarlierResult[] {
  const { scoring } = present
  if (scoring === undefined) return []
  return earlier
    .flatMap(({ submission, edition }) => {
      const { questionnaire, result, submissionId, completedAt } = submission
      if (questionnaire.id !== present.id || result === null) return []
      const told = valuesOf(edition?.scoring ?? scoring, result)
      const isSame = edition?.scoring?.version === scoring.version
      const rescored = isSame ? undefined : rescore(present, scoring, submission)
      return [
        {
          ...{ submissionId, completedAt, edition: questionnaire.edition, told },
          comparability: isSame
            ? ('same' as const)
            : rescored === undefined
              ? ('other' as const)
              : ('rescored' as const),
          comparable: isSame ? told : rescored === undefined ? null : valuesOf(scoring, rescored),
        },
      ]
    })
    .sort((one, other) => (one.completedAt < other.completedAt ? -1 : 1))
}

/** What is valid input of an edition can be scored with its rules, whichever edition it was answered in; section 8. */
function rescore(present: Edition, rules: ScoringRules, submission: Submission): Result | undefined {
  const form = readForm(present)
  const input = scoreInputReader(form)(submission)
  return input.kind === 'fault' ? undefined : score(rules, keepVisible(form, input.answered))
}

export function valuesOf(rules: ScoringRules, result: Result): { index: number; dimensions: DimensionValues } {
  const dimensions: Record<string, number | null> = {}
  for (const rule of rules.dimensions) {
    const isEnough = reaches(dimensionCompleteness(rule, result.indicators), enoughForNumber)
    dimensions[rule.id] = isEnough ? (result.dimensions[rule.id] ?? null) : null
  }
  return { index: result.index, dimensions }
}
