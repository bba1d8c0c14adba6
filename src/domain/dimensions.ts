import type { IndicatorStatus } from './result.ts'
import type { DimensionRule, ScoringRules } from './scoringRules.ts'

/** Levels 0..4 by indicator, as in a result; null where the indicator does not apply and so carries no weight. */
export type Levels = Readonly<Record<string, { readonly level: number | null }>>

export type Measures = { dimensions: Record<string, number>; index: number }

/**
 * Dimension values and index of a set of levels; scoring rules, section 4. Used for results and for what-if alike.
 *
 * @returns values 0..100, not rounded; an indicator without a level in `levels` counts 0
 */
export function measuresOf(rules: ScoringRules, levels: Levels): Measures {
  const dimensions: Record<string, number> = {}
  let weighted = 0
  for (const dimension of rules.dimensions) {
    const value = dimensionValue(dimension, levels)
    dimensions[dimension.id] = value
    weighted += dimension.weight * value
  }
  return { dimensions, index: weighted / 100 }
}

/** Value 0..100 of one dimension, not rounded; 0 where none of its indicators applies. */
export function dimensionValue(dimension: DimensionRule, levels: Levels): number {
  const included = includedWeight(dimension, levels)
  if (included === 0) return 0
  let weighted = 0
  for (const indicator of dimension.indicators) weighted += indicator.weight * (levels[indicator.id]?.level ?? 0)
  return (25 * weighted) / included
}

/** Sum of the weights of the indicators that apply: what each one's weight is a share of. */
export function includedWeight(dimension: DimensionRule, levels: Levels): number {
  let sum = 0
  for (const indicator of dimension.indicators) {
    if (levels[indicator.id]?.level !== null) sum += indicator.weight
  }
  return sum
}

/** Share 0..1 of a dimension's applicable weight that was answered or did not need to be; 1 where nothing applies. */
export function dimensionCompleteness(
  dimension: DimensionRule,
  indicators: Readonly<Record<string, { status: IndicatorStatus }>>,
): number {
  let included = 0
  let missing = 0
  for (const { id, weight } of dimension.indicators) {
    const status = indicators[id]?.status
    if (status === 'not_applicable') continue
    included += weight
    if (status === 'missing') missing += weight
  }
  return included === 0 ? 1 : 1 - missing / included
}
