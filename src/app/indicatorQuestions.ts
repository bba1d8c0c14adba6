import { answerOf } from '#domain/answers.ts'
import type { Form, Panel } from '#domain/form.ts'
import { variablesOfRubric } from '#domain/rulesInForm.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import type { Submission } from '#domain/submission.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'

export type IndicatorQuestion = { variable: string; name: string }

/**
 * The questions that an indicator's level was read from, by number and short name: those that were asked, or else the one
 * that decided that they were not. The parts of a composition are named together: seven shares of a budget are one
 * question to whoever answered it.
 */
export function questionsOfIndicator(
  rules: ScoringRules,
  form: Form,
  asked: ReadonlySet<string>,
  indicator: string,
  language: Language,
): IndicatorQuestion[] {
  const rule = rules.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicator)
  if (rule === undefined) return []
  const { own, parent } = variablesOfRubric(rule.rubric)
  const isOwn = new Set(own)
  const ownAsked = form.questions.flatMap(({ name }) => (isOwn.has(name) && asked.has(name) ? [name] : []))
  const named = new Map<string, IndicatorQuestion>()
  for (const variable of ownAsked.length > 0 || parent === undefined ? ownAsked : [parent]) {
    const question = form.question(variable)
    if (question === undefined) continue
    const { name, number, short, title } = compositionNamed(form, question.panel) ?? question
    const words = inLanguage(short ?? title ?? name, language)
    if (!named.has(name)) named.set(name, { variable, name: number === undefined ? words : `${number} ${words}` })
  }
  return [...named.values()]
}

/** Questions of a dimension that its missing indicators lack. */
export type MissingQuestions = { dimension: string; questions: IndicatorQuestion[] }

/** What is still to be answered for the score, by dimension, each question once; dimensions that lack none are left out. */
export function missingQuestions(
  rules: ScoringRules,
  form: Form,
  { answers, result }: Pick<Submission, 'answers' | 'result'>,
  language: Language,
): MissingQuestions[] {
  const asked = visibleQuestions(form, answers)
  const told = new Set<string>()
  return rules.dimensions.flatMap(({ id: dimension, indicators }) => {
    const questions = indicators
      .filter(({ id }) => result?.indicators[id]?.status === 'missing')
      .flatMap(({ id }) => questionsOfIndicator(rules, form, asked, id, language))
      .filter(({ variable }) => answerOf(answers, variable) === undefined && !told.has(variable) && told.add(variable))
    return questions.length > 0 ? [{ dimension, questions }] : []
  })
}

function compositionNamed(form: Form, name: string | undefined): Panel | undefined {
  if (name === undefined) return undefined
  for (const { elements } of form.pages) {
    for (const element of elements) {
      if (element.kind === 'panel' && element.name === name && element.layout === 'composition') return element
    }
  }
  return undefined
}
