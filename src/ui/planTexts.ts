import type { Language } from '#domain/text.ts'
import { planEn } from './texts/planEn.ts'
import { type PlanTexts, planEs } from './texts/planEs.ts'

/** The words of simulator and plan in a language. */
export function planTexts(language: Language): PlanTexts {
  return language === 'es' ? planEs : planEn
}
