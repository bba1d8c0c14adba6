import type { Band, ConditionRule, DimensionRule, Rubric, ScoringRules, StageRule } from './scoringRules.ts'

/**
 * What is wrong inside scoring rules whose shape is right: weights, thresholds, names that nothing answers to.
 *
 * @returns one sentence for each problem, beginning with its place; none when the rules can be published
 */
export function rulesProblems(rules: ScoringRules): string[] {
  const indicators = rules.dimensions.flatMap((dimension) => dimension.indicators)
  const levels = new Map(indicators.map(({ id, rubric }) => [id, levelsGiven(rubric)]))
  return [
    ...weightProblems('dimensions', rules.dimensions),
    ...rules.dimensions.flatMap(dimensionProblems),
    ...repeated('indicators', indicators),
    ...repeated('conditions', rules.conditions),
    ...repeated('stages', rules.stages),
    ...indicators.flatMap(({ id, rubric }) => rubricProblems(rubric).map((problem) => `indicator ${id}: ${problem}`)),
    ...rules.conditions.flatMap((condition) => conditionProblems(condition, rules, levels)),
    ...rules.stages.flatMap((stage, at) => stageProblems(stage, rules.stages[at - 1], rules)),
    ...(rules.completeness.provisional <= rules.completeness.final
      ? []
      : ['completeness: the share for a provisional result is above the one for a final result']),
  ]
}

function weightProblems(place: string, weighted: readonly { id: string; weight: number }[]): string[] {
  const sum = weighted.reduce((total, { weight }) => total + weight, 0)
  return [
    ...repeated(place, weighted),
    ...(Math.abs(sum - 100) < 1e-9 ? [] : [`${place}: the weights sum to ${sum}, not to 100`]),
  ]
}

function repeated(place: string, named: readonly { id: string }[]): string[] {
  const ids = named.map(({ id }) => id)
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  return [...twice].map((id) => `${place}: ${id} stands more than once`)
}

function dimensionProblems(dimension: DimensionRule): string[] {
  const alwaysApplies = dimension.indicators.some(
    ({ rubric }) => rubric.kind !== 'choice' || rubric.mayNotApply !== true,
  )
  return [
    ...weightProblems(`dimension ${dimension.id}`, dimension.indicators),
    ...(alwaysApplies ? [] : [`dimension ${dimension.id}: every indicator may not apply, so it may have no value`]),
  ]
}

function rubricProblems(rubric: Rubric): string[] {
  const problems = levelsGiven(rubric).has(4) ? [] : ['no answer gives level 4']
  switch (rubric.kind) {
    case 'choice':
      if (rubric.refine === undefined) return problems
      if (!Object.hasOwn(rubric.levels, rubric.refine.code)) problems.push(`refines ${rubric.refine.code}, not a code`)
      return [...problems, ...bandProblems(rubric.refine.bands)]
    case 'bands':
      return [...problems, ...bandProblems(rubric.bands)]
    case 'bodies':
      for (const { variable, operatingFrom } of rubric.bodies) {
        if (!rubric.order.includes(operatingFrom))
          problems.push(`${variable} operates from ${operatingFrom}, not a code`)
      }
      if (rubric.operating.length !== rubric.bodies.length + 1)
        problems.push('needs one level for each number of operating bodies, none included')
      return problems
  }
}

function bandProblems(bands: readonly Band[]): string[] {
  const thresholds = bands.map((band) => ('above' in band ? band.above : band.atLeast))
  const falls = thresholds.some((threshold, at) => at > 0 && threshold <= (thresholds[at - 1] ?? threshold))
  return falls ? [`the thresholds ${thresholds.join(', ')} do not ascend`] : []
}

function levelsGiven(rubric: Rubric): Set<number> {
  switch (rubric.kind) {
    case 'choice':
      return new Set([...Object.values(rubric.levels), ...(rubric.refine?.bands ?? []).map((band) => band.level)])
    case 'bands':
      return new Set([rubric.below, ...rubric.bands.map((band) => band.level)])
    case 'bodies':
      return new Set([rubric.noneExists, ...rubric.operating])
  }
}

function conditionProblems(
  { id, test, floor }: ConditionRule,
  rules: ScoringRules,
  levels: ReadonlyMap<string, ReadonlySet<number>>,
): string[] {
  const problems: string[] = []
  if (test.kind === 'level' && !levels.has(test.indicator)) problems.push(`${test.indicator} is no indicator`)
  if (test.kind === 'rows' && test.atLeast > test.variables.length) problems.push('asks for more rows than it names')
  for (const indicator of floor?.indicators ?? []) {
    const given = levels.get(indicator)
    if (given === undefined) problems.push(`its floor names ${indicator}, which is no indicator`)
    else if (floor !== undefined && !given.has(floor.level))
      problems.push(`its floor is level ${floor.level}, which ${indicator} never has`)
  }
  if (floor !== undefined && floor.count > floor.indicators.length) problems.push('its floor counts more than it names')
  if (!rules.stages.some((stage) => stage.conditions.includes(id))) problems.push('belongs to no stage')
  return problems.map((problem) => `condition ${id}: ${problem}`)
}

function stageProblems(stage: StageRule, before: StageRule | undefined, rules: ScoringRules): string[] {
  const problems: string[] = []
  if (before === undefined && (stage.index > 0 || Object.keys(stage.minima).length > 0 || stage.conditions.length > 0))
    problems.push('is the first, which every assessment reaches, and yet asks for something')
  if (before !== undefined && stage.index <= before.index) problems.push(`its index is not above that of ${before.id}`)
  for (const id of Object.keys(stage.minima)) {
    if (!rules.dimensions.some((dimension) => dimension.id === id)) problems.push(`${id} is no dimension`)
  }
  for (const [id, minimum] of Object.entries(before?.minima ?? {})) {
    if ((stage.minima[id] ?? 0) < minimum) problems.push(`asks less of ${id} than ${before?.id}`)
  }
  for (const id of stage.conditions) {
    if (!rules.conditions.some((condition) => condition.id === id)) problems.push(`${id} is no condition`)
  }
  return problems.map((problem) => `stage ${stage.id}: ${problem}`)
}
