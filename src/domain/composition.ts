import { type Answered, type Answers, answerOf, nonAnswerOf } from './answers.ts'
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
  const { composition } = panel
  const whole =
    composition === undefined
      ? undefined
      : 'total' in composition
        ? composition.total
        : answerOf(answered.answers, composition.totalVariable)
  const total = typeof whole === 'number' ? whole : undefined
  return stateOf(panel, answered.answers, total, storedUnit(panel) === 'percent')
}

function stateOf(panel: Panel, parts: Answers, total: number | undefined, isPercent: boolean): CompositionState {
  const values = panel.questions.map(({ name }) => [name, answerOf(parts, name)] as const)
  return {
    sum: sumOf(values.flatMap(([, value]) => (typeof value === 'number' ? [value] : []))),
    total,
    filled: values.filter(([, value]) => typeof value === 'number').length,
    blank: values.filter(([, value]) => typeof value !== 'number').map(([name]) => name),
    isPercent,
  }
}

/** The unit in which a person has the parts of a composition. */
export type PartUnit = 'percent' | 'amount'

/** Parts as a person wrote them, by row, where that is not the unit in which they are stored. */
export type WrittenParts = { unit: PartUnit; values: Record<string, number> }

/** Where the parts stand as they were written; amounts that become percentages have no total but their own sum. */
export function writtenState(panel: Panel, { unit, values }: WrittenParts): CompositionState {
  return stateOf(panel, values, unit === 'percent' ? 100 : undefined, unit === 'percent')
}

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
  const state = compositionState(panel, answered)
  return state.filled === 0 ? blankFaults(panel, answered) : sumFaults(panel, state)
}

/**
 * The same of parts that were written in the other unit: they are judged as they were written, and must be possible to
 * convert.
 */
export function writtenFaults(panel: Panel, written: WrittenParts, answered: Answered): Fault[] {
  const state = writtenState(panel, written)
  if (state.filled === 0) return compositionFaults(panel, answered)
  const faults = sumFaults(panel, state)
  const isJudged = faults.some(({ severity }) => severity === 'hard')
  if (isJudged || convertedParts(panel, written.values, answered) !== undefined) return faults
  return [faultOf(panel, 'composition', 'hard', state.isPercent ? totalFirst : nothingToShare)]
}

function sumFaults(panel: Panel, state: CompositionState): Fault[] {
  if (state.total === undefined || state.sum === state.total) return []
  const isNear = state.isPercent && Math.abs(state.sum - state.total) <= 1
  return [faultOf(panel, isNear ? 'composition-near' : 'composition', isNear ? 'soft' : 'hard', sumMessage(state))]
}

function faultOf(panel: Panel, id: string, severity: Fault['severity'], message: Text): Fault {
  return { id: `${id}:${panel.name}`, severity, variables: panel.questions.map(({ name }) => name), message }
}

const totalFirst: Text = {
  es: 'Escriba primero el total. Con él, los porcentajes pasan a cantidades.',
  en: 'Write the total first. It turns the percentages into counts.',
}
const nothingToShare: Text = {
  es: 'Las cantidades suman 0. Escriba al menos una mayor que 0.',
  en: 'The counts add up to 0. Write at least one above 0.',
}

function blankFaults(panel: Panel, answered: Answered): Fault[] {
  const hasNonAnswer = panel.questions.some(({ name }) => nonAnswerOf(answered.nonresponse, name) !== undefined)
  if (!panel.isRequired || hasNonAnswer) return []
  const message = {
    es: 'Escriba el reparto o marque “No sabe” para toda la tabla.',
    en: "Write the split or mark “Don't know” for the whole table.",
  }
  return [{ id: 'required', severity: 'hard', variables: panel.questions.map(({ name }) => name), message }]
}

/** "Los porcentajes suman 95. Faltan 5 para llegar a 100.", "Los porcentajes suman 108. Sobran 8." */
export function sumMessage({ sum, total = 0, isPercent }: CompositionState): Text {
  const off = Math.abs(total - sum)
  const number = (language: 'es' | 'en', value: number) => formatNumber(value, {}, language)
  const es = `${isPercent ? 'Los porcentajes' : 'Las cantidades'} suman ${number('es', sum)}.`
  const en = `The ${isPercent ? 'percentages' : 'counts'} add up to ${number('en', sum)}`
  if (sum < total) {
    const lacks = off === 1 ? 'Falta' : 'Faltan'
    return {
      es: `${es} ${lacks} ${number('es', off)} para llegar a ${number('es', total)}.`,
      en: `${en}; ${number('en', off)} missing to reach ${number('en', total)}.`,
    }
  }
  const spare = off === 1 ? 'Sobra' : 'Sobran'
  // Everybody knows the 100 of percentages; the total of counts is said.
  return {
    es: `${es} ${spare} ${number('es', off)}${isPercent ? '' : ` para un total de ${number('es', total)}`}.`,
    en: `${en}; ${number('en', off)} too many${isPercent ? '' : ` for a total of ${number('en', total)}`}.`,
  }
}
