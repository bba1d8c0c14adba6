import type { Edition } from './edition.ts'
import { elementsOf, type Problem, questionsOf } from './editionPlaces.ts'
import { evaluate } from './expression.ts'

const ownVariables = ['completed_year']

/** The skip conditions of pages, panels and questions. */
export function conditionsOf(edition: Edition): { place: string; condition: string }[] {
  const pages = edition.form.pages.map((page, index) => ({
    condition: page.visibleIf,
    place: `form.pages[${index}] (${page.name})`,
  }))
  const elements = elementsOf(edition).map(({ element, place }) => ({ condition: element.visibleIf, place }))
  return [...pages, ...elements].flatMap(({ condition, place }) =>
    condition === undefined || condition === '' ? [] : [{ condition, place }],
  )
}

/** Conditions that name what is no variable, or that the domain cannot read. */
export function conditionProblems(edition: Edition): Problem[] {
  const variables = variablesOf(edition)
  return conditionsOf(edition).flatMap(({ condition, place }) =>
    faultsOfExpression(condition, variables).map((problem) => ({ place, problem })),
  )
}

/** The same of cross-checks, which are ours: nobody else reads them, scored or not. */
export function crossCheckProblems(edition: Edition): Problem[] {
  const known = [...variablesOf(edition), ...ownVariables]
  return (edition.checks ?? []).flatMap((check, index) =>
    faultsOfExpression(check.when, known).map((problem) => ({ place: `checks[${index}] (${check.id})`, problem })),
  )
}

function faultsOfExpression(expression: string, known: readonly string[]): string[] {
  const unknown = variablesIn(expression).filter((name) => !known.includes(name))
  const faults = unknown.map((name) => `the expression names {${name}}, which is no variable: ${expression}`)
  try {
    evaluate(expression, () => undefined)
  } catch (error) {
    faults.push(`the expression cannot be read: ${expression} (${error instanceof Error ? error.message : error})`)
  }
  return faults
}

/** The names in braces, each once. */
function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => (match[1] ?? '').trim()))]
}

/** The variables of the form, in document order. */
export function variablesOf(edition: Edition): string[] {
  return questionsOf(edition).map(({ element }) => element.name)
}
