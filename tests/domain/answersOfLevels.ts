import { type Input, independentScore } from './independentScoring.ts'

// Answers that score at given levels: the way back from what a simulation supposes to what somebody would have answered.

type Given = Record<string, unknown>
type Levels = Readonly<Record<string, number | null>>

const codesByLevel: Record<string, [variable: string, codes: readonly (string | undefined)[]]> = {
  gov_model: ['gov_formal_model', ['none', 'in_design', 'informal', 'documented', 'documented_reviewed']],
  gov_satisfaction: ['satisfaction', ['never', 'once', 'biennial', 'annual', 'annual_plan']],
  str_document: ['strategy_document', ['none', 'in_progress', 'expired', 'valid', 'valid_public']],
  str_process: ['strategy_process', [undefined, 'leader_only', 'consulted', 'cocreated_firms', 'cocreated_multi']],
  str_plan: ['action_plan', ['none', 'ideas', 'owners', 'budget', 'budget_kpi']],
  str_monitoring: ['monitoring', ['none', 'adhoc', 'annual', 'semiannual', 'decisions']],
  all_promotion: ['promotion_agencies', ['no', 'contacts', 'joint_activities', 'agreement', 'agreement_results']],
  sus_horizon: ['funding_horizon', ['lt6m', 'm6_12', 'y1_2', 'y2_3', 'gt3y']],
  sus_control: ['financial_control', ['none', 'host_accounting', 'cost_centre', 'reports', 'audited']],
}
const withCount: Record<string, [variable: string, atOne: string, count: string]> = {
  all_academia: ['academia_alliance', 'in_talks', 'n_academia_alliances'],
  all_cofinanced: ['cofinanced', 'submitted', 'n_cofinanced'],
  all_intercluster: ['intercluster', 'exploring', 'n_intercluster'],
}
const ofFirms: Record<string, [part: string, numbers: readonly number[]]> = {
  all_participation: ['n_firms_in_projects', [0, 5, 10, 25, 50]],
  res_evidence: ['n_firms_measured', [0, 5, 10, 25, 50]],
}
const otherActors = ['n_associations', 'n_academia', 'n_support', 'n_public']

/** Changes what an indicator is read from so that it stands at this level. What depends on the same answers may move. */
function answerAt(id: string, levels: Levels, given: Given, committeeOperates: boolean): Given {
  const level = levels[id] ?? 0
  const code = codesByLevel[id]
  if (code !== undefined) return { [code[0]]: code[1][level] }
  const counted = withCount[id]
  if (counted !== undefined) {
    const [variable, atOne, count] = counted
    return { [variable]: ['no', atOne][level] ?? 'yes', [count]: [undefined, undefined, 1, 2, 4][level] }
  }
  const firms = ofFirms[id]
  if (firms !== undefined) return { n_firms_active: 100, [firms[0]]: firms[1][level] }
  if (id.startsWith('res_')) return { [id]: ['no', 'in_progress', 'perceived', undefined, 'measured'][level] }
  if (id === 'gov_manager') {
    return { manager_status: ['none', 'vacant'][level] ?? 'active', team_fte: [0, 0, 0.3, 1, 2][level] }
  }
  if (id === 'gov_bodies') {
    const bodies = committeeOperates ? ['committee', 'assembly', 'tables'] : ['assembly', 'tables', 'committee']
    return Object.fromEntries(
      bodies.map((body, at) => [`body_${body}`, level === 0 ? 'none' : at < level - 1 ? 'quarterly' : 'inactive']),
    )
  }
  if (id === 'gov_private') return { committee_private_pct: level === 0 ? undefined : [0, 20, 40, 50, 60][level] }
  if (id === 'gov_mix') {
    const firmsPresent = Number(given.n_firms_active ?? 0) >= 1 || level === 4 ? 1 : 0
    const present = Object.fromEntries(otherActors.map((name, at) => [name, at < level + 1 - firmsPresent ? 1 : 0]))
    return level === 4 ? { ...present, n_firms_active: 100 } : present
  }
  if (id === 'str_execution') return { plan_execution_pct: [undefined, 20, 40, 60, 80][level] }
  if (id === 'sus_diversity' || id === 'sus_private') return sharesAt(levels)
  throw new Error(`no answers for ${id}`)
}

/** Both indicators of the budget are read from the same seven shares; what these sum to plays no part in scoring. */
function sharesAt({ sus_diversity: diversity, sus_private: own }: Levels): Given {
  return {
    ...{ budget_cop: 1_000_000, fund_host: [95, 80, 65, 50, 40][diversity ?? 0] },
    ...{ fund_fees: [0, 5, 15, 22, 25][own ?? 0], fund_services: own === 4 ? 20 : 0 },
    ...{ fund_national: 0, fund_regional: 0, fund_international: 0, fund_other: 0 },
  }
}

/**
 * The input with answers changed until every indicator stands at its level, and the conditions that no level tells of
 * are met where they are supposed to be. Throws where no answers do.
 */
export function answersOfLevels(input: Input, levels: Levels, conditions: Readonly<Record<string, boolean>>): Input {
  let { answers } = input
  const committeeOperates = conditions.committee_operating === true
  if (conditions.committed_members === true) answers = { ...answers, n_members_committed: 15 }
  if (conditions.three_years === true) answers = { ...answers, ref_year: 2025, founded_year: 2022 }
  const isOff = (changed: Input) =>
    Object.entries(independentScore(changed).indicators).filter(([id, { level }]) => level !== levels[id])
  const made = () => withoutBlanks(input, answers)
  if (committeeOperates !== independentScore(made()).conditions.committee_operating) {
    answers = { ...answers, ...answerAt('gov_bodies', levels, answers, committeeOperates) }
  }
  // Indicators share answers: what one moved, the next round sets right.
  for (let round = 0; round < 4; round += 1) {
    for (const [id] of isOff(made())) {
      answers = { ...answers, ...answerAt(id, levels, answers, committeeOperates) }
    }
  }
  const off = isOff(made())
  if (off.length > 0) throw new Error(`no answers at these levels: ${off.map(([id]) => id).join(', ')}`)
  return made()
}

function withoutBlanks({ nonresponse }: Input, answers: Given): Input {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined)
  const isGiven = new Set(given.map(([name]) => name))
  return {
    answers: Object.fromEntries(given),
    nonresponse: Object.fromEntries(Object.entries(nonresponse).filter(([name]) => !isGiven.has(name))),
  }
}
