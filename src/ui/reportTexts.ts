import type { Language } from '#domain/text.ts'
import { reportEn } from './texts/reportEn.ts'
import { type ReportTexts, reportEs } from './texts/reportEs.ts'

/** The words of everything that is printed or downloaded as PDF, in a language. */
export function reportTexts(language: Language): ReportTexts {
  return language === 'es' ? reportEs : reportEn
}
