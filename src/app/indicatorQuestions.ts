import type { Form, Panel } from '#domain/form.ts'
import { variablesOfRubric } from '#domain/rulesInForm.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import { inLanguage, type Language } from '#domain/text.ts'

export type IndicatorQuestion = { variable: string; name: string }

/**
 * The questions that make up an indicator, by their short names. The parts of a composition are named together:
 * seven shares of a budget are one question to whoever answered it.
 */
export function questionsOfIndicator(
  rules: ScoringRules,
  form: Form,
  indicator: string,
  language: Language,
): IndicatorQuestion[] {
  const rule = rules.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicator)
  const named = new Map<string, IndicatorQuestion>()
  for (const variable of rule === undefined ? [] : variablesOfRubric(rule.rubric)) {
    const question = form.question(variable)
    if (question === undefined) continue
    const panel = compositionNamed(form, question.panel)
    const { name, short, title } = panel ?? question
    if (!named.has(name)) named.set(name, { variable, name: inLanguage(short ?? title ?? name, language) })
  }
  return [...named.values()]
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
