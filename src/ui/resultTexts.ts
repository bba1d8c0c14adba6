import type { Language } from '#domain/text.ts'
import { resultEn } from './texts/resultEn.ts'
import { type ResultTexts, resultEs } from './texts/resultEs.ts'

/** The words of review and result in a language. */
export function resultTexts(language: Language): ResultTexts {
  return language === 'es' ? resultEs : resultEn
}
