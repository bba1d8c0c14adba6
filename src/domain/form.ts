import type { Json, NonAnswer } from './answers.ts'
import type { Edition, FormElement, FormPage } from './edition.ts'
import { isReadable, variablesOf } from './expression.ts'
import { readParts } from './parts.ts'
import { type FormText, inLanguage, type Text } from './text.ts'
import { readValidators, type Validator } from './validators.ts'

export type Choice = { value: string | number | boolean; text: FormText; hint?: FormText; isExclusive: boolean }

/** A variable that a form asks for. `visibleIf` are all conditions on it: its own, its panel's and its page's. */
export type Question = {
  kind: 'single' | 'multiple' | 'number' | 'text' | 'date' | 'boolean' | 'other'
  /** SurveyJS's name of the type */
  type: string
  name: string
  number?: string
  title?: FormText
  short?: FormText
  description?: FormText
  countsAs?: { yes: Text; no: Text }
  isRequired: boolean
  /** non-answers that are offered at the question itself */
  nonAnswers: NonAnswer[]
  /** all that it may have: those, and the ones that its panel offers for all of its questions at once */
  takes: NonAnswer[]
  visibleIf: string[]
  /**
   * Conditions that only SurveyJS can read, which an unscored edition may have. Here they count as met, since nobody
   * but SurveyJS knows better; for the same reason only SurveyJS may demand the answer.
   */
  foreignConditions: string[]
  choices: Choice[]
  min?: number
  max?: number
  /** how many decimals a number may have; 0 is an integer */
  decimals: number
  /** false for a year: it is written without a thousands separator */
  grouping: boolean
  money?: 'COP' | 'USD'
  unit?: FormText
  /** of exactly one */
  unitOne?: FormText
  minLength?: number
  maxLength?: number
  maxSelected?: number
  email: boolean
  /** what its answer must meet; undefined where only SurveyJS can judge that */
  validators?: Validator[]
  /** its boxes, where one answer is written into several */
  parts?: Question[]
  page: string
  panel?: string
}

export type Panel = {
  kind: 'panel'
  name: string
  number?: string
  title?: FormText
  short?: FormText
  description?: FormText
  countsAs?: { yes: Text; no: Text }
  layout: 'grid' | 'rows' | 'composition' | 'plain'
  composition?: { total: number } | { totalVariable: string }
  isRequired: boolean
  /** non-answers that count for all of its questions at once */
  nonAnswers: NonAnswer[]
  visibleIf: string[]
  questions: Question[]
}

export type Element = Question | Panel

export type Page = { name: string; title: FormText; visibleIf: string[]; elements: Element[] }

export type Section = { id: string; title: FormText; minutes: number; intro?: FormText; pages: Page[] }

/** What an edition asks, in the order in which it is asked. */
export type Form = {
  pages: Page[]
  /** the rows of the hub; consent is none of them */
  sections: Section[]
  consent: Section | undefined
  questions: Question[]
  question(name: string): Question | undefined
}

/** Reads the SurveyJS form of an edition into the questions, panels, pages and sections that this product speaks of. */
export function readForm(edition: Edition): Form {
  const known = forms.get(edition)
  if (known !== undefined) return known
  const form = formOf(edition)
  forms.set(edition, form)
  return form
}

// An edition never changes, and is read by every screen that opens one of its drafts.
const forms = new WeakMap<Edition, Form>()

function formOf(edition: Edition): Form {
  const outermost = none(conditionReader(edition))
  const pages = edition.form.pages.map((page) => readPage(page, outermost))
  const questions = pages.flatMap(questionsOf)
  const byName = new Map(questions.map((question) => [question.name, question]))
  const pageNamed = new Map(pages.map((page) => [page.name, page]))
  const withPages = (section: NonNullable<Edition['consent']>): Section => ({
    ...section,
    pages: section.pages.flatMap((name) => pageNamed.get(name) ?? []),
  })
  return {
    pages,
    sections: edition.sections?.map(withPages) ?? pages.map(sectionFrom),
    consent: edition.consent === undefined ? undefined : withPages(edition.consent),
    questions,
    question: (name) => byName.get(name),
  }
}

/** The section that a page belongs to; consent is one too. */
export function sectionOfPage(form: Form, page: string): Section | undefined {
  const all = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  return all.find((section) => section.pages.some(({ name }) => name === page))
}

/** The questions of a page, those of its panels included. */
export function questionsOf(page: Page): Question[] {
  return page.elements.flatMap((element) => (element.kind === 'panel' ? element.questions : [element]))
}

/** Whether a number is so many of a hundred. */
export function isPercentage({ unit }: Question): boolean {
  return inLanguage(unit, 'es') === '%'
}

function sectionFrom(page: Page): Section {
  return {
    id: page.name,
    title: page.title,
    minutes: Math.max(1, Math.ceil(questionsOf(page).length / 2)),
    pages: [page],
  }
}

/** Tells the conditions that the domain can judge; what SurveyJS calculates is known to SurveyJS alone. */
export function conditionReader({ form }: Pick<Edition, 'form'>): (condition: string) => boolean {
  const calculated = new Set((form.calculatedValues ?? []).map(({ name }) => name.toLowerCase()))
  return (condition) =>
    isReadable(condition) && !variablesOf(condition).some((variable) => calculated.has(variable.toLowerCase()))
}

