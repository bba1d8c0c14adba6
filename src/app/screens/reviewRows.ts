import type { Answered } from '#domain/answers.ts'
import type { Fault } from '#domain/fault.ts'
import type { Typed } from '#domain/faults.ts'
import type { Form, Page, Question } from '#domain/form.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { answerText } from '../answerText.ts'
import { isPlaceIn, placeOf, tableOf } from '../faultPlace.ts'

/** A question of the review: `answer` is undefined when nothing was said, `faults` those whose link goes here. */
export type ReviewRow = {
  variable: string
  page: string
  title: string
  /** the table that it is a row of; blank where it is none */
  table: string
  answer: string | undefined
  /** what stands in a number box and is no number yet */
  typed: string | undefined
  /** what a person noted on the question */
  note: string | undefined
  faults: Fault[]
  /** those that are about this answer too, and whose link goes to another; what a table lacks stands at one row only */
  sharedFaults: Fault[]
}

export type ReviewSection = { id: string; title: string; rows: ReviewRow[] }

/** What was asked, by section in the order of the form, consent first; hidden questions and empty sections left out. */
export function reviewSections(
  form: Form,
  answered: Answered & Pick<Typed, 'unread'> & { notes?: Readonly<Record<string, string>> },
  faults: readonly Fault[],
  language: Language,
): ReviewSection[] {
  const { notes = {}, unread = {} } = answered
  const visible = visibleQuestions(form, answered.answers)
  const said = (variable: string) => {
    const question = form.question(variable)
    return question === undefined ? undefined : answerText(question, answered, language)
  }
  const rowOf = ({ question, panel }: TitledQuestion): ReviewRow => {
    // No line begins with the dot, and none ends with the sign.
    const own = inLanguage(question.short ?? question.title ?? question.name, language).replace(/^% /, '%\u00a0')
    return {
      variable: question.name,
      page: question.page,
      title: fillPlaceholders(panel === '' ? own : `${panel}\u00a0· ${own}`, said),
      table: fillPlaceholders(panel, said),
      answer: answerText(question, answered, language),
      typed: Object.entries(unread).find(([place]) => isPlaceIn(question.name, place))?.[1].typed,
      note: Object.hasOwn(notes, question.name) ? notes[question.name]?.trim() || undefined : undefined,
      faults: faults.filter(({ variables }) => variables[0] === question.name),
      sharedFaults: faults.filter(
        (fault) => fault.variables.indexOf(question.name) > 0 && tableOf(form, fault) === undefined,
      ),
    }
  }
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  return sections
    .map(({ id, title, pages }) => ({
      id,
      title: inLanguage(title, language),
      rows: pages
        .flatMap((page) => titledQuestions(page, language))
        .filter(({ question }) => visible.has(question.name))
        .map(rowOf),
    }))
    .filter(({ rows }) => rows.length > 0)
}

export type TitledQuestion = { question: Question; panel: string }

/** A row of a table says little without the name of the table. */
export function titledQuestions(page: Page, language: Language): TitledQuestion[] {
  return page.elements.flatMap((element) => {
    if (element.kind !== 'panel') return [{ question: element, panel: '' }]
    const panel = element.layout === 'plain' ? '' : inLanguage(element.short ?? element.title, language)
    return element.questions.map((question) => ({ question, panel }))
  })
}

/** What a fault is about, in words: a sum is the fault of no single row of its table. */
export function titleOfFault(form: Form, row: ReviewRow, fault: Fault): string {
  return tableOf(form, fault) === undefined ? row.title : row.table
}

/** Where an unlikely answer is confirmed on the review. */
export function confirmId({ id }: Fault): string {
  return `confirm-${id}`
}

/** The screens that send a person to a page to change one answer, and get them back. */
export type ChangeFrom = 'review' | 'section'

/** Where a row is changed, at the box of a fault of it; the page leads back to where it was asked for. */
export function changeHref(
  draftKey: string,
  row: Pick<ReviewRow, 'page' | 'variable'>,
  from: ChangeFrom,
  fault?: Fault,
): string {
  const [key, page] = [encodeURIComponent(draftKey), encodeURIComponent(row.page)]
  const place = fault === undefined ? row.variable : placeOf(fault)
  return `/draft/${key}/page/${page}?from=${from}#${encodeURIComponent(place)}`
}
