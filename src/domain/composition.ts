import { type Answered, answerOf, nonAnswerOf } from './answers.ts'
import { sumOf } from './expressionOperators.ts'
import type { Fault } from './fault.ts'
import type { Panel } from './form.ts'
import { largestRemainder } from './largestRemainder.ts'
import { formatNumber } from './numbers.ts'
import type { Text } from './text.ts'

/** Where the parts of a composition stand: what they add up to, what they should, and how many are still blank. */
export type CompositionState = {
  sum: number
  total: number | undefined
  filled: number
  blank: string[]
  isPercent: boolean
}

/** Reads a composition; `total` is undefined while the variable that gives it is blank. */
export function compositionState(panel: Panel, answered: Answered): CompositionState {
  const values = panel.questions.map(({ name }) => [name, answerOf(answered.answers, name)] as const)
  const { composition } = panel
  const whole =
    composition === undefined
      ? undefined
      : 'total' in composition
        ? composition.total
        : answerOf(answered.answers, composition.totalVariable)
  return {
    sum: sumOf(values.flatMap(([, value]) => (typeof value === 'number' ? [value] : []))),
    total: typeof whole === 'number' ? whole : undefined,
    filled: values.filter(([, value]) => typeof value === 'number').length,
    blank: values.filter(([, value]) => typeof value !== 'number').map(([name]) => name),
    isPercent: composition !== undefined && 'total' in composition,
  }
}

/** The unit in which a person has the parts of a composition. */
export type PartUnit = 'percent' | 'amount'

/** The unit in which the answers of a composition are stored. */
export function storedUnit(panel: Panel): PartUnit {
  return panel.composition !== undefined && 'total' in panel.composition ? 'percent' : 'amount'
}

/**
 * The parts as they are stored, from parts that were written in the other unit, by largest remainder.
 *
 * Percentages become counts only once they add up to 100 (99–101) and the total is known; amounts become percentages as
 * soon as one is above 0. Rows that were left blank stay blank.
 *
 * @returns undefined while it cannot be said
 */
export function convertedParts(
  panel: Panel,
  written: Readonly<Record<string, number>>,
  answered: Answered,
): Record<string, number> | undefined {
  const rows = panel.questions.flatMap(({ name }) => (Object.hasOwn(written, name) ? [name] : []))
  const values = rows.map((name) => written[name] ?? 0)
  const sum = sumOf(values)
  const { total } = compositionState(panel, answered)
  if (total === undefined || sum <= 0 || values.some((value) => value < 0)) return undefined
  if (storedUnit(panel) === 'amount' && Math.abs(sum - 100) > 1) return undefined
  const shares = largestRemainder(values, total)
  return Object.fromEntries(rows.map((name, place) => [name, shares[place] ?? 0]))
}

/**
 * Whether the parts add up. Percentages off by one are a soft fault (99 to 101), anything else is a hard one.
 * An untouched composition is a fault only where it is required and has no non-answer.
 */
export function compositionFaults(panel: Panel, answered: Answered): Fault[] {
  if (panel.layout !== 'composition') return []
  const first = panel.questions[0]?.name
  if (first === undefined) return []
  const state = compositionState(panel, answered)
  if (state.filled === 0) return blankFaults(panel, answered, first)
  if (state.total === undefined || state.sum === state.total) return []
  const isNear = state.isPercent && Math.abs(state.sum - state.total) <= 1
  const id = isNear ? 'composition-near' : 'composition'
  return [
    { id: `${id}:${panel.name}`, severity: isNear ? 'soft' : 'hard', variables: [first], message: sumMessage(state) },
  ]
}

function blankFaults(panel: Panel, answered: Answered, first: string): Fault[] {
  const hasNonAnswer = panel.questions.some(({ name }) => nonAnswerOf(answered.nonresponse, name) !== undefined)
  if (!panel.isRequired || hasNonAnswer) return []
  const message = {
    es: 'Escriba el reparto o marque “No sabe” para toda la tabla.',
    en: "Write the split or mark “Don't know” for the whole table.",
  }
  return [{ id: 'required', severity: 'hard', variables: [first], message }]
}

/** "Los porcentajes suman 95. Faltan 5 para llegar a 100." */
export function sumMessage({ sum, total = 0, isPercent }: CompositionState): Text {
  const off = Math.abs(total - sum)
  const number = (language: 'es' | 'en', value: number) => formatNumber(value, {}, language)
  const esSubject = isPercent ? 'Los porcentajes suman' : 'Las cantidades suman'
  const enSubject = isPercent ? 'The percentages add up to' : 'The counts add up to'
  if (sum < total) {
    const lacks = off === 1 ? 'Falta' : 'Faltan'
    return {
      es: `${esSubject} ${number('es', sum)}. ${lacks} ${number('es', off)} para llegar a ${number('es', total)}.`,
      en: `${enSubject} ${number('en', sum)}. ${number('en', off)} missing to reach ${number('en', total)}.`,
    }
  }
  const spare = off === 1 ? 'Sobra' : 'Sobran'
  return {
    es: `${esSubject} ${number('es', sum)}. ${spare} ${number('es', off)} para llegar a ${number('es', total)}.`,
    en: `${enSubject} ${number('en', sum)}. ${number('en', off)} too many to reach ${number('en', total)}.`,
  }
}
