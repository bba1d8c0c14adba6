import type { Language } from '#domain/text.ts'
import { captureEn } from './texts/captureEn.ts'
import { type CaptureTexts, captureEs } from './texts/captureEs.ts'

/** The words around a question that is being answered. */
export function captureTexts(language: Language): CaptureTexts {
  return language === 'es' ? captureEs : captureEn
}
