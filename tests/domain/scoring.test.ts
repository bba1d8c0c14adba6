import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answered } from '#domain/answers.ts'
import { Result } from '#domain/result.ts'
import { boundsOf, pointsOf, score } from '#domain/scoring.ts'
import { type Input, independentScore } from './independentScoring.ts'
import { rules, scoringInputs } from './scoringInputs.ts'

type Vectors = { rules: string; tolerance: number; cases: { name: string; input: Input; expected: unknown }[] }

const vectors: Vectors = JSON.parse(readFileSync(new URL('./scoring.vectors.json', import.meta.url), 'utf8'))

/** Places where two results differ: numbers by more than 1e-9, everything else at all, missing keys included. */
function differences(actual: unknown, expected: unknown, place = 'result'): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= 1e-9 ? [] : [`${place}: ${actual}, expected ${expected}`]
  }
  const bothObjects = typeof actual === 'object' && typeof expected === 'object' && actual !== null && expected !== null
  if (!bothObjects) return actual === expected ? [] : [`${place}: ${String(actual)}, expected ${String(expected)}`]
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)])
  return [...keys].flatMap((key) =>
    differences(
      (actual as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      `${place}.${key}`,
    ),
  )
}

const scoreOf = (input: Input) => score(rules, input as Answered)

/** A complete assessment at the top of every rubric. */
const top: Input = {
  nonresponse: {},
  answers: {
    ...{ ci_status: 'active', founded_year: 2015, ref_year: 2025, n_members_committed: 40 },
    ...{ gov_formal_model: 'documented_reviewed', manager_status: 'active', team_fte: 3, satisfaction: 'annual_plan' },
    ...{ body_assembly: 'annual', body_committee: 'quarterly', body_tables: 'semiannual', committee_private_pct: 70 },
    ...{ n_firms_active: 100, n_associations: 1, n_academia: 1, n_support: 1, n_public: 1 },
    ...{ strategy_document: 'valid_public', strategy_process: 'cocreated_multi', action_plan: 'budget_kpi' },
    ...{ plan_execution_pct: 90, monitoring: 'decisions', academia_alliance: 'yes', n_academia_alliances: 4 },
    ...{ cofinanced: 'yes', n_cofinanced: 4, promotion_agencies: 'agreement_results', intercluster: 'yes' },
    ...{ n_intercluster: 4, n_firms_in_projects: 50, n_firms_measured: 50, res_sales: 'measured' },
    ...{ res_markets: 'measured', res_improved: 'measured', res_new: 'measured', res_public_goods: 'measured' },
    ...{ res_diversification: 'measured', res_identity: 'measured', budget_cop: 1_000_000, fund_host: 40 },
    ...{ fund_national: 0, fund_regional: 20, fund_fees: 20, fund_services: 20, fund_international: 0, fund_other: 0 },
    ...{ funding_horizon: 'gt3y', financial_control: 'audited' },
  },
}

function topBut(answers: Record<string, unknown>, without: string[] = []): Input {
  const all: Record<string, unknown> = { ...top.answers, ...answers }
  for (const variable of without) delete all[variable]
  return { answers: all, nonresponse: {} }
}

describe('the worked cases of the specification', () => {
  test.each(vectors.cases)('$name', ({ input, expected }) => {
    expect(differences(scoreOf(input), expected)).toEqual([])
  })

  test('are written for the rules that the edition holds', () => {
    expect(rules.version).toBe(vectors.rules)
  })

  test('agree with the independent implementation too, so that it is worth comparing with', () => {
    for (const { input, expected } of vectors.cases) expect(differences(independentScore(input), expected)).toEqual([])
  })
})

test('an independent implementation agrees in every field over 3,000 random inputs', { timeout: 60_000 }, () => {
  const stages = new Set<string | null>()
  const statuses = new Set<string>()
  fc.assert(
    fc.property(scoringInputs, (input) => {
      const result = scoreOf(input)
      stages.add(result.stage)
      statuses.add(result.status)
      expect(differences(result, independentScore(input))).toEqual([])
    }),
    { numRuns: 3000 },
  )
  // The comparison is worth something only if it went everywhere.
  expect([...statuses].sort()).toEqual(['final', 'insufficient', 'not_active', 'provisional'])
  expect(stages.size).toBe(5)
})

