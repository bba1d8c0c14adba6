import { levelAbove, levelBelow } from './levels.ts'
import { floorSteps } from './path.ts'
import type { PathStep, Result } from './result.ts'
import { resultAt } from './scoring.ts'
import type { ConditionRule, IndicatorRule, ScoringRules } from './scoringRules.ts'

/**
 * What is tried out on top of a result: the level of each indicator that is raised, and the conditions that are taken as
 * met although no level says so. Never part of a submission.
 */
export type Simulation = { levels: Readonly<Record<string, number>>; conditions: readonly string[] }

export const nothingSimulated: Simulation = { levels: {}, conditions: [] }

/** How many improvements and conditions are tried out. */
export function changesOf({ levels, conditions }: Simulation): number {
  return Object.keys(levels).length + conditions.length
}

/**
 * The result that scoring gives for the simulated levels and conditions. A condition is met where it was, where the
 * levels leave no doubt of it, or where it is simulated; what was missing and is raised counts as answered.
 *
 * @param result as scoring gave it with the same rules
 */
export function simulate(rules: ScoringRules, result: Result, simulation: Simulation): Result {
  const indicators: Result['indicators'] = { ...result.indicators }
  for (const [id, level] of Object.entries(simulation.levels)) indicators[id] = { level, status: 'scored' }
  const conditions: Result['conditions'] = {}
  for (const condition of rules.conditions) {
    const { id } = condition
    conditions[id] =
      result.conditions[id] === true ||
      simulation.conditions.includes(id) ||
      isMetByLevels(rules, condition, indicators)
  }
  return resultAt(rules, indicators, conditions, result.status !== 'not_active')
}

/** The next level that an indicator can be tried at in this direction; undefined at the top and at what it really has. */
export function neighbourLevel(
  rules: ScoringRules,
  result: Result,
  simulation: Simulation,
  indicator: string,
  direction: 'up' | 'down',
): number | undefined {
  const rule = indicatorNamed(rules, indicator)
  const real = result.indicators[indicator]?.level
  if (rule === undefined || real === null || real === undefined) return undefined
  const now = simulation.levels[indicator] ?? real
  if (direction === 'up') return levelAbove(rule.rubric, now)
  if (now <= real) return undefined
  return Math.max(levelBelow(rule.rubric, now) ?? real, real)
}

/** The simulation with an indicator at another level; at its real level it is no longer part of it. */
export function withLevel(
  rules: ScoringRules,
  result: Result,
  simulation: Simulation,
  indicator: string,
  level: number,
): Simulation {
  const { [indicator]: _, ...others } = simulation.levels
  const isReal = level <= (result.indicators[indicator]?.level ?? 0)
  const levels = isReal ? others : { ...others, [indicator]: level }
  const reached = simulate(rules, result, { levels, conditions: [] }).indicators
  // A committee cannot meet while no body does: what rests on a level goes with it.
  const conditions = simulation.conditions.filter((id) => {
    const condition = rules.conditions.find((each) => each.id === id)
    return condition !== undefined && floorSteps(condition, rules, reached).length === 0
  })
  return { levels, conditions }
}

/** The simulation with a condition met, which raises its indicators to the floor that it needs. */
export function withCondition(rules: ScoringRules, result: Result, simulation: Simulation, id: string): Simulation {
  const condition = rules.conditions.find((each) => each.id === id)
  if (condition === undefined) return simulation
  const { indicators } = simulate(rules, result, simulation)
  const levels = withSteps(simulation, floorSteps(condition, rules, indicators)).levels
  const raised = { ...simulation, levels }
  if (simulate(rules, result, raised).conditions[id] === true) return raised
  return { levels, conditions: [...simulation.conditions, id] }
}

/** The simulation without a condition: what was raised for it goes back to its real level. */
export function withoutCondition(rules: ScoringRules, result: Result, simulation: Simulation, id: string): Simulation {
  const condition = rules.conditions.find((each) => each.id === id)
  const without: Simulation = { ...simulation, conditions: simulation.conditions.filter((each) => each !== id) }
  if (simulate(rules, result, without).conditions[id] !== true) return without
  let lowered = without
  for (const indicator of condition?.floor?.indicators ?? []) {
    lowered = withLevel(rules, result, lowered, indicator, result.indicators[indicator]?.level ?? 0)
  }
  return lowered
}

/** The simulation with every step of a way taken. */
export function withSteps(simulation: Simulation, path: readonly PathStep[]): Simulation {
  const levels = { ...simulation.levels }
  for (const { indicator, to } of path) levels[indicator] = Math.max(levels[indicator] ?? 0, to)
  return { ...simulation, levels }
}

/**
 * Whether the levels alone tell that a condition holds. Bodies reach a level in more than one way, so only all of them
 * operating says anything of one of them.
 */
function isMetByLevels(rules: ScoringRules, condition: ConditionRule, levels: Result['indicators']): boolean {
  const { floor, test } = condition
  if (test.kind === 'level') return (levels[test.indicator]?.level ?? 0) >= test.atLeast
  if (floor === undefined || floorSteps(condition, rules, levels).length > 0) return false
  return floor.indicators.every((id) => {
    const rubric = indicatorNamed(rules, id)?.rubric
    return rubric?.kind !== 'bodies' || (levels[id]?.level ?? 0) >= (rubric.operating[rubric.bodies.length] ?? 4)
  })
}

function indicatorNamed(rules: ScoringRules, id: string): IndicatorRule | undefined {
  for (const dimension of rules.dimensions) {
    const found = dimension.indicators.find((indicator) => indicator.id === id)
    if (found !== undefined) return found
  }
  return undefined
}
