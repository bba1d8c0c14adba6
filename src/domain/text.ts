/** The two languages of the interface; Spanish (es-CO) first. */
export type Language = 'es' | 'en'

export type Text = { es: string; en: string }

/** A text as a form may write it: both languages, one, or a bare string (SurveyJS's own ways). */
export type FormText = string | { es?: string; en?: string; default?: string }

/** The text in a language; where that language is missing, the other one rather than nothing. */
export function inLanguage(text: FormText | undefined, language: Language): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  const order = language === 'es' ? [text.es, text.default, text.en] : [text.en, text.default, text.es]
  return order.find((candidate) => candidate !== undefined && candidate !== '') ?? ''
}

const placeholder = /\{([A-Za-z][A-Za-z0-9_]*)\}/g

/**
 * Puts values in the place of `{variable}`.
 *
 * @param wordsFor what to show for a variable; `undefined` leaves "…", never a bare variable name
 */
export function fillPlaceholders(text: string, wordsFor: (variable: string) => string | undefined): string {
  return text.replace(placeholder, (_, variable: string) => wordsFor(variable) ?? '…')
}

/** As `fillPlaceholders`, without the sentences that speak of an answer that nobody has given yet. */
export function fillSentences(text: string, wordsFor: (variable: string) => string | undefined): string {
  const isKnown = (sentence: string) =>
    [...sentence.matchAll(placeholder)].every(([, variable = '']) => wordsFor(variable) !== undefined)
  const known = text.split(/(?<=[.?!]) /).filter(isKnown)
  return fillPlaceholders(known.join(' '), wordsFor)
}
