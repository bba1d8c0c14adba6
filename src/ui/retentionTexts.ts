import type { Language } from '#domain/text.ts'
import { retentionEn } from './texts/retentionEn.ts'
import { type RetentionTexts, retentionEs } from './texts/retentionEs.ts'

/** The words of what stays on the tablet, and until when, in a language. */
export function retentionTexts(language: Language): RetentionTexts {
  return language === 'es' ? retentionEs : retentionEn
}
