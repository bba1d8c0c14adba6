import { type Answered, type Answers, answerOf, type Json } from './answers.ts'
import { holds } from './expression.ts'
import type { Form, Panel, Page } from './form.ts'

/**
 * The variables that are asked for, given what was answered.
 *
 * Only an answer of a visible question counts in the condition of another one, so hiding spreads until nothing changes.
 * A condition over a blank or a non-answer is false by itself, since neither is in `answers`.
 */
export function visibleQuestions(form: Form, answers: Answers): Set<string> {
  let visible = new Set(form.questions.map((question) => question.name))
  // Each pass can only hide more: as many passes as there are questions is already more than the longest chain.
  for (let pass = 0; pass <= form.questions.length; pass += 1) {
    const valueOf = visibleValues(form, answers, visible)
    const now = new Set(
      form.questions.filter((question) => visible.has(question.name) && all(question.visibleIf, valueOf)).map(({ name }) => name),
    )
    if (now.size === visible.size) return visible
    visible = now
  }
  return visible
}

/** What was answered, without the questions that skip logic hides: all that may be scored, submitted or exported. */
export function keepVisible(form: Form, answered: Answered): Answered {
  const visible = visibleQuestions(form, answered.answers)
  const keep = <T>(of: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([variable]) => visible.has(variable)))
  return { answers: keep(answered.answers), nonresponse: keep(answered.nonresponse) }
}

/** Whether a page, or a panel of one, is shown; it takes the visible questions to leave hidden answers out. */
export function isShown(part: Page | Panel, form: Form, answers: Answers, visible: ReadonlySet<string>): boolean {
  return all(part.visibleIf, visibleValues(form, answers, visible))
}

function visibleValues(form: Form, answers: Answers, visible: ReadonlySet<string>) {
  // A value that is no question of the form (a calculated one) is taken as it is.
  return (variable: string): Json | undefined =>
    visible.has(variable) || form.question(variable) === undefined ? answerOf(answers, variable) : undefined
}

function all(conditions: readonly string[], valueOf: (variable: string) => Json | undefined): boolean {
  return conditions.every((condition) => holds(condition, valueOf))
}
