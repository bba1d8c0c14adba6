import type { Language } from '#domain/text.ts'
import { texts } from './texts.ts'

// Written by hand, never by the browser's locale: a tablet set to another country would write it the other way round.

/** An instant as the time of day where the device is: "10:04 a. m.". */
export function timeText(instant: string, language: Language): string {
  const at = new Date(instant)
  const { morning, afternoon } = texts(language).when
  const hour = at.getHours()
  // It must not break there: a lone "m." at the start of a line reads as a misprint.
  const half = (hour < 12 ? morning : afternoon).replaceAll(' ', '\u00a0')
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(at.getMinutes()).padStart(2, '0')}\u00a0${half}`
}

/** An instant as a calendar day where the device is: "23 de noviembre de 2026". */
export function dayText(instant: string, language: Language): string {
  const at = new Date(instant)
  const { day, months } = texts(language).when
  return day(at.getDate(), months[at.getMonth()] ?? '', at.getFullYear())
}

/**
 * A calendar date, which has no zone, in words.
 *
 * @param date begins with `YYYY-MM-DD`; anything else comes back as it is
 */
export function dateInWords(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  const { day: inWords, months } = texts(language).when
  const name = months[Number(month) - 1]
  return year === undefined || name === undefined ? date : inWords(Number(day), name, Number(year))
}

export function dayAndTimeText(instant: string, language: Language): string {
  return `${dayText(instant, language)}, ${timeText(instant, language)}`
}
