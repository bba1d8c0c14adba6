import { dimensionCompleteness } from './dimensions.ts'
import { levelAbove } from './levels.ts'
import type { PathStep, Result } from './result.ts'
import { type Bounds, boundsOf, pointsOf } from './scoring.ts'
import type { ScoringRules, StageRule } from './scoringRules.ts'
import { stageAfter } from './stages.ts'
import { reaches } from './threshold.ts'

/** Below this share of answered weight, 0..1, a dimension is shown as a range instead of a number. */
export const enoughForNumber = 0.8

/** How near a stage's threshold, in points of the index, counts as lying between two stages. */
const borderPoints = 2

const mostReasons = 3

/** Points of the index that an indicator gives and could give; `level` is null where it does not apply. */
export type IndicatorPoints = {
  indicator: string
  dimension: string
  level: number | null
  status: Result['indicators'][string]['status']
  points: number
  available: number
}

/** A dimension as it is shown: `value` is 0..100; `isRange` says to show `min` to `max` in its place. */
export type DimensionProfile = {
  dimension: string
  value: number
  min: number
  max: number
  isRange: boolean
  indicators: IndicatorPoints[]
}

/** What lies between a result and a stage; `points` and `missing` are points still lacking, 0..100, never negative. */
export type Distance = {
  stage: string
  points: number
  minima: { dimension: string; minimum: number; missing: number }[]
  conditions: { id: string; isMet: boolean }[]
}

/** Indicators that count and how many of them were answered, or did not need to be. */
export type AnsweredCount = { answered: number; counting: number }

/** What is told about a result, besides the result itself. Nothing in it changes the scoring. */
export type Explanation = {
  profile: DimensionProfile[]
  /** the dimension with the highest value among those with enough answers; null where all are at 0 */
  strongest: string | null
  /** the dimension in which the way to the next stage gains most points of the index; null without a way */
  nearest: string | null
  added: IndicatorPoints[]
  lacking: IndicatorPoints[]
  /** null at the last stage and where there is no stage */
  distance: Distance | null
  /** the two stages between whose scores the index lies, lower first; null away from every threshold nearby */
  border: { lower: string; upper: string } | null
  count: AnsweredCount
  bounds: Bounds
}

/**
 * Puts a result into the parts of sentences: strengths, gaps, distance. Ties go to the order of the rules.
 *
 * @param result as scoring gave it with the same rules
 */
export function explain(rules: ScoringRules, result: Result): Explanation {
  const bounds = boundsOf(rules, result)
  const profile = profileOf(rules, result, bounds)
  const indicators = profile.flatMap((dimension) => dimension.indicators).filter(({ level }) => level !== null)
  const next = result.stage === null ? undefined : stageAfter(rules, result.stage)
  return {
    profile,
    strongest:
      largest(
        profile.filter(({ isRange }) => !isRange),
        ({ value }) => value,
      )?.dimension ?? null,
    nearest: nearestDimension(profile, result.path ?? []),
    added: topThree(indicators, ({ points }) => points),
    lacking: topThree(indicators, ({ points, available }) => available - points),
    distance: next === undefined ? null : distanceTo(next, rules, result),
    border: borderOf(rules, result),
    count: {
      answered: indicators.filter(({ status }) => status !== 'missing').length,
      counting: indicators.length,
    },
    bounds,
  }
}

/** One step up for each of what is missing most: what there is to do beside the way to a stage, and after the last one. */
export function stepsOfGaps(rules: ScoringRules, lacking: readonly IndicatorPoints[]): PathStep[] {
  const indicators = rules.dimensions.flatMap((dimension) => dimension.indicators)
  return lacking.flatMap(({ indicator, level }) => {
    const rubric = indicators.find(({ id }) => id === indicator)?.rubric
    const to = rubric === undefined || level === null ? undefined : levelAbove(rubric, level)
    return to === undefined || level === null ? [] : [{ indicator, from: level, to }]
  })
}

function profileOf(rules: ScoringRules, result: Result, bounds: Bounds): DimensionProfile[] {
  const points = pointsOf(rules, result)
  const available = pointsOf(rules, { indicators: allAtTop(result) })
  return rules.dimensions.map((rule) => {
    const value = result.dimensions[rule.id] ?? 0
    const { min, max } = bounds.dimensions[rule.id] ?? { min: value, max: value }
    return {
      dimension: rule.id,
      value,
      min,
      max,
      isRange: !reaches(dimensionCompleteness(rule, result.indicators), enoughForNumber),
      indicators: rule.indicators.map(({ id }) => ({
        indicator: id,
        dimension: rule.id,
        level: result.indicators[id]?.level ?? null,
        status: result.indicators[id]?.status ?? 'missing',
        points: points[id] ?? 0,
        available: available[id] ?? 0,
      })),
    }
  })
}

function allAtTop(result: Result): Result['indicators'] {
  return Object.fromEntries(
    Object.entries(result.indicators).map(([id, { level, status }]) => [
      id,
      { level: level === null ? null : 4, status },
    ]),
  )
}

function nearestDimension(profile: readonly DimensionProfile[], path: readonly PathStep[]): string | null {
  const gainOf = ({ indicators }: DimensionProfile) =>
    path.reduce((gain, { indicator, from, to }) => {
      const available = indicators.find((each) => each.indicator === indicator)?.available ?? 0
      return gain + (available * (to - from)) / 4
    }, 0)
  return largest(profile, gainOf)?.dimension ?? null
}

function distanceTo(next: StageRule, rules: ScoringRules, result: Result): Distance {
  const minima = rules.dimensions.flatMap(({ id }) => {
    const minimum = next.minima[id]
    const value = result.dimensions[id] ?? 0
    return minimum === undefined || reaches(value, minimum)
      ? []
      : [{ dimension: id, minimum, missing: minimum - value }]
  })
  return {
    stage: next.id,
    points: reaches(result.index, next.index) ? 0 : next.index - result.index,
    minima,
    conditions: next.conditions.map((id) => ({ id, isMet: result.conditions[id] === true })),
  }
}

/** Only the thresholds on both sides of the stage reached: a farther one says nothing about this stage. */
function borderOf(rules: ScoringRules, { stage, index }: Result): Explanation['border'] {
  const at = rules.stages.findIndex(({ id }) => id === stage)
  if (at === -1) return null
  for (const upperAt of [at + 1, at]) {
    const upper = rules.stages[upperAt]
    const lower = rules.stages[upperAt - 1]
    if (upper === undefined || lower === undefined) continue
    if (reaches(borderPoints, Math.abs(index - upper.index))) return { lower: lower.id, upper: upper.id }
  }
  return null
}

function topThree(
  indicators: readonly IndicatorPoints[],
  amountOf: (each: IndicatorPoints) => number,
): IndicatorPoints[] {
  return indicators
    .filter((each) => amountOf(each) > 1e-9)
    .sort((one, other) => compared(amountOf(other), amountOf(one)))
    .slice(0, mostReasons)
}

/** Equal amounts computed along different ways differ in their last bits, which must not decide an order. */
function compared(one: number, other: number): number {
  return Math.abs(one - other) <= 1e-9 ? 0 : one - other
}

function largest<T>(candidates: readonly T[], amountOf: (candidate: T) => number): T | undefined {
  let best: T | undefined
  let bestAmount = 0
  for (const candidate of candidates) {
    const amount = amountOf(candidate)
    if (amount <= bestAmount + 1e-9) continue
    best = candidate
    bestAmount = amount
  }
  return best
}
