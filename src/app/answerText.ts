import { type Answered, answerOf, isBlank, type Json, nonAnswerOf } from '#domain/answers.ts'
import type { Question } from '#domain/form.ts'
import { formatMoney, formatNumber } from '#domain/numbers.ts'
import { blankedIn } from '#domain/retention.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { dateInWords } from '#ui/dates.ts'
import { resultTexts } from '#ui/resultTexts.ts'

/** What a person answered to a question, in words, or that this device no longer knows; undefined when nothing was. */
export function answerText(question: Question, answered: Answered, language: Language): string | undefined {
  if (blankedIn(answered)?.variables.includes(question.name)) return resultTexts(language).blanked
  const nonAnswer = nonAnswerOf(answered.nonresponse, question.name)
  if (nonAnswer !== undefined) return resultTexts(language).nonAnswers[nonAnswer]
  const value = answerOf(answered.answers, question.name)
  if (value === undefined || isBlank(value)) return undefined
  if (typeof value === 'number' && question.kind === 'number') return amountText(question, value, language)
  if (question.kind === 'date' && typeof value === 'string') return dateInWords(value, language)
  return jsonText(question, value, language)
}

/** A number with the unit of the question that it answers: "12.500 empresas", "40%", "$ 1.250.000". */
export function amountText(question: Question, value: number, language: Language): string {
  if (question.money !== undefined) return formatMoney(value, question.money, language)
  const number = formatNumber(value, { grouping: question.grouping }, language)
  const isOne = value === 1 && question.unitOne !== undefined
  const unit = inLanguage(isOne ? question.unitOne : question.unit, language)
  if (unit === '') return number
  return unit.startsWith('%') ? `${number}${unit}` : `${number}\u00a0${unit}`
}

/** Questions that this product does not know may answer with lists and objects: they are written out, not left away. */
function jsonText(question: Question, value: Json, language: Language): string {
  if (Array.isArray(value)) return value.map((each: Json) => jsonText(question, each, language)).join(', ')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, each]) => `${partName(question, key, language)}: ${jsonText(question, each, language)}`)
      .join('; ')
  }
  const choice = question.choices.find((each) => each.value === value)
  if (choice !== undefined) return inLanguage(choice.text, language)
  if (typeof value === 'boolean') return value ? resultTexts(language).yes : resultTexts(language).no
  return typeof value === 'number' ? formatNumber(value, { grouping: question.grouping }, language) : String(value)
}

function partName({ parts = [] }: Question, key: string, language: Language): string {
  return inLanguage(parts.find(({ name }) => name === key)?.title, language) || key
}
