import type { Question } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import type { Answer } from './useAnswer.ts'

/** What an input is called: by the heading of its question, or in a table of SurveyJS's by words of its own. */
export type InputName = { labelledBy: string } | { label: string }

/** What an input is given. */
export type InputProps = {
  question: Question
  answer: Answer
  language: Language
  name: InputName
  describedBy: string | undefined
}

/** The name as attributes of the element that people meet. */
export function nameAttributes(name: InputName) {
  return 'label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.labelledBy }
}
