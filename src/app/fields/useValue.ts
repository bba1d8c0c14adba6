import { useSyncExternalStore } from 'react'
import type { Json } from '#domain/answers.ts'
import type { SurveyQuestion } from '../formModel.ts'

/** The value of a SurveyJS question; only the field that shows it draws again when it changes. */
export function useValue(question: SurveyQuestion): [Json | undefined, (value: Json | undefined) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      question.registerFunctionOnPropertyValueChanged('value', listener, 'field')
      return () => question.unRegisterFunctionOnPropertyValueChanged('value', 'field')
    },
    () => question.value as Json | undefined,
  )
  const setValue = (next: Json | undefined) => {
    question.value = next
  }
  return [value, setValue]
}
