import { useSyncExternalStore } from 'react'
import type { Json } from '#domain/answers.ts'
import type { SurveyQuestion } from '../formModel.ts'

/** The value of a SurveyJS question; only the field that shows it draws again when it changes. */
export function useValue(question: SurveyQuestion): [Json | undefined, (value: Json | undefined) => void] {
  // SurveyJS changes a list of chosen options in place: only what is in it tells the new one from the old one.
  useSyncExternalStore(
    (listener) => {
      question.registerFunctionOnPropertyValueChanged('value', listener, 'field')
      return () => question.unRegisterFunctionOnPropertyValueChanged('value', 'field')
    },
    () => JSON.stringify(question.value),
  )
  const setValue = (next: Json | undefined) => {
    question.value = next
  }
  return [question.value as Json | undefined, setValue]
}
