import { describe, expect, test } from 'vitest'
import { rulesInFormProblems } from '#domain/rulesInForm.ts'
import { rulesProblems } from '#domain/rulesProblems.ts'
import { ScoringRules } from '#domain/scoringRules.ts'
import { rules } from './scoringInputs.ts'

/** The rules of edition 1 with one piece of their text replaced, which must occur. */
function rulesBut(piece: string, by: string): ScoringRules {
  const text = JSON.stringify(rules)
  expect(text).toContain(piece)
  return ScoringRules.parse(JSON.parse(text.replace(piece, by)))
}

test('the rules of edition 1 have no problem', () => {
  expect(rulesProblems(rules)).toEqual([])
})

describe('a problem in the rules is named with its place', () => {
  test.each([
    [
      '"id":"gov_model","weight":20',
      '"id":"gov_model","weight":21',
      'dimension gov: the weights sum to 101, not to 100',
    ],
    ['"id":"gov_model"', '"id":"gov_mix"', 'indicators: gov_mix stands more than once'],
    [
      '{"atLeast":0.5,"level":3}',
      '{"atLeast":2.5,"level":3}',
      'indicator gov_manager: the thresholds 2.5, 2 do not ascend',
    ],
    ['"audited":4', '"audited":3', 'indicator sus_control: no answer gives level 4'],
    [
      '"code":"active","variable":"team_fte"',
      '"code":"on","variable":"team_fte"',
      'indicator gov_manager: refines on, not a code',
    ],
    [
      '"operatingFrom":"annual"',
      '"operatingFrom":"weekly"',
      'indicator gov_bodies: body_assembly operates from weekly, not a code',
    ],
    [
      '"operating":[1,2,3,4]',
      '"operating":[1,2,4]',
      'indicator gov_bodies: needs one level for each number of operating bodies, none included',
    ],
    [
      '"indicators":["gov_mix"]',
      '"indicators":["mix"]',
      'condition actor_types: its floor names mix, which is no indicator',
    ],
    ['"conditions":["active_manager"]', '"conditions":["manager"]', 'stage s2_intermedio: manager is no condition'],
    ['"index":80', '"index":60', 'stage s4_avanzado: its index is not above that of s3_consolidacion'],
    ['"gov":70', '"gov":40', 'stage s4_avanzado: asks less of gov than s3_consolidacion'],
    [
      '"provisional":0.6',
      '"provisional":0.95',
      'completeness: the share for a provisional result is above the one for a final result',
    ],
  ])('%s → %s', (piece, by, problem) => {
    expect(rulesProblems(rulesBut(piece, by))).toContain(problem)
  })
})

test('a variable that the form lacks, and a choice without a level, are named', () => {
  const inForm = new Map([
    ['monitoring', { isNumber: false, codes: ['none', 'adhoc', 'annual', 'semiannual', 'decisions', 'daily'] }],
    ['team_fte', { isNumber: false, codes: ['some'] }],
  ])
  const problems = rulesInFormProblems(rules, (variable) => inForm.get(variable))
  expect(problems).toContain('indicator gov_model: the form has no question gov_formal_model')
  expect(problems).toContain('indicator str_monitoring: the choice daily of monitoring has no level')
  expect(problems).toContain('condition team_fte: team_fte is not asked as a number')
})
