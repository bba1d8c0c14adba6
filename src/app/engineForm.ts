import type { Edition, FormElement } from '#domain/edition.ts'
import { type Page, type Question, questionsOf } from '#domain/form.ts'

/** Types that have inputs of our own; SurveyJS draws all others itself and needs all of their texts. */
const ownInputs = new Set(['radiogroup', 'checkbox', 'dropdown', 'tagbox', 'comment', 'text'])

/** What this product adds to an element: SurveyJS would list each as an unknown property. */
const additions = [
  'short',
  'number',
  'countsAs',
  'nonAnswers',
  'decimals',
  'grouping',
  'money',
  'unit',
  'classification',
]
const panelAdditions = ['layout', 'composition']

/** What our own inputs and headings say instead of SurveyJS. */
const ownTexts = ['title', 'description']

export function hasOwnInput(type: string): boolean {
  return ownInputs.has(type)
}

/**
 * One page of an edition as SurveyJS is to read it: without the texts that it does not show, which cost it more than
 * the questions themselves.
 */
export function engineForm(edition: Edition, pageName: string): object {
  const page = edition.form.pages.find((candidate) => candidate.name === pageName)
  const { logo: _logo, title: _title, completedHtml: _html, pages: _pages, ...rest } = edition.form
  return {
    ...rest,
    // A page that was reached is shown: the hub and the path between pages are ours.
    pages: [{ name: pageName, elements: page?.elements.map(engineElement) ?? [] }],
    clearInvisibleValues: 'none',
    textUpdateMode: 'onTyping',
    focusFirstQuestionAutomatic: false,
    showNavigationButtons: false,
    showProgressBar: false,
    showTitle: false,
    checkErrorsMode: 'onComplete',
  }
}

/** What our inputs and the domain's checks read. */
const knownToUs = new Set([
  ...additions,
  ...ownTexts,
  'type',
  'name',
  'isRequired',
  'visibleIf',
  'choices',
  'inputType',
  'min',
  'max',
  'minLength',
  'maxLength',
  'maxSelectedChoices',
])
const typesOfOurs: unknown[] = [undefined, 'text', 'number', 'email', 'date']

/** The questions of a page that only SurveyJS knows how to ask, or when to ask, or when an answer is wrong. */
export function questionsLeftToSurvey(edition: Edition, page: Page): string[] {
  const asked = new Map(questionsOf(page).map((question) => [question.name, question]))
  const elements = edition.form.pages.find(({ name }) => name === page.name)?.elements ?? []
  return elements.flatMap(questionElements).flatMap((element) => {
    const question = asked.get(element.name)
    return question === undefined || isWhollyOurs(element, question) ? [] : [element.name]
  })
}

/** The variables on which hangs what SurveyJS asks on a page, or works out: it must hear of these first. */
export function variablesForSurvey(edition: Edition, page: Page): Set<string> {
  const left = new Set(questionsLeftToSurvey(edition, page))
  const { pages, ...calculations } = edition.form
  const elements = pages.find(({ name }) => name === page.name)?.elements ?? []
  const words = JSON.stringify([calculations, ...elements.flatMap((element) => withoutOurs(element, left))])
  // A name may also stand alone, as where options are carried over from another question.
  const named = questionsOf(page).filter(({ name }) => words.includes(`"${name}"`))
  return new Set([...variablesMentioned(words), ...named.map(({ name }) => name)])
}

function withoutOurs(element: FormElement, left: ReadonlySet<string>): FormElement[] {
  if (element.elements === undefined) return left.has(element.name) ? [element] : []
  return [{ ...element, elements: element.elements.flatMap((inner) => withoutOurs(inner, left)) }]
}

function questionElements(element: FormElement): FormElement[] {
  return element.elements === undefined ? [element] : element.elements.flatMap(questionElements)
}

function isWhollyOurs(element: FormElement, { foreignConditions }: Question): boolean {
  const areLimitsOurs = [element.min, element.max].every((limit) => limit === undefined || typeof limit === 'number')
  return (
    foreignConditions.length === 0 &&
    areLimitsOurs &&
    hasOwnInput(element.type) &&
    typesOfOurs.includes(element.inputType) &&
    Object.keys(element).every((key) => knownToUs.has(key))
  )
}

/** The variables that texts and conditions of a form name in braces: `{budget}`, `{firms.small}`. */
export function variablesMentioned(value: unknown): Set<string> {
  if (typeof value === 'string') {
    const names = [...value.matchAll(/\{([^{}]+)\}/g)].map(([, inner = '']) => inner.trim())
    return new Set(names.flatMap((name) => [name, name.split(/[.[]/)[0] ?? name]))
  }
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap((inner) => [...variablesMentioned(inner)]))
}

function engineElement(element: FormElement): object {
  if (element.elements !== undefined) {
    const kept = without(element, [...additions, ...panelAdditions, ...ownTexts])
    return { ...kept, elements: element.elements.map(engineElement) }
  }
  if (!hasOwnInput(element.type)) return without(element, additions)
  const kept = without(element, [...additions, ...ownTexts])
  return Array.isArray(element.choices) ? { ...kept, choices: element.choices.map(engineChoice) } : kept
}

function engineChoice(choice: unknown): unknown {
  if (typeof choice !== 'object' || choice === null || !('value' in choice)) return choice
  return without(choice as Record<string, unknown>, ['text', 'hint', 'isExclusive'])
}

function without(object: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
}
