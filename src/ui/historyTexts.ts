import type { Language } from '#domain/text.ts'
import { historyEn } from './texts/historyEn.ts'
import { type HistoryTexts, historyEs } from './texts/historyEs.ts'

/** The words of earlier results and of the comparison with other clusters in a language. */
export function historyTexts(language: Language): HistoryTexts {
  return language === 'es' ? historyEs : historyEn
}
