import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answered } from '#domain/answers.ts'
import { type Levels, measuresOf } from '#domain/dimensions.ts'
import type { Result } from '#domain/result.ts'
import { boundsOf, pointsOf, score } from '#domain/scoring.ts'
import { stageAfter } from '#domain/stages.ts'
import type { Input } from './independentScoring.ts'
import { rules, scoringInputs } from './scoringInputs.ts'

const runs = { numRuns: 500 }
const indicatorIds = rules.dimensions.flatMap((dimension) => dimension.indicators.map((indicator) => indicator.id))

const scoreOf = (input: Input): Result => score(rules, input as Answered)

const levels: fc.Arbitrary<Levels> = fc.record(
  Object.fromEntries(
    indicatorIds.map((id) => [id, fc.record({ level: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 12 }) })]),
  ),
)

test('index and dimension values stay within 0 and 100, completeness within 0 and 1', () => {
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const { index, dimensions, completeness } = scoreOf(input)
      for (const value of [index, ...Object.values(dimensions)]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(100 + 1e-9)
      }
      expect(completeness).toBeGreaterThanOrEqual(-1e-9)
      expect(completeness).toBeLessThanOrEqual(1 + 1e-9)
    }),
    runs,
  )
})

test('raising any one level never lowers the index, nor any dimension', () => {
  fc.assert(
    fc.property(levels, fc.constantFrom(...indicatorIds), (before, id) => {
      const level = before[id]?.level ?? null
      fc.pre(level !== null && level < 4)
      const raised = measuresOf(rules, { ...before, [id]: { level: (level ?? 0) + 1 } })
      const measures = measuresOf(rules, before)
      expect(raised.index).toBeGreaterThan(measures.index)
      for (const { id: dimension } of rules.dimensions) {
        expect(raised.dimensions[dimension]).toBeGreaterThanOrEqual((measures.dimensions[dimension] ?? 0) - 1e-9)
      }
    }),
    runs,
  )
})

test('the order in which variables were answered changes nothing', () => {
  fc.assert(
    fc.property(scoringInputs, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (input, order) => {
      const shuffled = Object.entries(input.answers)
        .map((entry, at) => ({ entry, key: order[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ entry }) => entry)
      const again = scoreOf({ answers: Object.fromEntries(shuffled), nonresponse: input.nonresponse })
      expect(JSON.stringify(again)).toBe(JSON.stringify(scoreOf(input)))
    }),
    runs,
  )
})

test('scoring twice gives the same bytes and leaves the answers as they were', () => {
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const before = JSON.stringify(input)
      expect(JSON.stringify(scoreOf(input))).toBe(JSON.stringify(scoreOf(input)))
      expect(JSON.stringify(input)).toBe(before)
    }),
    runs,
  )
})

test('points sum to the index, and the index lies at the lower end of its bounds', () => {
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const result = scoreOf(input)
      const sum = Object.values(pointsOf(rules, result)).reduce((total, points) => total + points, 0)
      expect(sum).toBeCloseTo(result.index, 9)
      const { min, max } = boundsOf(rules, result)
      expect(min).toBe(result.index)
      expect(max).toBeGreaterThanOrEqual(min)
      const isMissing = Object.values(result.indicators).some((indicator) => indicator.status === 'missing')
      expect(max > min).toBe(isMissing)
    }),
    runs,
  )
})

test('after the whole path the index, the minima and the floors of the next stage hold', () => {
  let paths = 0
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const result = scoreOf(input)
      const next = result.stage === null ? undefined : stageAfter(rules, result.stage)
      if (next === undefined) {
        expect(result.path).toEqual(result.stage === null ? null : [])
        return
      }
      paths++
      const walked: Record<string, { level: number | null }> = { ...result.indicators }
      for (const { indicator, from, to } of result.path ?? []) {
        expect(from).toBe(result.indicators[indicator]?.level)
        expect(to).toBeGreaterThan(from)
        walked[indicator] = { level: to }
      }
      const measures = measuresOf(rules, walked)
      expect(measures.index + 1e-9).toBeGreaterThanOrEqual(next.index)
      for (const [id, minimum] of Object.entries(next.minima)) {
        expect((measures.dimensions[id] ?? 0) + 1e-9).toBeGreaterThanOrEqual(minimum)
      }
      for (const { id, floor } of rules.conditions) {
        if (!next.conditions.includes(id) || result.conditions[id] === true || floor === undefined) continue
        const atFloor = floor.indicators.filter((indicator) => (walked[indicator]?.level ?? 0) >= floor.level)
        expect(atFloor.length).toBeGreaterThanOrEqual(floor.count)
      }
    }),
    runs,
  )
  expect(paths).toBeGreaterThan(100)
})

test('the path names an indicator once, and never a level that the rubric does not have', () => {
  const resultRows = new Set(indicatorIds.filter((id) => id.startsWith('res_') && id !== 'res_evidence'))
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const path = scoreOf(input).path ?? []
      expect(new Set(path.map((step) => step.indicator)).size).toBe(path.length)
      for (const { indicator, to } of path) expect(resultRows.has(indicator) && to === 3).toBe(false)
    }),
    runs,
  )
})
