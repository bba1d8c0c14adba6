import { type Answered, type Answers, answerOf, type Json } from './answers.ts'
import { holds } from './expression.ts'
import { type Form, type Page, questionsOf } from './form.ts'

/**
 * The variables that are asked for, given what was answered.
 *
 * Only an answer of a visible question counts in the condition of another one. Hiding a question may so hide the next
 * one, and may also show one that is asked while another is blank: the conditions are gone through until nothing changes.
 * A non-answer counts as a blank there, since neither is in `answers`.
 */
export function visibleQuestions(form: Form, answers: Answers): Set<string> {
  const visible = new Set(form.questions.map((question) => question.name))
  // As many passes as there are questions is already more than the longest chain; only a circle never comes to rest.
  for (let pass = 0; pass <= form.questions.length; pass += 1) {
    if (!judgeOnce(form, answers, visible)) break
  }
  return visible
}

/** Corrects `visible` in the order of the form, and tells whether a condition may have another outcome now. */
function judgeOnce(form: Form, answers: Answers, visible: Set<string>): boolean {
  const read = visibleValues(form, answers, visible)
  let isMet = conditionsOver(read)
  let mayDiffer = false
  for (const { name, visibleIf } of form.questions) {
    const isAsked = visibleIf.every((condition) => isMet(condition))
    if (isAsked === visible.has(name)) continue
    if (isAsked) visible.add(name)
    else visible.delete(name)
    // Without an answer it is a blank to every condition, hidden or not.
    if (answerOf(answers, name) === undefined) continue
    mayDiffer = true
    // What was known of the conditions may rest on this question.
    isMet = conditionsOver(read)
  }
  return mayDiffer
}

/** What was answered, without the questions that skip logic hides: all that may be scored, submitted or exported. */
export function keepVisible(
  form: Form,
  answered: Answered,
  visible: ReadonlySet<string> = visibleQuestions(form, answered.answers),
): Answered {
  return { answers: keep(answered.answers, visible), nonresponse: keep(answered.nonresponse, visible) }
}

/** The map itself where nothing of it is hidden, which is nearly always. */
function keep<T>(map: Record<string, T>, visible: ReadonlySet<string>): Record<string, T> {
  if (Object.keys(map).every((variable) => visible.has(variable))) return map
  return Object.fromEntries(Object.entries(map).filter(([variable]) => visible.has(variable)))
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
    let met = known.get(condition)
    if (met === undefined) {
      met = holds(condition, read)
      known.set(condition, met)
    }
    return met
  }
}
