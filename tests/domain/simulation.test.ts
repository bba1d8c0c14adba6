import { describe, expect, it, test } from 'vitest'
import type { Answered } from '#domain/answers.ts'
import { measuresOf } from '#domain/dimensions.ts'
import { floorSteps } from '#domain/path.ts'
import { score } from '#domain/scoring.ts'
import {
  neighbourLevel,
  nothingSimulated,
  simulate,
  withCondition,
  withLevel,
  withoutCondition,
  withSteps,
} from '#domain/simulation.ts'
import { stageAfter, stageReached } from '#domain/stages.ts'
import { reaches } from '#domain/threshold.ts'
import { scoringCases } from '../support/scoringCases.ts'
import { rules } from './scoringInputs.ts'

const withStage = scoringCases.filter(({ expected }) => expected.stage !== null)
/** What no level can say: a level of the bodies is reached without the committee, the others read counts and years. */
const mayStayOpen = ['committee_operating', 'committed_members', 'three_years']

describe.each(withStage)('$name', ({ input }) => {
  const answered = { answers: input.answers, nonresponse: input.nonresponse ?? {} }
  const result = score(rules, answered)

  test('without a change it is the result itself', () => {
    expect(simulate(rules, result, nothingSimulated)).toEqual(result)
  })

  test('after the whole way, index, minima and floors of the next stage hold', () => {
    const next = stageAfter(rules, result.stage ?? '')
    if (next === undefined) return expect(result.path).toEqual([])
    const simulated = simulate(rules, result, withSteps(nothingSimulated, result.path ?? []))
    expect(reaches(simulated.index, next.index)).toBe(true)
    for (const [dimension, minimum] of Object.entries(next.minima)) {
      expect([dimension, reaches(simulated.dimensions[dimension] ?? 0, minimum)]).toEqual([dimension, true])
    }
    for (const id of next.conditions) {
      const condition = rules.conditions.find((each) => each.id === id)
      if (condition === undefined) throw new Error(id)
      if (result.conditions[id] !== true) expect(floorSteps(condition, rules, simulated.indicators)).toEqual([])
      if (!mayStayOpen.includes(id)) expect([id, simulated.conditions[id]]).toEqual([id, true])
    }
  })

  test('with what stayed open met as well, the next stage is reached', () => {
    const next = stageAfter(rules, result.stage ?? '')
    if (next === undefined) return
    let simulation = withSteps(nothingSimulated, result.path ?? [])
    for (const id of next.conditions) {
      if (simulate(rules, result, simulation).conditions[id] !== true) {
        simulation = withCondition(rules, result, simulation, id)
      }
    }
    const simulated = simulate(rules, result, simulation)
    const order = rules.stages.map(({ id }) => id)
    expect(order.indexOf(simulated.stage ?? '')).toBeGreaterThanOrEqual(order.indexOf(next.id))
    expect(simulated.stage).toBe(stageReached(rules, measuresOf(rules, simulated.indicators), simulated.conditions)?.id)
  })
})

/** Answers of one case, changed; the simulation must say of the levels what scoring says of the answers. */
const caseB = withStage.find(({ name }) => name.startsWith('B:'))?.input.answers ?? {}
const resultOf = (changes: Answered['answers']) => score(rules, { answers: { ...caseB, ...changes }, nonresponse: {} })

describe('a simulation', () => {
  it('gives the result that the changed answers are scored with', () => {
    const before = resultOf({ strategy_document: 'in_progress', monitoring: 'annual' })
    let simulation = withLevel(rules, before, nothingSimulated, 'str_document', 3)
    simulation = withLevel(rules, before, simulation, 'str_monitoring', 3)
    expect(simulate(rules, before, simulation)).toEqual(resultOf({}))
    const diversified = withLevel(rules, resultOf({}), nothingSimulated, 'sus_diversity', 1)
    expect(simulate(rules, resultOf({}), diversified).stage).toBe('s3_consolidacion')
    expect(resultOf({ fund_host: 80, fund_national: 12 }).stage).toBe('s3_consolidacion')
  })

  it('meets a condition by raising its indicators to the floor, and takes that back', () => {
    const before = resultOf({ strategy_document: 'in_progress' })
    const met = withCondition(rules, before, nothingSimulated, 'valid_strategy')
    expect(met).toEqual({ levels: { str_document: 3 }, conditions: [] })
    expect(simulate(rules, before, met).conditions.valid_strategy).toBe(true)
    expect(withoutCondition(rules, before, met, 'valid_strategy')).toEqual(nothingSimulated)
    const measured = withCondition(rules, before, nothingSimulated, 'measured_results')
    expect(Object.values(measured.levels)).toEqual([4, 4])
    expect(withoutCondition(rules, before, measured, 'measured_results')).toEqual(nothingSimulated)
  })

  it('takes a condition that no level tells of as met only when it is named, and as long as its floor holds', () => {
    const before = resultOf({ body_assembly: 'none', body_committee: 'none', body_tables: 'none' })
    const oneBody = withLevel(rules, before, nothingSimulated, 'gov_bodies', 2)
    expect(simulate(rules, before, oneBody).conditions.committee_operating).toBe(false)
    const allBodies = withLevel(rules, before, oneBody, 'gov_bodies', 4)
    expect(simulate(rules, before, allBodies).conditions.committee_operating).toBe(true)
    const committee = withCondition(rules, before, nothingSimulated, 'committee_operating')
    expect(committee).toEqual({ levels: { gov_bodies: 2 }, conditions: ['committee_operating'] })
    expect(withLevel(rules, before, committee, 'gov_bodies', 1).conditions).toEqual([])
    const young = resultOf({ founded_year: 2024 })
    const years = withCondition(rules, young, nothingSimulated, 'three_years')
    expect(years).toEqual({ levels: {}, conditions: ['three_years'] })
    expect(withoutCondition(rules, young, years, 'three_years')).toEqual(nothingSimulated)
  })

  it('goes up and down by the levels that there are, never below the real one', () => {
    const before = resultOf({ res_sales: 'in_progress' })
    const at = (level: number) => withLevel(rules, before, nothingSimulated, 'res_sales', level)
    const next = (level: number, direction: 'up' | 'down') =>
      neighbourLevel(rules, before, at(level), 'res_sales', direction)
    expect([next(1, 'up'), next(2, 'up'), next(4, 'up')]).toEqual([2, 4, undefined])
    expect([next(4, 'down'), next(2, 'down'), next(1, 'down')]).toEqual([2, 1, undefined])
    expect(at(1)).toEqual(nothingSimulated)
  })
})
