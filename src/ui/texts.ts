import type { Language } from '#domain/text.ts'
import { en } from './texts/en.ts'
import { es, type Texts } from './texts/es.ts'

/** All that the interface itself says, in a language. The words of a questionnaire are in its edition instead. */
export function texts(language: Language): Texts {
  return language === 'es' ? es : en
}
