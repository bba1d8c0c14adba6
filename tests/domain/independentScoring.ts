// Scoring rules 1.0.0 written a second time, as plain code from the specification, with nothing of src/. It exists to
// disagree: where it and the product differ, one of them has misread the page.

export type Input = { answers: Record<string, unknown>; nonresponse: Record<string, string> }
type Outcome = { level: number | null; status: string }

const resultRows = [
  'res_sales',
  'res_markets',
  'res_improved',
  'res_new',
  'res_public_goods',
  'res_diversification',
  'res_identity',
]
const funds = [
  'fund_host',
  'fund_national',
  'fund_regional',
  'fund_fees',
  'fund_services',
  'fund_international',
  'fund_other',
]
const actors = ['n_firms_active', 'n_associations', 'n_academia', 'n_support', 'n_public']

const table: [dimension: string, indicator: string, weight: number][] = [
  ['gov', 'gov_model', 20],
  ['gov', 'gov_manager', 20],
  ['gov', 'gov_bodies', 20],
  ['gov', 'gov_private', 15],
  ['gov', 'gov_mix', 15],
  ['gov', 'gov_satisfaction', 10],
  ['str', 'str_document', 25],
  ['str', 'str_process', 15],
  ['str', 'str_plan', 25],
  ['str', 'str_execution', 15],
  ['str', 'str_monitoring', 20],
  ['all', 'all_academia', 20],
  ['all', 'all_cofinanced', 25],
  ['all', 'all_promotion', 15],
  ['all', 'all_intercluster', 20],
  ['all', 'all_participation', 20],
  ['res', 'res_sales', 20],
  ['res', 'res_markets', 10],
  ['res', 'res_improved', 15],
  ['res', 'res_new', 15],
  ['res', 'res_public_goods', 15],
  ['res', 'res_diversification', 10],
  ['res', 'res_identity', 5],
  ['res', 'res_evidence', 10],
  ['sus', 'sus_diversity', 30],
  ['sus', 'sus_private', 25],
  ['sus', 'sus_horizon', 30],
  ['sus', 'sus_control', 15],
]
const W: Record<string, number> = { gov: 25, str: 20, all: 20, res: 20, sus: 15 }
const dimensionOrder = ['gov', 'str', 'all', 'res', 'sus']

const ge = (value: number, threshold: number) => value + 1e-9 >= threshold
const MISSING: Outcome = { level: 0, status: 'missing' }
const SKIPPED: Outcome = { level: 0, status: 'skipped' }
const scored = (level: number): Outcome => ({ level, status: 'scored' })

function ladder(value: number, thresholds: [number, number, number, number]): number {
  if (ge(value, thresholds[3])) return 4
  if (ge(value, thresholds[2])) return 3
  if (ge(value, thresholds[1])) return 2
  if (ge(value, thresholds[0])) return 1
  return 0
}

