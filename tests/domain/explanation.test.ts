import { describe, expect, it } from 'vitest'
import { explain, stepsOfGaps } from '#domain/explanation.ts'
import { pointsOf, score } from '#domain/scoring.ts'
import { rules } from './scoringInputs.ts'

const active = { answers: { ci_status: 'active' }, nonresponse: {} }

describe('the explanation of a result', () => {
  it('gives the points that sum to the index, and available points that sum to 100', () => {
    const result = score(rules, {
      answers: {
        ci_status: 'active',
        gov_formal_model: 'documented',
        strategy_document: 'valid',
        res_sales: 'measured',
      },
      nonresponse: {},
    })
    const { profile, added } = explain(rules, result)
    const indicators = profile.flatMap((dimension) => dimension.indicators)
    expect(indicators.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(result.index, 9)
    expect(indicators.reduce((sum, { available }) => sum + available, 0)).toBeCloseTo(100, 9)
    const best = Math.max(...Object.values(pointsOf(rules, result)))
    expect(added[0]?.points).toBeCloseTo(best, 9)
  })

  it('shows a range for a dimension with less than 80 % answered, and names no strength among those', () => {
    const { profile, strongest, added } = explain(rules, score(rules, active))
    expect(profile.every(({ isRange, min, max }) => isRange && min <= max)).toBe(true)
    expect(strongest).toBeNull()
    expect(added).toEqual([])
  })

  it('counts what is missing and has no distance without a stage', () => {
    const told = explain(rules, score(rules, active))
    const { indicators } = score(rules, active)
    const missing = Object.values(indicators).filter(({ status }) => status === 'missing')
    expect(missing).toHaveLength(told.count.counting - told.count.answered)
    expect(told.distance).toBeNull()
    expect(told.border).toBeNull()
  })

  it('tells the distance to the next stage and which threshold is near', () => {
    const first = { ...score(rules, active), status: 'final' as const, stage: 's1_exploracion', index: 33.5, path: [] }
    const told = explain(rules, first)
    expect(told.distance?.stage).toBe('s2_intermedio')
    expect(told.distance?.points).toBeCloseTo(1.5, 9)
    expect(told.distance?.conditions).toEqual([{ id: 'active_manager', isMet: false }])
    expect(told.border).toEqual({ lower: 's1_exploracion', upper: 's2_intermedio' })
    expect(explain(rules, { ...first, index: 32.9 }).border).toBeNull()
  })

  it('makes one step up of each gap, over the levels that there are, and none of what is at the top', () => {
    const result = score(rules, { answers: { ...active.answers, res_sales: 'perceived' }, nonresponse: {} })
    const indicators = explain(rules, result).profile.flatMap((dimension) => dimension.indicators)
    const gaps = indicators.filter(({ indicator }) => ['res_sales', 'str_process'].includes(indicator))
    expect(stepsOfGaps(rules, gaps)).toEqual([
      { indicator: 'str_process', from: 0, to: 1 },
      { indicator: 'res_sales', from: 2, to: 4 },
    ])
    const atTop = gaps.map((gap) => ({ ...gap, level: 4 }))
    expect(stepsOfGaps(rules, atTop)).toEqual([])
  })
})
