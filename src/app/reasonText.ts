import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import type { Draft } from './database.ts'

/** Why an unlikely answer was called right, in words: the reason that was chosen and what was written; empty for none. */
export function reasonText({ code, text }: Draft['checkReasons'][string], language: Language): string {
  const chosen = Object.entries(draftTexts(language).review.reasons).find(([each]) => each === code)?.[1] ?? ''
  return [chosen, text.trim()].filter((part) => part !== '').join('. ')
}
