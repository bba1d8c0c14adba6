import { type Answered, type Answers, answerOf } from './answers.ts'
import type { Fault } from './fault.ts'
import { type Form, isPercentage, type Question } from './form.ts'
import { formatMoney, formatNumber } from './numbers.ts'
import { inLanguage, type Language } from './text.ts'

/** Ten times more or less than the round before is rarely a real change, and often a zero too many. */
const unlikelyFactor = 10

/** A cluster's answers of an earlier round, and the year by which people speak of them. */
export type Earlier = { answers: Answers; year: number }

/**
 * Numbers that are ten times larger or smaller than in the round before: unlikely, so a person is asked.
 *
 * Years and percentages are left out, as are numbers that were or are 0: there is no proportion to them.
 */
export function changeFaults(form: Form, answered: Answered, earlier: Earlier, visible: ReadonlySet<string>): Fault[] {
  return form.questions.flatMap((question) => {
    if (!isAmount(question) || !visible.has(question.name)) return []
    const before = answerOf(earlier.answers, question.name)
    const now = answerOf(answered.answers, question.name)
    if (typeof before !== 'number' || typeof now !== 'number' || before <= 0 || now <= 0) return []
    const factor = now / before
    if (factor < unlikelyFactor && factor > 1 / unlikelyFactor) return []
    const say = (language: Language, value: number) =>
      question.money === undefined
        ? formatNumber(value, { decimals: question.decimals }, language)
        : formatMoney(value, question.money, language)
    const first = (language: Language) => `${say(language, before)} ${inLanguage(question.unit, language)}`.trim()
    const message = {
      es: `En ${earlier.year} reportaron ${first('es')} y ahora ${say('es', now)}. ¿Es correcto?`,
      en: `In ${earlier.year} you reported ${first('en')} and now ${say('en', now)}. Is that right?`,
    }
    return [{ id: `change:${question.name}`, severity: 'soft', variables: [question.name], message }]
  })
}

function isAmount(question: Question): boolean {
  const { kind, grouping, max } = question
  return kind === 'number' && grouping && max !== 100 && !isPercentage(question)
}
