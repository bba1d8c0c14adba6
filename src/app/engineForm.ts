import type { Edition, FormElement } from '#domain/edition.ts'
import { isReadable } from '#domain/expression.ts'

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

/** What the domain's own checks read; SurveyJS need not judge these again, which costs a slow tablet several frames. */
const judgedByUs = new Set([
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
const typesJudgedByUs: unknown[] = [undefined, 'text', 'number', 'email']

/** The questions of a page about which only SurveyJS knows when an answer is wrong or missing. */
export function questionsJudgedBySurvey(edition: Edition, pageName: string): string[] {
  const page = edition.form.pages.find((candidate) => candidate.name === pageName)
  const isOurs = page?.visibleIf === undefined || isReadable(page.visibleIf)
  return page?.elements.flatMap((element) => judgedBySurvey(element, isOurs)) ?? []
}

function judgedBySurvey(element: FormElement, isReached: boolean): string[] {
  // Whether it is asked at all, and so whether it may be demanded, may be SurveyJS's to know.
  const isOurs = isReached && (element.visibleIf === undefined || isReadable(element.visibleIf))
  if (element.elements !== undefined) return element.elements.flatMap((inner) => judgedBySurvey(inner, isOurs))
  const areLimitsOurs = [element.min, element.max].every((limit) => limit === undefined || typeof limit === 'number')
  const isWhollyOurs = isOurs && areLimitsOurs && Object.keys(element).every((key) => judgedByUs.has(key))
  return isWhollyOurs && hasOwnInput(element.type) && typesJudgedByUs.includes(element.inputType) ? [] : [element.name]
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
