import type { Answered } from './answers.ts'
import { dimensionCompleteness, includedWeight, type Levels, measuresOf } from './dimensions.ts'
import { levelOf } from './levels.ts'
import { pathTo } from './path.ts'
import type { IndicatorResult, PathStep, Result, ResultStatus } from './result.ts'
import { codeAnswered } from './scoredAnswers.ts'
import type { ScoringRules } from './scoringRules.ts'
import { conditionsMet, stageAfter, stageReached } from './stages.ts'
import { reaches } from './threshold.ts'

/**
 * The result of an assessment from its answers alone: no clock, no network, no order of answering.
 *
 * Source: the scoring rules of the edition. An answer of another type, or a code the rules do not know, counts as
 * missing; whoever reads foreign input checks it before.
 *
 * @param answered answers of visible questions only: what the skip logic hides must not be in it
 * @returns the result, not rounded; `stage` and `path` are null where the status allows no stage
 */
export function score(rules: ScoringRules, answered: Answered): Result {
  const indicators: Record<string, IndicatorResult> = {}
  for (const dimension of rules.dimensions) {
    for (const { id, rubric } of dimension.indicators) indicators[id] = levelOf(rubric, answered)
  }
  const isActive = codeAnswered(answered, rules.active.variable) === rules.active.code
  return resultAt(rules, indicators, conditionsMet(rules, answered, indicators), isActive)
}

/**
 * What follows from levels and conditions: all of a result that is no longer read from the answers.
 *
 * @param isActive whether the initiative is stated as active; without that there is no stage
 */
export function resultAt(
  rules: ScoringRules,
  indicators: Result['indicators'],
  conditions: Result['conditions'],
  isActive: boolean,
): Result {
  const measures = measuresOf(rules, indicators)
  const completeness = completenessOf(rules, indicators)
  const status = statusOf(rules, isActive, completeness)
  const hasStage = status === 'provisional' || status === 'final'
  const stage = hasStage ? (stageReached(rules, measures, conditions)?.id ?? null) : null
  const path = stage === null ? null : pathFrom(stage, rules, indicators, conditions)
  return { indicators, ...measures, completeness, status, stage, conditions, path }
}

/**
 * What each indicator adds to the index, for the explanation.
 *
 * @returns points by indicator, 0..100, summing to the index; one that does not apply has no entry
 */
export function pointsOf(rules: ScoringRules, result: Pick<Result, 'indicators'>): Record<string, number> {
  const points: Record<string, number> = {}
  for (const dimension of rules.dimensions) {
    const included = includedWeight(dimension, result.indicators)
    for (const { id, weight } of dimension.indicators) {
      const level = result.indicators[id]?.level
      if (level === null || level === undefined) continue
      points[id] = dimension.weight * (weight / included) * (level / 4)
    }
  }
  return points
}

/** Between what values the index, and each dimension, can still lie while answers are missing. All 0..100. */
export type Bounds = { min: number; max: number; dimensions: Record<string, { min: number; max: number }> }

/** The lower bound is the result itself, where missing counts 0; for the upper one every missing indicator is at 4. */
export function boundsOf(rules: ScoringRules, result: Pick<Result, 'indicators'>): Bounds {
  const lowest = measuresOf(rules, result.indicators)
  const raised: Record<string, { level: number | null }> = {}
  for (const [id, indicator] of Object.entries(result.indicators)) {
    raised[id] = indicator.status === 'missing' ? { level: 4 } : indicator
  }
  const highest = measuresOf(rules, raised)
  const dimensions: Bounds['dimensions'] = {}
  for (const { id } of rules.dimensions) {
    dimensions[id] = { min: lowest.dimensions[id] ?? 0, max: highest.dimensions[id] ?? 0 }
  }
  return { min: lowest.index, max: highest.index, dimensions }
}

function completenessOf(rules: ScoringRules, indicators: Result['indicators']): number {
  let weighted = 0
  for (const dimension of rules.dimensions) weighted += dimension.weight * dimensionCompleteness(dimension, indicators)
  return weighted / 100
}

function statusOf(rules: ScoringRules, isActive: boolean, completeness: number): ResultStatus {
  if (!isActive) return 'not_active'
  if (!reaches(completeness, rules.completeness.provisional)) return 'insufficient'
  return reaches(completeness, rules.completeness.final) ? 'final' : 'provisional'
}

function pathFrom(stageId: string, rules: ScoringRules, levels: Levels, conditions: Result['conditions']): PathStep[] {
  const next = stageAfter(rules, stageId)
  return next === undefined ? [] : pathTo(next, rules, levels, conditions)
}
