import { useSyncExternalStore } from 'react'
import { type FormText, fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import type { DraftSession } from './draftSession.ts'
import { placeholderText } from './placeholderText.ts'

const never = () => () => {}

/** A text of the form as it reads now: what it says of other answers follows them, on whatever page they are given. */
export function useSaid(session: DraftSession, text: FormText | undefined, language: Language): string {
  const words = inLanguage(text, language)
  const isFixed = !words.includes('{')
  return useSyncExternalStore(isFixed ? never : session.subscribeDraft, () =>
    isFixed
      ? words
      : fillPlaceholders(words, (variable) => placeholderText(variable, session.read().draft.answers, language)),
  )
}
