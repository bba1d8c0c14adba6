import type { Answered } from './answers.ts'
import type { IndicatorResult } from './result.ts'
import { codeAnswered, numberAnswered, numberFromAnswers } from './scoredAnswers.ts'
import type { Band, Rubric } from './scoringRules.ts'
import { reaches } from './threshold.ts'

type RubricOf<Kind extends Rubric['kind']> = Extract<Rubric, { kind: Kind }>

const missing: IndicatorResult = { level: 0, status: 'missing' }
const skipped: IndicatorResult = { level: 0, status: 'skipped' }
const notApplicable: IndicatorResult = { level: null, status: 'not_applicable' }

/**
 * The level that an indicator's rubric gives for the answers; scoring rules, section 3.
 *
 * @returns level 0..4 with its status. Missing and skipped stand at 0 and keep their weight; only `not_applicable` is null
 */
export function levelOf(rubric: Rubric, answered: Answered): IndicatorResult {
  switch (rubric.kind) {
    case 'choice':
      return fromParent(rubric, answered) ?? levelOfChoice(rubric, answered)
    case 'bands':
      return fromParent(rubric, answered) ?? levelOfNumber(rubric, answered)
    case 'bodies':
      return levelOfBodies(rubric, answered)
  }
}

/** The lowest level above this one that the rubric can give (a choice need not have a code for each), or undefined. */
export function levelAbove(rubric: Rubric, level: number): number | undefined {
  let steps = stepsOf.get(rubric)
  if (steps === undefined) {
    steps = [0, 1, 2, 3, 4].map((from) => lowestLevelAbove(rubric, from))
    stepsOf.set(rubric, steps)
  }
  return steps[level]
}

/** The highest level below this one that can be reached by going up from 0, or undefined at 0. */
export function levelBelow(rubric: Rubric, level: number): number | undefined {
  let below: number | undefined
  for (let reached: number | undefined = 0; reached !== undefined && reached < level; ) {
    below = reached
    reached = levelAbove(rubric, reached)
  }
  return below
}

// The way to the next stage asks for every indicator of every assessment.
const stepsOf = new WeakMap<Rubric, (number | undefined)[]>()

function lowestLevelAbove(rubric: Rubric, level: number): number | undefined {
  switch (rubric.kind) {
    case 'choice': {
      let lowest: number | undefined
      for (const code in rubric.levels) lowest = lowestAbove(level, rubric.levels[code] ?? 0, lowest)
      return rubric.refine === undefined ? lowest : lowestBandAbove(level, rubric.refine.bands, lowest)
    }
    case 'bands':
      return lowestBandAbove(level, rubric.bands, lowestAbove(level, rubric.below, undefined))
    case 'bodies': {
      let lowest: number | undefined
      for (const candidate of rubric.operating) lowest = lowestAbove(level, candidate, lowest)
      return lowest
    }
  }
}

function lowestBandAbove(level: number, bands: readonly Band[], otherwise: number | undefined): number | undefined {
  let lowest = otherwise
  for (const band of bands) lowest = lowestAbove(level, band.level, lowest)
  return lowest
}

function lowestAbove(level: number, candidate: number, lowest: number | undefined): number | undefined {
  return candidate > level && (lowest === undefined || candidate < lowest) ? candidate : lowest
}

function scored(level: number): IndicatorResult {
  return { level, status: 'scored' }
}

/** The parent decides first: what depends on it is not even read when the parent is unknown or leaves nothing to ask. */
function fromParent(rubric: RubricOf<'choice' | 'bands'>, answered: Answered): IndicatorResult | undefined {
  if (rubric.parent === undefined) return undefined
  const { variable, skippedAt, needed } = rubric.parent
  const value = typeof skippedAt === 'number' ? numberAnswered(answered, variable) : codeAnswered(answered, variable)
  if (value === skippedAt) return skipped
  return value === undefined && needed ? missing : undefined
}

function levelOfChoice(rubric: RubricOf<'choice'>, answered: Answered): IndicatorResult {
  const code = codeAnswered(answered, rubric.variable)
  if (code === undefined) {
    const doesNotApply = rubric.mayNotApply === true && answered.nonresponse[rubric.variable] === 'na'
    return doesNotApply ? notApplicable : missing
  }
  const level = Object.hasOwn(rubric.levels, code) ? rubric.levels[code] : undefined
  if (level === undefined) return missing
  if (rubric.refine?.code !== code) return scored(level)
  const number = numberAnswered(answered, rubric.refine.variable)
  return scored(number === undefined ? level : levelInBands(rubric.refine.bands, level, number))
}

function levelOfNumber(rubric: RubricOf<'bands'>, answered: Answered): IndicatorResult {
  const number = numberFromAnswers(rubric.value, answered)
  return number === undefined ? missing : scored(levelInBands(rubric.bands, rubric.below, number))
}

function levelInBands(bands: readonly Band[], below: number, number: number): number {
  let level = below
  for (const band of bands) {
    const isReached = 'above' in band ? number > band.above : reaches(number, band.atLeast)
    if (isReached) level = band.level
  }
  return level
}

function levelOfBodies(rubric: RubricOf<'bodies'>, answered: Answered): IndicatorResult {
  const absent = rubric.order[0]
  const codes = rubric.bodies.map((body) => codeAnswered(answered, body.variable))
  if (codes.every((code) => code === undefined)) return missing
  if (codes.every((code) => code === undefined || code === absent)) return scored(rubric.noneExists)
  const operating = rubric.bodies.filter((body, at) => {
    const code = codes[at]
    return code !== undefined && rubric.order.indexOf(code) >= rubric.order.indexOf(body.operatingFrom)
  })
  return scored(rubric.operating[operating.length] ?? rubric.noneExists)
}
