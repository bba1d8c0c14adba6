import type { Language } from '#domain/text.ts'
import { draftEn } from './texts/draftEn.ts'
import { type DraftTexts, draftEs } from './texts/draftEs.ts'

/** The words of the path around the questions (beginning, sections, search, sums, declaration) in a language. */
export function draftTexts(language: Language): DraftTexts {
  return language === 'es' ? draftEs : draftEn
}
