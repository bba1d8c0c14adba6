import { type Answers, answerOf } from '#domain/answers.ts'
import { formatNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'

/**
 * What stands for `{variable}` in a title or hint. Sections can be answered in any order, so the reference year may
 * still be blank: then the last closed year is the one that is meant.
 */
export function placeholderText(variable: string, answers: Answers, language: Language): string | undefined {
  const value = answerOf(answers, variable)
  if (variable === 'ref_year') return String(value ?? new Date().getFullYear() - 1)
  return typeof value === 'number' ? formatNumber(value, {}, language) : value === undefined ? undefined : String(value)
}
