import type { Language } from '#domain/text.ts'
import { peopleEn } from './texts/peopleEn.ts'
import { type PeopleTexts, peopleEs } from './texts/peopleEs.ts'

/** The words of profiles and help in a language. */
export function peopleTexts(language: Language): PeopleTexts {
  return language === 'es' ? peopleEs : peopleEn
}
