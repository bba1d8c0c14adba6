import type { Edition, FormElement } from '#domain/edition.ts'

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
