import type { Language } from '#domain/text.ts'
import { sentEn } from './texts/sentEn.ts'
import { type SentTexts, sentEs } from './texts/sentEs.ts'

/** The words of sending and its confirmation in a language. */
export function sentTexts(language: Language): SentTexts {
  return language === 'es' ? sentEs : sentEn
}
