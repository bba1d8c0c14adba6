import type { Question } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import type { PageModel, SurveyQuestion } from '../formModel.ts'

/** What an input is given. `spec` is undefined for an inner part of a SurveyJS question, such as a row of numbers. */
export type InputProps = {
  question: SurveyQuestion
  model: PageModel
  spec: Question | undefined
  language: Language
  labelledBy: string
  describedBy: string | undefined
}
