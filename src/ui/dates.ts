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

/** How long ago an instant was: "hace 2 horas", "ayer"; after a week its date. A clock that was set back says "now". */
export function sinceText(instant: string, now: Date, language: Language): string {
  const t = texts(language).when
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000)
  if (minutes < 1) return t.now
  if (minutes < 60) return t.minutes(minutes)
  if (minutes < 24 * 60 && new Date(instant).toDateString() === now.toDateString())
    return t.hours(Math.floor(minutes / 60))
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
  const days = Math.round((midnight(now) - midnight(new Date(instant))) / (24 * 3_600_000))
  if (days === 1) return t.yesterday
  return days <= 7 ? t.days(days) : t.onDay(dayText(instant, language))
}
