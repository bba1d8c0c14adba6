import type { Language } from '#domain/text.ts'
import { dayText } from '#ui/dates.ts'

/** Short names for assessments in their order: the year where that tells them apart, otherwise the day. */
export function roundLabels(instants: readonly string[], language: Language): string[] {
  const years = instants.map((instant) => String(new Date(instant).getFullYear()))
  return new Set(years).size === years.length ? years : instants.map((instant) => dayText(instant, language))
}
