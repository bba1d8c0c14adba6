import { type Answered, answerOf, isBlank, nonAnswerOf } from './answers.ts'
import { canonicalJson } from './canonical.ts'
import type { Form, Question } from './form.ts'

/**
 * Under this name the reasons of a revision say why its answers differ from those that the result was shown for. It is
 * no check of an edition: theirs begin with `check:`.
 */
export const afterResult = 'after-result'

/** The variables that two sets of answers differ in, in the order of the form. */
export function changedVariables(form: Form, before: Answered, after: Answered): string[] {
  return form.questions
    .filter((question) => meaning(question, before) !== meaning(question, after))
    .map(({ name }) => name)
}

/** Equal for what means the same: options are the same in whichever order they were chosen. */
function meaning({ name, kind }: Question, { answers, nonresponse }: Answered): string {
  const nonAnswer = nonAnswerOf(nonresponse, name)
  if (nonAnswer !== undefined) return nonAnswer
  const value = answerOf(answers, name)
  if (value === undefined || isBlank(value)) return ''
  const isSet = Array.isArray(value) && kind === 'multiple'
  return canonicalJson(isSet ? value.map((each) => canonicalJson(each)).sort() : value)
}
