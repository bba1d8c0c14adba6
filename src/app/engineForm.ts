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
  'unitOne',
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
 * the questions themselves; and of the questions that nothing of SurveyJS's hangs on, no more than the name.
 */
export function engineForm(edition: Edition, page: Page): object {
  const elements = edition.form.pages.find(({ name }) => name === page.name)?.elements ?? []
  const { toJudge } = awaitedBySurvey(edition, page)
  const {
    logo: _logo,
    title: _title,
    completedHtml: _html,
    pages: _pages,
    calculatedValues = [],
    ...rest
  } = edition.form
  return {
    ...rest,
    calculatedValues: calculatedValues.filter(({ name }) => toJudge.has(name)),
    // A page that was reached is shown: the hub and the path between pages are ours.
    pages: [{ name: page.name, elements: elements.map((element) => engineElement(element, toJudge)) }],
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
  'validators',
  'items',
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

/** Whether a page has anything for SurveyJS to do: a question left to it, or something that it works out or sets. */
export function needsSurvey(edition: Edition, page: Page): boolean {
  const { triggers } = edition.form
  if (Array.isArray(triggers) && triggers.length > 0) return true
  const elements = edition.form.pages.find(({ name }) => name === page.name)?.elements ?? []
  const isUnasked = ({ type }: FormElement) => type === 'expression'
  return elements.flatMap(questionElements).some(isUnasked) || questionsLeftToSurvey(edition, page).length > 0
}

/** The variables of which SurveyJS must hear: of those that what it draws hangs on at once, of the others before it judges. */
export type Awaited = { soon: ReadonlySet<string>; toJudge: ReadonlySet<string> }

/** What SurveyJS must hear of, for what is left to it on a page. */
export function awaitedBySurvey(edition: Edition, page: Page): Awaited {
  const left = new Set(questionsLeftToSurvey(edition, page))
  const elements = edition.form.pages.find(({ name }) => name === page.name)?.elements ?? []
  const asked = elements.flatMap((element) => withoutOurs(element, left))
  const drawn = asked.map((element) => mapped(element, ({ name: _name, validators: _validators, ...rest }) => rest))
  return { soon: variablesNamed(edition, page, drawn), toJudge: variablesNamed(edition, page, asked) }
}

/** The variables that elements of a page name, or the calculations that they lead to. */
function variablesNamed({ form }: Edition, page: Page, elements: readonly object[]): Set<string> {
  const { pages: _pages, calculatedValues = [], ...rest } = form
  let words = JSON.stringify([rest, ...elements])
  let waiting = calculatedValues
  for (;;) {
    const mentioned = variablesMentioned(words)
    const reached = waiting.filter(({ name }) => mentioned.has(name))
    if (reached.length === 0) break
    words += JSON.stringify(reached)
    waiting = waiting.filter((each) => !reached.includes(each))
  }
  // A name may also stand alone, as where options are carried over from another question.
  const named = questionsOf(page).filter(({ name }) => words.includes(`"${name}"`))
  return new Set([...variablesMentioned(words), ...named.map(({ name }) => name)])
}

function withoutOurs(element: FormElement, left: ReadonlySet<string>): FormElement[] {
  if (element.elements === undefined) return left.has(element.name) ? [element] : []
  return [{ ...element, elements: element.elements.flatMap((inner) => withoutOurs(inner, left)) }]
}

function mapped(element: FormElement, change: (element: FormElement) => object): object {
  const { elements } = element
  return { ...change(element), ...(elements && { elements: elements.map((inner) => mapped(inner, change)) }) }
}

function questionElements(element: FormElement): FormElement[] {
  return element.elements === undefined ? [element] : element.elements.flatMap(questionElements)
}

function isWhollyOurs(element: FormElement, { foreignConditions, validators, parts }: Question): boolean {
  const areLimitsOurs = [element.min, element.max].every((limit) => limit === undefined || typeof limit === 'number')
  return (
    foreignConditions.length === 0 &&
    areLimitsOurs &&
    validators !== undefined &&
    (parts !== undefined || hasOwnInput(element.type)) &&
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

function engineElement(element: FormElement, needed: ReadonlySet<string>): object {
  if (element.elements !== undefined) {
    const kept = without(element, [...additions, ...panelAdditions, ...ownTexts])
    return { ...kept, elements: element.elements.map((inner) => engineElement(inner, needed)) }
  }
  if (!hasOwnInput(element.type)) return without(element, additions)
  if (!needed.has(element.name)) return { type: element.type, name: element.name }
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
