import type { Json } from '#domain/answers.ts'
import type { InputProps } from './inputProps.ts'
import { useValue } from './useValue.ts'

/** An answer as a box sees it. */
export type Answer = {
  value: Json | undefined
  /** an answer given otherwise than by typing */
  set: (value: Json | undefined) => void
  /** what the box means after a key was pressed: saved at once, heard by the conditions in the next pause */
  type: (value: Json | undefined) => void
  /** ends the typing; gives what the answer is now */
  settle: () => Json | undefined
}

/** The answer to a SurveyJS question; only the field that shows it draws again when it changes. */
export function useAnswer({ question, model }: Pick<InputProps, 'question' | 'model'>): Answer {
  const [value, set] = useValue(question)
  return {
    value,
    set,
    type: (next) => model.type(question, next),
    settle: () => {
      model.settle()
      return question.value as Json | undefined
    },
  }
}
