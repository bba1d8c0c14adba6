import type { Language } from '#domain/text.ts'
import { correctionEn } from './texts/correctionEn.ts'
import { type CorrectionTexts, correctionEs } from './texts/correctionEs.ts'

/** The words of correcting what was finished in a language. */
export function correctionTexts(language: Language): CorrectionTexts {
  return language === 'es' ? correctionEs : correctionEn
}