function indicatorOutcome(id: string, a: Record<string, unknown>, nonresponse: Record<string, string>): Outcome {
  const blank = (name: string) => a[name] === undefined
  const num = (name: string) => a[name] as number
  const fromList = (name: string, codes: (string | null)[]) =>
    blank(name) ? MISSING : scored(codes.indexOf(a[name] as string))
  const yesWithCount = (name: string, middle: string, count: string) => {
    if (blank(name)) return MISSING
    if (a[name] === 'no') return scored(0)
    if (a[name] === middle) return scored(1)
    if (blank(count)) return scored(2)
    return scored(ge(num(count), 4) ? 4 : ge(num(count), 2) ? 3 : 2)
  }
  if (resultRows.includes(id)) {
    if (blank(id)) {
      const mayNotApply = id === 'res_markets' || id === 'res_diversification'
      return mayNotApply && nonresponse[id] === 'na' ? { level: null, status: 'not_applicable' } : MISSING
    }
    return scored({ no: 0, in_progress: 1, perceived: 2, measured: 4 }[a[id] as string] as number)
  }
  if (id === 'gov_model')
    return fromList('gov_formal_model', ['none', 'in_design', 'informal', 'documented', 'documented_reviewed'])
  if (id === 'gov_manager') {
    if (blank('manager_status')) return MISSING
    if (a.manager_status === 'none') return scored(0)
    if (a.manager_status === 'vacant') return scored(1)
    if (blank('team_fte') || !ge(num('team_fte'), 0.5)) return scored(2)
    return scored(ge(num('team_fte'), 2) ? 4 : 3)
  }
  if (id === 'gov_bodies') {
    const { body_assembly, body_committee, body_tables } = a
    const rows = [body_assembly, body_committee, body_tables]
    if (rows.every((row) => row === undefined)) return MISSING
    if (rows.every((row) => row === undefined || row === 'none')) return scored(0)
    let operating = 0
    if (['annual', 'semiannual', 'quarterly'].includes(body_assembly as string)) operating++
    if (['semiannual', 'quarterly'].includes(body_committee as string)) operating++
    if (['semiannual', 'quarterly'].includes(body_tables as string)) operating++
    return scored(1 + operating)
  }
  if (id === 'gov_private') {
    if (blank('body_committee')) return MISSING
    if (a.body_committee === 'none') return SKIPPED
    if (blank('committee_private_pct')) return MISSING
    return scored(ladder(num('committee_private_pct'), [20, 40, 50, 60]))
  }
  if (id === 'gov_mix') {
    if (actors.every(blank)) return MISSING
    const present = actors.filter((name) => !blank(name) && num(name) >= 1).length
    return scored(present <= 1 ? 0 : present - 1)
  }
  if (id === 'gov_satisfaction') return fromList('satisfaction', ['never', 'once', 'biennial', 'annual', 'annual_plan'])
  if (id === 'str_document')
    return fromList('strategy_document', ['none', 'in_progress', 'expired', 'valid', 'valid_public'])
  if (id === 'str_process') {
    if (blank('strategy_document')) return MISSING
    if (a.strategy_document === 'none') return SKIPPED
    return fromList('strategy_process', [null, 'leader_only', 'consulted', 'cocreated_firms', 'cocreated_multi'])
  }
  if (id === 'str_plan') return fromList('action_plan', ['none', 'ideas', 'owners', 'budget', 'budget_kpi'])
  if (id === 'str_execution') {
    if (blank('action_plan')) return MISSING
    if (a.action_plan === 'none') return SKIPPED
    if (blank('plan_execution_pct')) return MISSING
    return scored(ladder(num('plan_execution_pct'), [20, 40, 60, 80]))
  }
  if (id === 'str_monitoring') return fromList('monitoring', ['none', 'adhoc', 'annual', 'semiannual', 'decisions'])
  if (id === 'all_academia') return yesWithCount('academia_alliance', 'in_talks', 'n_academia_alliances')
  if (id === 'all_cofinanced') return yesWithCount('cofinanced', 'submitted', 'n_cofinanced')
  if (id === 'all_intercluster') return yesWithCount('intercluster', 'exploring', 'n_intercluster')
  if (id === 'all_promotion')
    return fromList('promotion_agencies', ['no', 'contacts', 'joint_activities', 'agreement', 'agreement_results'])
  if (id === 'all_participation' || id === 'res_evidence') {
    if (blank('n_firms_active')) return MISSING
    if (a.n_firms_active === 0) return SKIPPED
    const part = id === 'all_participation' ? 'n_firms_in_projects' : 'n_firms_measured'
    if (blank(part)) return MISSING
    const share = (100 * num(part)) / num('n_firms_active')
    if (id === 'all_participation') return scored(ladder(share, [5, 10, 25, 50]))
    if (num(part) === 0) return scored(0)
    return scored(Math.max(1, ladder(share, [-1, 10, 25, 50])))
  }
  if (id === 'sus_diversity' || id === 'sus_private') {
    if (a.budget_cop === 0) return SKIPPED
    if (funds.every(blank)) return MISSING
    const share = (name: string) => (blank(name) ? 0 : num(name))
    if (id === 'sus_diversity') {
      const top = Math.max(...funds.map(share))
      return scored(ge(top, 90) ? 0 : ge(top, 75) ? 1 : ge(top, 60) ? 2 : ge(top, 45) ? 3 : 4)
    }
    const own = share('fund_fees') + share('fund_services')
    return scored(ge(own, 40) ? 4 : ge(own, 20) ? 3 : ge(own, 10) ? 2 : own > 0 ? 1 : 0)
  }
  if (id === 'sus_horizon') return fromList('funding_horizon', ['lt6m', 'm6_12', 'y1_2', 'y2_3', 'gt3y'])
  if (id === 'sus_control')
    return fromList('financial_control', ['none', 'host_accounting', 'cost_centre', 'reports', 'audited'])
  throw new Error(`no rubric for ${id}`)
}

