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
  const plan = planOf(form)
  const asked = plan.names.map(() => true)
  // As many passes as there are questions is already more than the longest chain; only a circle never comes to rest.
  for (let pass = 0; pass <= asked.length; pass += 1) {
    if (!judgeOnce(plan, answers, asked)) break
  }
  return new Set(plan.names.filter((_, place) => asked[place]))
}

/** The questions in their order, and the conditions on each as places in the list of them all: many share one. */
type Plan = { names: string[]; placeOf: ReadonlyMap<string, number>; conditions: string[]; conditionsOn: number[][] }

const plans = new WeakMap<Form, Plan>()

function planOf(form: Form): Plan {
  const known = plans.get(form)
  if (known !== undefined) return known
  const names = form.questions.map((question) => question.name)
  const conditions = [...new Set(form.questions.flatMap((question) => question.visibleIf))]
  const plan: Plan = {
    names,
    placeOf: new Map(names.map((name, place) => [name, place])),
    conditions,
    conditionsOn: form.questions.map(({ visibleIf }) => visibleIf.map((condition) => conditions.indexOf(condition))),
  }
  plans.set(form, plan)
  return plan
}

/** Corrects `asked` in the order of the form, and tells whether a condition may have another outcome now. */
function judgeOnce({ names, placeOf, conditions, conditionsOn }: Plan, answers: Answers, asked: boolean[]): boolean {
  // A value that is no question of the form (a calculated one) is taken as it is.
  const read = (variable: string): Json | undefined => {
    const place = placeOf.get(variable)
    return place === undefined || asked[place] ? answerOf(answers, variable) : undefined
  }
  let met: (boolean | undefined)[] = []
  const isMet = (condition: number): boolean => {
    met[condition] ??= holds(conditions[condition] ?? '', read)
    return met[condition]
  }
  let mayDiffer = false
  for (const [place, name] of names.entries()) {
    const isAsked = conditionsOn[place]?.every(isMet) ?? true
    if (isAsked === asked[place]) continue
    asked[place] = isAsked
    // Without an answer it is a blank to every condition, hidden or not.
    if (answerOf(answers, name) === undefined) continue
    mayDiffer = true
    // What was known of the conditions may rest on this question.
    met = []
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
