import { useSyncExternalStore } from 'react'
import { type FormText, fillPlaceholders, fillSentences, inLanguage, type Language } from '#domain/text.ts'
import type { DraftSession } from './draftSession.ts'
import { placeholderText } from './placeholderText.ts'

const never = () => () => {}

/** A text of the form as it reads now: what it says of other answers follows them, on whatever page they are given. */
export function useSaid(
  session: DraftSession,
  text: FormText | undefined,
  language: Language,
  fill = fillPlaceholders,
): string {
  const words = inLanguage(text, language)
  const isFixed = !words.includes('{')
  return useSyncExternalStore(isFixed ? never : session.subscribeDraft, () =>
    isFixed ? words : fill(words, (variable) => placeholderText(variable, session.read().draft.answers, language)),
  )
}

/** A hint as it reads now; what it would say of an answer that is still blank is left out. */
export function useHint(session: DraftSession, text: FormText | undefined, language: Language): string {
  return useSaid(session, text, language, fillSentences)
}