type Cell = { dimension: string; id: string; w: number; L: number }

function dimensionOf(cells: Cell[], dimension: string): number {
  const own = cells.filter((cell) => cell.dimension === dimension)
  const total = own.reduce((sum, cell) => sum + cell.w, 0)
  return (25 * own.reduce((sum, cell) => sum + cell.w * cell.L, 0)) / total
}

function indexOf(cells: Cell[]): number {
  return (
    dimensionOrder.reduce((sum, dimension) => sum + (W[dimension] as number) * dimensionOf(cells, dimension), 0) / 100
  )
}

const stages = [
  { id: 's1_exploracion', index: 0, minima: {}, conditions: [] },
  { id: 's2_intermedio', index: 35, minima: { gov: 30 }, conditions: ['active_manager'] },
  {
    id: 's3_consolidacion',
    index: 60,
    minima: { gov: 50, str: 50, all: 40, res: 30, sus: 30 },
    conditions: ['team_fte', 'committed_members', 'actor_types', 'committee_operating', 'valid_strategy'],
  },
  {
    id: 's4_avanzado',
    index: 80,
    minima: { gov: 70, str: 60, all: 60, res: 60, sus: 60 },
    conditions: ['three_years', 'measured_results', 'semiannual_monitoring'],
  },
] as { id: string; index: number; minima: Record<string, number>; conditions: string[] }[]

export function independentScore({ answers: a, nonresponse }: Input) {
  const indicators: Record<string, Outcome> = {}
  for (const [, id] of table) indicators[id] = indicatorOutcome(id, a, nonresponse)
  const cells: Cell[] = []
  for (const [dimension, id, w] of table) {
    const L = (indicators[id] as Outcome).level
    if (L !== null) cells.push({ dimension, id, w, L })
  }
  const dimensions: Record<string, number> = {}
  let completeness = 0
  for (const dimension of dimensionOrder) {
    dimensions[dimension] = dimensionOf(cells, dimension)
    const own = cells.filter((cell) => cell.dimension === dimension)
    const total = own.reduce((sum, cell) => sum + cell.w, 0)
    const lost = own.filter((cell) => indicators[cell.id]?.status === 'missing').reduce((sum, cell) => sum + cell.w, 0)
    completeness += ((W[dimension] as number) * (1 - lost / total)) / 100
  }
  const index = indexOf(cells)
  let status = 'final'
  if (!ge(completeness, 0.9)) status = 'provisional'
  if (!ge(completeness, 0.6)) status = 'insufficient'
  if (a.ci_status !== 'active') status = 'not_active'

  const years = (a.ref_year as number) - (a.founded_year as number)
  const conditions: Record<string, boolean> = {
    active_manager: (indicators.gov_manager?.level ?? 0) >= 2,
    team_fte: a.team_fte !== undefined && ge(a.team_fte as number, 0.5),
    committed_members: a.n_members_committed !== undefined && (a.n_members_committed as number) >= 15,
    actor_types: actors.filter((name) => a[name] !== undefined && (a[name] as number) >= 1).length >= 2,
    committee_operating: a.body_committee === 'semiannual' || a.body_committee === 'quarterly',
    valid_strategy: a.strategy_document === 'valid' || a.strategy_document === 'valid_public',
    three_years: !Number.isNaN(years) && years >= 3,
    measured_results: resultRows.filter((row) => a[row] === 'measured').length >= 3,
    semiannual_monitoring: (indicators.str_monitoring?.level ?? 0) >= 3,
  }
  let stage: string | null = null
  let path: { indicator: string; from: number; to: number }[] | null = null
  if (status === 'final' || status === 'provisional') {
    let at = 0
    while (at < 3) {
      const above = stages[at + 1] as (typeof stages)[number]
      const minimaHold = Object.entries(above.minima).every(([d, minimum]) => ge(dimensions[d] as number, minimum))
      if (!ge(index, above.index) || !minimaHold || !above.conditions.every((name) => conditions[name])) break
      at++
    }
    stage = (stages[at] as (typeof stages)[number]).id
    path = at === 3 ? [] : wayTo(stages[at + 1] as (typeof stages)[number], cells, conditions)
  }
  return { indicators, dimensions, index, completeness, status, stage, conditions, path }
}

