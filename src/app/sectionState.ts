import { answerOf, isBlank, nonAnswerOf } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import { variablesOf } from '#domain/expression.ts'
import type { Fault } from '#domain/fault.ts'
import { faultsOf, faultsOnPage, type JudgedAt } from '#domain/faults.ts'
import { type Form, type Page, type Question, questionsOf, type Section } from '#domain/form.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { reasonFor } from './checkReasons.ts'
import type { Draft } from './database.ts'

export type SectionState = {
  section: Section
  /** `undecided`: whether it is asked at all hangs on an answer that is still blank */
  status:
    | 'undecided'
    | 'not-started'
    | 'in-progress'
    | 'complete'
    | 'complete-with-warnings'
    | 'with-errors'
    | 'not-applicable'
  /** required questions that are shown and have neither an answer nor a non-answer */
  pending: number
  /** answers that cannot be true */
  wrong: number
  /** answers that are only unlikely, and that nobody has confirmed */
  unlikely: number
  /** where the section goes on: its first page that was not left, or has an error; else its first page */
  page: Page | undefined
}

/** Whether nothing more has to be done in it; what is only unlikely may stay. */
export function isFinished({ status }: SectionState): boolean {
  return status === 'complete' || status === 'complete-with-warnings'
}

/**
 * How far each section of the hub is. Counts, not percentages: with skip logic a percentage may go backwards.
 *
 * @param sections others than those of the hub: the pages of consent are a section too
 */
export function sectionStates(
  form: Form,
  edition: Edition,
  draft: Draft,
  at: JudgedAt,
  sections: readonly Section[] = form.sections,
): SectionState[] {
  const visible = visibleQuestions(form, draft.answers)
  const faults = faultsOf(form, edition, draft, at)
  return sections.map((section) => stateOf(section, draft, visible, faults))
}

function stateOf(section: Section, draft: Draft, visible: ReadonlySet<string>, faults: readonly Fault[]): SectionState {
  const pages = section.pages.filter((page) => isShown(page, visible))
  const shown = (page: Page) => questionsOf(page).filter((question) => visible.has(question.name))
  const pendingOn = (page: Page) => faultsOnPage(faults, page).filter((fault) => fault.id === 'required').length
  const pending = pages.reduce((sum, page) => sum + pendingOn(page), 0)
  const isVisited = (page: Page) => draft.visitedPages.includes(page.name)
  const isFaulty = (page: Page) => faultsOnPage(faults, page).some(({ severity }) => severity === 'hard')
  const page = pages.find((each) => !isVisited(each) || isFaulty(each)) ?? pages[0]
  const open = pages
    .flatMap((each) => faultsOnPage(faults, each))
    .filter((fault) => reasonFor(draft, fault) === undefined)
  const facts = {
    isStarted: pages.some((each) => isVisited(each) || shown(each).some((question) => isBegun(question, draft))),
    isSeen: pages.every(isVisited),
    pending,
    wrong: open.filter(({ severity, id }) => severity === 'hard' && id !== 'required').length,
    unlikely: open.filter(({ severity }) => severity === 'soft').length,
  }
  const status = pages.length > 0 ? statusOf(facts) : isUndecided(section, draft) ? 'undecided' : 'not-applicable'
  return { section, status, pending, wrong: facts.wrong, unlikely: facts.unlikely, page }
}

function isUndecided(section: Section, { answers, nonresponse }: Draft): boolean {
  const reads = section.pages.flatMap((page) => page.visibleIf.flatMap(variablesOf))
  return reads.some(
    (variable) => isBlank(answerOf(answers, variable)) && nonAnswerOf(nonresponse, variable) === undefined,
  )
}

/** Whether anything was said of it, be it no answer yet. */
function isBegun({ name, panel = '' }: Question, draft: Draft): boolean {
  const { answers, nonresponse, writtenAs = {}, unread = {} } = draft
  if (!isBlank(answerOf(answers, name)) || nonAnswerOf(nonresponse, name) !== undefined) return true
  const isWritten = Object.hasOwn(writtenAs, panel) && writtenAs[panel]?.values[name] !== undefined
  return isWritten || Object.keys(unread).some((box) => box === name || box.startsWith(`${name}.`))
}

type Facts = Pick<SectionState, 'pending' | 'wrong' | 'unlikely'> & { isStarted: boolean; isSeen: boolean }

function statusOf({ isStarted, isSeen, pending, wrong, unlikely }: Facts): SectionState['status'] {
  if (!isStarted) return 'not-started'
  if (wrong > 0) return 'with-errors'
  if (pending > 0) return isSeen ? 'with-errors' : 'in-progress'
  if (!isSeen) return 'in-progress'
  return unlikely > 0 ? 'complete-with-warnings' : 'complete'
}
