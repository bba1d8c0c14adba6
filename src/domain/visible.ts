import { type Answered, type Answers, answerOf, type Json } from './answers.ts'
import { holds } from './expression.ts'
import { type Form, type Page, questionsOf } from './form.ts'

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
    const isMet = conditionsOver(visibleValues(form, answers, visible))
    const hidden = form.questions.filter(({ name, visibleIf }) => visible.has(name) && !visibleIf.every(isMet))
    if (hidden.length === 0) return visible
    visible = new Set(visible)
    for (const { name } of hidden) visible.delete(name)
  }
  return visible
}

/** What was answered, without the questions that skip logic hides: all that may be scored, submitted or exported. */
export function keepVisible(
  form: Form,
  answered: Answered,
  visible: ReadonlySet<string> = visibleQuestions(form, answered.answers),
): Answered {
  const keep = <T>(of: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([variable]) => visible.has(variable)))
  return { answers: keep(answered.answers), nonresponse: keep(answered.nonresponse) }
}

/** Whether a page has anything to ask. */
export function isShown(page: Page, visible: ReadonlySet<string>): boolean {
  return questionsOf(page).some((question) => visible.has(question.name))
}

function visibleValues(form: Form, answers: Answers, visible: ReadonlySet<string>) {
  // A value that is no question of the form (a calculated one) is taken as it is.
  return (variable: string): Json | undefined =>
    visible.has(variable) || form.question(variable) === undefined ? answerOf(answers, variable) : undefined
}

/** Many questions share a condition, such as being active: each is evaluated once. */
function conditionsOver(read: (variable: string) => Json | undefined): (condition: string) => boolean {
  const known = new Map<string, boolean>()
  return (condition) => {
    const met = known.get(condition) ?? holds(condition, read)
    known.set(condition, met)
    return met
  }
}