test('the result passes its own schema, through JSON', () => {
  const result = scoreOf(top)
  expect(Result.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
  expect(result).toMatchObject({ index: 100, completeness: 1, status: 'final', stage: 's4_avanzado', path: [] })
})

describe('the special cases', () => {
  const levelOf = (input: Input, indicator: string) => scoreOf(input).indicators[indicator]

  test('a body counts only when its row is answered: one missing row stands for none', () => {
    expect(levelOf(topBut({}, ['body_assembly']), 'gov_bodies')).toEqual({ level: 3, status: 'scored' })
    expect(levelOf(topBut({ body_committee: 'none', body_tables: 'none' }, ['body_assembly']), 'gov_bodies')).toEqual({
      level: 0,
      status: 'scored',
    })
  })

  test('one known share makes own income known, and 0 where its two are blank', () => {
    const shares = ['fund_national', 'fund_regional', 'fund_fees', 'fund_services', 'fund_international', 'fund_other']
    expect(levelOf(topBut({ fund_host: 100 }, shares), 'sus_private')).toEqual({ level: 0, status: 'scored' })
    expect(levelOf(topBut({}, ['fund_host', ...shares]), 'sus_private')).toEqual({ level: 0, status: 'missing' })
  })

  test('an unknown budget does not make the known shares missing', () => {
    expect(levelOf(topBut({}, ['budget_cop']), 'sus_diversity')).toEqual({ level: 4, status: 'scored' })
  })

  test('one measured firm in half a million is more than none', () => {
    expect(levelOf(topBut({ n_firms_active: 500_000, n_firms_measured: 1 }), 'res_evidence')?.level).toBe(1)
    expect(levelOf(topBut({ n_firms_measured: 0 }), 'res_evidence')?.level).toBe(0)
  })

  test('a value that misses a threshold by the noise of doubles reaches it, and by no more', () => {
    expect(levelOf(topBut({ team_fte: 2 - 5e-10 }), 'gov_manager')?.level).toBe(4)
    expect(levelOf(topBut({ team_fte: 2 - 5e-9 }), 'gov_manager')?.level).toBe(3)
  })

  test('a non-answer where only a number is allowed scores as missing, and na does not excuse other rows', () => {
    const input = topBut({}, ['res_sales', 'res_markets'])
    input.nonresponse = { res_sales: 'na', res_markets: 'na' }
    expect(levelOf(input, 'res_sales')).toEqual({ level: 0, status: 'missing' })
    expect(levelOf(input, 'res_markets')).toEqual({ level: null, status: 'not_applicable' })
  })

  test('a value of another type, or a code that is not offered, counts as missing', () => {
    expect(levelOf(topBut({ gov_formal_model: 'constructor' }), 'gov_model')?.status).toBe('missing')
    expect(levelOf(topBut({ committee_private_pct: '70' }), 'gov_private')?.status).toBe('missing')
  })
})

describe('what the explanation shows', () => {
  test('bounds are one number where nothing is missing', () => {
    expect(boundsOf(rules, scoreOf(top))).toMatchObject({ min: 100, max: 100 })
  })

  test('a missing indicator opens the bounds by its whole weight, of the index and of its dimension', () => {
    // gov_model weighs 20 of 100 in a dimension of 25.
    const bounds = boundsOf(rules, scoreOf(topBut({}, ['gov_formal_model'])))
    expect(bounds.min).toBeCloseTo(95, 9)
    expect(bounds.max).toBeCloseTo(100, 9)
    expect(bounds.dimensions.gov).toEqual({ min: 80, max: 100 })
  })

  test('an indicator that does not apply has no points, and its weight goes to the others', () => {
    const input = topBut({}, ['res_markets'])
    input.nonresponse = { res_markets: 'na' }
    const points = pointsOf(rules, scoreOf(input))
    expect(points).not.toHaveProperty('res_markets')
    // 20 points of the dimension, times 20 of the 90 that apply.
    expect(points.res_sales).toBeCloseTo(20 * (20 / 90), 9)
  })
})