function wayTo(goal: (typeof stages)[number], start: Cell[], conditions: Record<string, boolean>) {
  const cells = start.map((cell) => ({ ...cell }))
  const order: string[] = []
  const cellOf = (id: string) => cells.find((cell) => cell.id === id) as Cell
  const move = (cell: Cell, to: number) => {
    cell.L = to
    if (!order.includes(cell.id)) order.push(cell.id)
  }
  const after = (cell: Cell) => (resultRows.includes(cell.id) && cell.L === 2 ? 4 : cell.L + 1)
  const best = (candidates: Cell[], amount: (cell: Cell) => number) =>
    [...candidates].sort(
      (x, y) =>
        Number(amount(y).toFixed(9)) - Number(amount(x).toFixed(9)) || x.L - y.L || cells.indexOf(x) - cells.indexOf(y),
    )[0] as Cell
  const gain = (cell: Cell) => {
    const total = cells.filter((other) => other.dimension === cell.dimension).reduce((sum, other) => sum + other.w, 0)
    return ((after(cell) - cell.L) * (W[cell.dimension] as number) * cell.w) / (4 * total)
  }
  const floors: Record<string, [string, number]> = {
    active_manager: ['gov_manager', 2],
    team_fte: ['gov_manager', 3],
    actor_types: ['gov_mix', 1],
    committee_operating: ['gov_bodies', 2],
    valid_strategy: ['str_document', 3],
    semiannual_monitoring: ['str_monitoring', 3],
  }
  for (const name of goal.conditions) {
    if (conditions[name]) continue
    if (name === 'measured_results') {
      const rows = cells.filter((cell) => resultRows.includes(cell.id))
      while (rows.filter((cell) => cell.L === 4).length < 3) {
        const lower = rows.filter((cell) => cell.L < 4)
        move(
          best(lower, (cell) => (4 - cell.L) * cell.w),
          4,
        )
      }
    }
    const floor = floors[name]
    if (floor !== undefined && cellOf(floor[0]).L < floor[1]) move(cellOf(floor[0]), floor[1])
  }
  for (const dimension of dimensionOrder) {
    const minimum = goal.minima[dimension]
    if (minimum === undefined) continue
    while (!ge(dimensionOf(cells, dimension), minimum)) {
      const chosen = best(
        cells.filter((cell) => cell.dimension === dimension && cell.L < 4),
        gain,
      )
      move(chosen, after(chosen))
    }
  }
  while (!ge(indexOf(cells), goal.index)) {
    const chosen = best(
      cells.filter((cell) => cell.L < 4),
      gain,
    )
    move(chosen, after(chosen))
  }
  return order.map((id) => ({
    indicator: id,
    from: (start.find((cell) => cell.id === id) as Cell).L,
    to: cellOf(id).L,
  }))
}