/** All conditions on an element: its own and those of what it stands in. */
type Conditions = { ours: string[]; foreign: string[]; isOurs: (condition: string) => boolean }

function none(isOurs: Conditions['isOurs']): Conditions {
  return { ours: [], foreign: [], isOurs }
}

function readPage(page: FormPage, outer: Conditions): Page {
  const own = withCondition(outer, page.visibleIf)
  const title = page.title ?? page.name
  return {
    name: page.name,
    title,
    visibleIf: own.ours,
    elements: page.elements.flatMap((each) => readElement(each, page.name, own)),
  }
}

const decoration = new Set(['html', 'image', 'expression'])

function readElement(element: FormElement, page: string, outer: Conditions): Element[] {
  if (decoration.has(element.type)) return []
  if (element.type !== 'panel') return [readQuestion(element, page, outer)]
  const own = withCondition(outer, element.visibleIf)
  const inner = (element.elements ?? []).flatMap((each) => readElement(each, page, own))
  // A panel that only groups is no thing of its own to a person; a nested one never is.
  const questions = inner.flatMap((each) => (each.kind === 'panel' ? each.questions : [each]))
  return [readPanel(element, own.ours, questions)]
}

function readPanel(element: FormElement, visibleIf: string[], questions: Question[]): Panel {
  const { nonAnswers = [] } = element
  return {
    kind: 'panel',
    ...wordsOf(element),
    layout: element.layout ?? 'plain',
    ...(element.composition === undefined ? {} : { composition: element.composition }),
    isRequired: element.isRequired === true,
    nonAnswers,
    visibleIf,
    questions: questions.map((question) => ({
      ...question,
      takes: [...new Set([...question.takes, ...nonAnswers])],
      panel: element.name,
    })),
  }
}

function readQuestion(element: FormElement, page: string, outer: Conditions): Question {
  const own = withCondition(outer, element.visibleIf)
  const kind = kindOf(element)
  const validators = readValidators({ kind, validators: element.validators, isOurs: outer.isOurs })
  const parts = element.type === 'multipletext' ? readParts(element.items) : undefined
  return {
    kind,
    type: element.type,
    ...wordsOf(element),
    isRequired: element.isRequired === true || parts?.some((part) => part.isRequired) === true,
    nonAnswers: element.nonAnswers ?? [],
    takes: element.nonAnswers ?? [],
    visibleIf: own.ours,
    foreignConditions: own.foreign,
    choices: (element.choices ?? []).map(readChoice),
    ...numberLimit('min', element.min),
    ...numberLimit('max', element.max),
    decimals: element.decimals ?? (element.step !== undefined && Number(element.step) % 1 !== 0 ? 2 : 0),
    grouping: element.grouping !== false,
    ...(element.money === undefined ? {} : { money: element.money }),
    ...(element.unit === undefined ? {} : { unit: element.unit }),
    ...(element.unitOne === undefined ? {} : { unitOne: element.unitOne }),
    ...(element.minLength === undefined ? {} : { minLength: element.minLength }),
    ...(element.maxLength === undefined ? {} : { maxLength: element.maxLength }),
    ...(element.maxSelectedChoices === undefined ? {} : { maxSelected: element.maxSelectedChoices }),
    email: element.inputType === 'email',
    ...(validators && { validators }),
    ...(parts && { parts: parts.map((part) => readQuestion({ ...part, type: 'text' }, page, none(outer.isOurs))) }),
    page,
  }
}

function wordsOf(element: FormElement) {
  return {
    name: element.name,
    ...(element.number === undefined ? {} : { number: element.number }),
    ...(element.title === undefined ? {} : { title: element.title }),
    ...(element.short === undefined ? {} : { short: element.short }),
    ...(element.description === undefined ? {} : { description: element.description }),
    ...(element.countsAs === undefined ? {} : { countsAs: element.countsAs }),
  }
}

function readChoice(choice: NonNullable<FormElement['choices']>[number]): Choice {
  if (typeof choice !== 'object') return { value: choice, text: String(choice), isExclusive: false }
  return {
    value: choice.value,
    text: choice.text ?? String(choice.value),
    ...(choice.hint === undefined ? {} : { hint: choice.hint }),
    isExclusive: choice.isExclusive === true,
  }
}

function kindOf(element: FormElement): Question['kind'] {
  switch (element.type) {
    case 'radiogroup':
    case 'dropdown':
      return 'single'
    case 'checkbox':
    case 'tagbox':
      return 'multiple'
    case 'boolean':
      return 'boolean'
    case 'comment':
      return 'text'
    case 'text':
      if (element.inputType === 'number') return 'number'
      return element.inputType === 'date' ? 'date' : 'text'
    default:
      return 'other'
  }
}

function numberLimit(name: 'min' | 'max', value: Json | undefined) {
  return typeof value === 'number' ? { [name]: value } : {}
}

function withCondition(outer: Conditions, own: string | undefined): Conditions {
  if (own === undefined || own === '') return outer
  if (outer.isOurs(own)) return { ...outer, ours: [...outer.ours, own] }
  return { ...outer, foreign: [...outer.foreign, own] }
}
