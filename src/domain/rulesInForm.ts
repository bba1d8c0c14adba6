import type { ConditionTest, NumberFromAnswers, Rubric, ScoringRules } from './scoringRules.ts'

/** What scoring needs to know of a question: whether its answer is a number, and otherwise the codes it offers. */
export type ScoredQuestion = { isNumber: boolean; codes: readonly string[] }

/** One reading of a variable by the rules; `codes` where it reads a code, and whether those must be all there are. */
type Reading = { place: string; variable: string; codes?: readonly string[]; isComplete?: boolean }

/**
 * Whether a form can feed the scoring rules: every variable they read exists with the right kind of answer, they name no
 * code that is not offered, and every choice of a scored question has a level.
 *
 * @param questionOf the form's question for a variable, undefined where it has none
 * @returns one sentence for each problem, beginning with its place
 */
export function rulesInFormProblems(
  rules: ScoringRules,
  questionOf: (variable: string) => ScoredQuestion | undefined,
): string[] {
  const problems = readingsOf(rules).flatMap((reading) => {
    const question = questionOf(reading.variable)
    if (question === undefined) return [`${reading.place}: the form has no question ${reading.variable}`]
    return readingProblems(reading, question)
  })
  return [...new Set(problems)]
}

/**
 * The variables from which an indicator's level is read, each once. `parent` is the one that decides whether the others
 * are asked at all.
 */
export function variablesOfRubric(rubric: Rubric): { own: string[]; parent: string | undefined } {
  const parent = rubric.kind === 'bodies' ? undefined : rubric.parent?.variable
  const read = new Set(rubricReadings('', rubric).map(({ variable }) => variable))
  return { own: [...read].filter((variable) => variable !== parent), parent }
}

function readingProblems({ place, variable, codes, isComplete }: Reading, question: ScoredQuestion): string[] {
  if (codes === undefined) return question.isNumber ? [] : [`${place}: ${variable} is not asked as a number`]
  if (question.isNumber) return [`${place}: ${variable} is not asked as a choice`]
  const unknown = codes.filter((code) => !question.codes.includes(code))
  const unscored = isComplete === true ? question.codes.filter((code) => !codes.includes(code)) : []
  return [
    ...unknown.map((code) => `${place}: ${variable} does not offer ${code}`),
    ...unscored.map((code) => `${place}: the choice ${code} of ${variable} has no level`),
  ]
}

function readingsOf(rules: ScoringRules): Reading[] {
  const indicators = rules.dimensions.flatMap((dimension) => dimension.indicators)
  return [
    { place: 'active', variable: rules.active.variable, codes: [rules.active.code] },
    ...indicators.flatMap(({ id, rubric }) => rubricReadings(`indicator ${id}`, rubric)),
    ...rules.conditions.flatMap(({ id, test }) => testReadings(`condition ${id}`, test)),
  ]
}

function rubricReadings(place: string, rubric: Rubric): Reading[] {
  if (rubric.kind === 'bodies') {
    return rubric.bodies.map(({ variable }) => ({ place, variable, codes: rubric.order, isComplete: true }))
  }
  const readings: Reading[] = []
  if (rubric.parent !== undefined) {
    const { variable, skippedAt } = rubric.parent
    readings.push(typeof skippedAt === 'number' ? { place, variable } : { place, variable, codes: [skippedAt] })
  }
  if (rubric.kind === 'bands') return [...readings, ...numberReadings(place, rubric.value)]
  if (rubric.refine !== undefined) readings.push({ place, variable: rubric.refine.variable })
  return [...readings, { place, variable: rubric.variable, codes: Object.keys(rubric.levels), isComplete: true }]
}

function testReadings(place: string, test: ConditionTest): Reading[] {
  switch (test.kind) {
    case 'level':
      return []
    case 'number':
      return numberReadings(place, test.value)
    case 'code':
      return [{ place, variable: test.variable, codes: test.oneOf }]
    case 'rows':
      return test.variables.map((variable) => ({ place, variable, codes: [test.code] }))
  }
}

function numberReadings(place: string, value: NumberFromAnswers): Reading[] {
  return variablesOf(value).map((variable) => ({ place, variable }))
}

function variablesOf(value: NumberFromAnswers): readonly string[] {
  switch (value.kind) {
    case 'variable':
      return [value.variable]
    case 'ratio':
      return [value.part, value.whole]
    case 'difference':
      return [value.from, value.subtract]
    case 'sum':
    case 'largest':
    case 'present':
      return [...value.of, ...(value.askedTogether ?? [])]
  }
}
