import type { Answered } from '#domain/answers.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { answerText } from './answerText.ts'

/** The role of who answered: where it is another than those on the list, the one that was written. */
export function respondentRole(form: Form, answered: Answered, language: Language): string | undefined {
  const said = (variable: string) => {
    const question = form.question(variable)
    return question === undefined ? undefined : answerText(question, answered, language)
  }
  const isOther = answered.answers.respondent_role === 'other'
  return (isOther ? said('respondent_role_other') : undefined) ?? said('respondent_role')
}
