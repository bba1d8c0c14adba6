import type { Language } from '#domain/text.ts'
import { dayAndTimeText, timeText } from './dates.ts'
import { settingsEn } from './texts/settingsEn.ts'
import { type SettingsTexts, settingsEs } from './texts/settingsEs.ts'

/** The words of the settings in a language. */
export function settingsTexts(language: Language): SettingsTexts {
  return language === 'es' ? settingsEs : settingsEn
}

/** A moment not long ago, by the device's clock: "hoy, 9:12 a. m."; from the day before yesterday back with its date. */
export function recentText(instant: string, now: Date, language: Language): string {
  const t = settingsTexts(language)
  const day = new Date(instant).toDateString()
  if (day === now.toDateString()) return t.today(timeText(instant, language))
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (day === yesterday.toDateString()) return t.yesterday(timeText(instant, language))
  return dayAndTimeText(instant, language)
}
