import type { Language } from '#domain/text.ts'
import { resultEn } from './texts/resultEn.ts'
import { type ResultTexts, resultEs } from './texts/resultEs.ts'

/** The words of review and result in a language. */
export function resultTexts(language: Language): ResultTexts {
  return language === 'es' ? resultEs : resultEn
}

/**
 * A calendar date in words: "23 de noviembre de 2026".
 *
 * @param date begins with `YYYY-MM-DD`; anything else comes back as it is
 */
export function dateInWords(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  const name = resultTexts(language).months[Number(month) - 1]
  if (year === undefined || name === undefined) return date
  return resultTexts(language).date(Number(day), name, Number(year))
}

/** Colombia keeps UTC-5 all year; the tablet's own time zone may be wrong. */
const colombiaOffsetMs = -5 * 60 * 60 * 1000

/**
 * An instant in Colombian time in words: "23 de noviembre de 2026, 2:19 p. m.".
 *
 * @param instant ISO 8601 in UTC
 */
export function momentInWords(instant: string, language: Language): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const local = new Date(at + colombiaOffsetMs).toISOString()
  const hour = Number(local.slice(11, 13))
  const half = hour < 12 ? 'a. m.' : 'p. m.'
  const noBreak = half.replaceAll(' ', '\u00a0')
  return `${dateInWords(local, language)}, ${hour % 12 === 0 ? 12 : hour % 12}:${local.slice(14, 16)}\u00a0${noBreak}`
}
