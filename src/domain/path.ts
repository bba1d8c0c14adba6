import { includedWeight, type Levels } from './dimensions.ts'
import { levelAbove } from './levels.ts'
import type { PathStep } from './result.ts'
import type { ConditionRule, Floor, Rubric, ScoringRules, StageRule } from './scoringRules.ts'
import type { Conditions } from './stages.ts'
import { reaches } from './threshold.ts'

/**
 * An indicator that applies and so can be raised. `next` is its level after one more step, undefined at the top; `gain`
 * is what that step adds to the index; `gainPerLevel` what one level does.
 */
type Movable = {
  readonly id: string
  readonly dimension: MovableDimension
  readonly weight: number
  readonly rubric: Rubric
  readonly gainPerLevel: number
  level: number
  next: number | undefined
  gain: number
}

/**
 * A dimension on the way: `included` is the weight of its indicators that apply, `weight` its own in the index. `value` is
 * what `dimensionValue` would give at the levels reached so far.
 */
type MovableDimension = {
  readonly id: string
  readonly weight: number
  readonly included: number
  readonly movables: Movable[]
  value: number
}

type Walk = {
  readonly rules: ScoringRules
  readonly dimensions: readonly MovableDimension[]
  readonly movables: readonly Movable[]
  readonly raised: Set<Movable>
}

/**
 * The way to the next stage: which indicators to raise, from where to where; scoring rules, section 6.
 *
 * After it the stage's index, minima and floors hold. Conditions without a floor, and the committee's, may stay open: a
 * level can be reached in more than one way.
 *
 * @param levels the levels of a result, missing counting 0
 * @param conditions those of the same result; only the unmet ones of `next` raise a floor
 * @returns steps merged by indicator, in the order in which each was first raised; deterministic
 */
export function pathTo(next: StageRule, rules: ScoringRules, levels: Levels, conditions: Conditions): PathStep[] {
  const walk = startingAt(rules, levels)
  raiseFloors(walk, next, conditions)
  for (const dimension of walk.dimensions) {
    const minimum = next.minima[dimension.id] ?? 0
    while (!reaches(dimension.value, minimum)) {
      if (!raiseLargestGain(walk, dimension.movables)) break
    }
  }
  while (!reaches(indexNow(walk), next.index)) {
    if (!raiseLargestGain(walk, walk.movables)) break
  }
  return stepsOf(walk, levels)
}

/**
 * What has to be raised, at least, so that an unmet condition can hold: its floor; scoring rules, section 6.
 *
 * @returns no step where the floor is reached already, or where the condition has none
 */
export function floorSteps(condition: ConditionRule, rules: ScoringRules, levels: Levels): PathStep[] {
  const walk = startingAt(rules, levels)
  if (condition.floor !== undefined) raiseToFloor(walk, condition.floor)
  return stepsOf(walk, levels)
}

function stepsOf(walk: Walk, levels: Levels): PathStep[] {
  return [...walk.raised].map(({ id, level }) => ({ indicator: id, from: levels[id]?.level ?? 0, to: level }))
}

function startingAt(rules: ScoringRules, levels: Levels): Walk {
  const dimensions: MovableDimension[] = []
  const movables: Movable[] = []
  for (const rule of rules.dimensions) {
    const included = includedWeight(rule, levels)
    const dimension: MovableDimension = { id: rule.id, weight: rule.weight, included, movables: [], value: 0 }
    for (const { id, weight, rubric } of rule.indicators) {
      const level = levels[id]?.level
      if (level === null) continue
      const gainPerLevel = (rule.weight * weight) / (4 * included)
      const movable: Movable = { id, dimension, weight, rubric, gainPerLevel, level: 0, next: undefined, gain: 0 }
      place(movable, level ?? 0)
      dimension.movables.push(movable)
      movables.push(movable)
    }
    dimension.value = valueNow(dimension)
    dimensions.push(dimension)
  }
  return { rules, dimensions, movables, raised: new Set() }
}

function valueNow({ included, movables }: MovableDimension): number {
  if (included === 0) return 0
  let weighted = 0
  for (const { weight, level } of movables) weighted += weight * level
  return (25 * weighted) / included
}

function indexNow(walk: Walk): number {
  let weighted = 0
  for (const dimension of walk.dimensions) weighted += dimension.weight * dimension.value
  return weighted / 100
}

function place(movable: Movable, level: number): void {
  movable.level = level
  movable.next = levelAbove(movable.rubric, level)
  movable.gain = movable.next === undefined ? 0 : roundedTo9((movable.next - level) * movable.gainPerLevel)
}

function raise(walk: Walk, movable: Movable, to: number): void {
  place(movable, to)
  movable.dimension.value = valueNow(movable.dimension)
  walk.raised.add(movable)
}

function raiseFloors(walk: Walk, next: StageRule, conditions: Conditions): void {
  for (const id of next.conditions) {
    if (conditions[id] === true) continue
    const floor = walk.rules.conditions.find((condition) => condition.id === id)?.floor
    if (floor !== undefined) raiseToFloor(walk, floor)
  }
}

/** Here the size of the whole way to the floor decides, by the indicator's own weight: not the gain of a step. */
function raiseToFloor(walk: Walk, floor: Floor): void {
  const named = walk.movables.filter((movable) => floor.indicators.includes(movable.id))
  while (named.filter((movable) => movable.level >= floor.level).length < floor.count) {
    const below = named.filter((movable) => movable.level < floor.level)
    const chosen = largest(below, (movable) => roundedTo9((floor.level - movable.level) * movable.weight))
    if (chosen === undefined) break
    raise(walk, chosen, floor.level)
  }
}

/** Raises by one step the indicator whose step adds most to the index; false when all stand at the top. */
function raiseLargestGain(walk: Walk, movables: readonly Movable[]): boolean {
  const chosen = largest(movables, (movable) => movable.gain)
  if (chosen?.next === undefined) return false
  raise(walk, chosen, chosen.next)
  return true
}

/** The candidate with the largest amount above 0. Ties go to the lower level, then to the order of the rules. */
function largest(candidates: readonly Movable[], amountOf: (movable: Movable) => number): Movable | undefined {
  let best: Movable | undefined
  let bestAmount = 0
  for (const candidate of candidates) {
    const amount = amountOf(candidate)
    const winsTie = best !== undefined && amount === bestAmount && candidate.level < best.level
    if (amount > bestAmount || winsTie) {
      best = candidate
      bestAmount = amount
    }
  }
  return best
}

/** Equal gains computed along different ways differ in their last bits, which must not decide a tie. */
function roundedTo9(amount: number): number {
  return Math.round(amount * 1e9) / 1e9
}
