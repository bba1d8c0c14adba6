import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { ScoringRules } from '#domain/scoringRules.ts'
import type { Input } from './independentScoring.ts'

/** The rules of edition 1, as they are delivered. */
export const rules = ScoringRules.parse(
  JSON.parse(readFileSync(new URL('../../surveys/cluster-maturity.1.json', import.meta.url), 'utf8')).scoring,
)

const meetings = ['none', 'inactive', 'annual', 'semiannual', 'quarterly']
const results = ['no', 'in_progress', 'perceived', 'measured']

// Codes from the weakest to the strongest, so that a strong initiative can be drawn as such.
const codes: Record<string, string[]> = {
  ci_status: ['closed', 'paused', 'active', 'active', 'active', 'active', 'active', 'active', 'active', 'active'],
  gov_formal_model: ['none', 'in_design', 'informal', 'documented', 'documented_reviewed'],
  manager_status: ['none', 'vacant', 'active', 'active', 'active'],
  body_assembly: meetings,
  body_committee: meetings,
  body_tables: meetings,
  satisfaction: ['never', 'once', 'biennial', 'annual', 'annual_plan'],
  strategy_document: ['none', 'in_progress', 'expired', 'valid', 'valid_public'],
  strategy_process: ['leader_only', 'consulted', 'cocreated_firms', 'cocreated_multi'],
  action_plan: ['none', 'ideas', 'owners', 'budget', 'budget_kpi'],
  monitoring: ['none', 'adhoc', 'annual', 'semiannual', 'decisions'],
  academia_alliance: ['no', 'in_talks', 'yes'],
  cofinanced: ['no', 'submitted', 'yes'],
  promotion_agencies: ['no', 'contacts', 'joint_activities', 'agreement', 'agreement_results'],
  intercluster: ['no', 'exploring', 'yes'],
  res_sales: results,
  res_markets: results,
  res_improved: results,
  res_new: results,
  res_public_goods: results,
  res_diversification: results,
  res_identity: results,
  funding_horizon: ['lt6m', 'm6_12', 'y1_2', 'y2_3', 'gt3y'],
  financial_control: ['none', 'host_accounting', 'cost_centre', 'reports', 'audited'],
}

const actors = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 }))
const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 10, 20, 40, 45, 50, 60, 75, 80, 90, 100))
const share = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }), fc.constantFrom(10, 20, 40, 45, 60, 75, 90))
const few = fc.integer({ min: 1, max: 6 })

const numbers: Record<string, fc.Arbitrary<number>> = {
  founded_year: fc.integer({ min: 2005, max: 2025 }),
  ref_year: fc.integer({ min: 2022, max: 2025 }),
  team_fte: fc.oneof(
    fc.constantFrom(0, 0.4, 0.49, 0.5, 1.9, 2),
    fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10),
  ),
  committee_private_pct: percent,
  n_firms_active: actors,
  n_associations: actors,
  n_academia: actors,
  n_support: actors,
  n_public: actors,
  n_members_committed: fc.integer({ min: 0, max: 40 }),
  plan_execution_pct: percent,
  n_academia_alliances: few,
  n_cofinanced: few,
  n_intercluster: few,
  n_firms_in_projects: actors,
  n_firms_measured: actors,
  budget_cop: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 1e9 }) },
  ),
  fund_host: share,
  fund_national: share,
  fund_regional: share,
  fund_fees: share,
  fund_services: share,
  fund_international: share,
  fund_other: share,
}

const scoredVariables = [...Object.keys(codes), ...Object.keys(numbers)]

type Given = { kind: 'answer'; value: string | number } | { kind: 'non-answer'; code: string } | { kind: 'blank' }

/** `strength` 0..4: how far the weaker codes are left out; `gaps`: how many in a hundred are not answered. */
function givenFor(variable: string, strength: number, gaps: number): fc.Arbitrary<Given> {
  const offered = codes[variable]
  const value: fc.Arbitrary<string | number> =
    offered === undefined
      ? (numbers[variable] as fc.Arbitrary<number>)
      : fc.constantFrom(...offered.slice(Math.floor((strength * offered.length) / 6)))
  return fc.oneof(
    { weight: 100 - gaps, arbitrary: value.map((value): Given => ({ kind: 'answer', value })) },
    {
      weight: gaps,
      arbitrary: fc.oneof(
        fc.constant<Given>({ kind: 'blank' }),
        fc.constantFrom('dk', 'refused', 'na').map((code): Given => ({ kind: 'non-answer', code })),
      ),
    },
  )
}

/** Half-filled to complete inputs of weak to strong initiatives; skip logic is not kept, as the rules must bear that. */
export const scoringInputs: fc.Arbitrary<Input> = fc
  .record({ strength: fc.integer({ min: 0, max: 5 }), gaps: fc.constantFrom(0, 3, 8, 20, 50) })
  .chain(({ strength, gaps }) =>
    fc.record(Object.fromEntries(scoredVariables.map((variable) => [variable, givenFor(variable, strength, gaps)]))),
  )
  .map((given) => {
    const input: Input = { answers: {}, nonresponse: {} }
    for (const [variable, what] of Object.entries(given)) {
      if (what.kind === 'answer') input.answers[variable] = what.value
      if (what.kind === 'non-answer') input.nonresponse[variable] = what.code
    }
    return input
  })
