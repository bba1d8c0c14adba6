import { isBlank, type Json } from './answers.ts'

/** What an expression works on; `null` is a blank, and NaN a calculation that has no result. */
export type Value = Json

type Operator = (left: Value, right: Value) => boolean

/** By the word or mark that stands for it; tried in this order. */
export const comparisons: readonly [string, Operator][] = [
  ['=', isEqual],
  ['==', isEqual],
  ['equal', isEqual],
  ['<>', (left, right) => !isEqual(left, right)],
  ['!=', (left, right) => !isEqual(left, right)],
  ['notequal', (left, right) => !isEqual(left, right)],
  // Two blanks are equal: that is how SurveyJS reads "or equal".
  ['<=', (left, right) => isEqual(left, right) || isLess(left, right)],
  ['>=', (left, right) => isEqual(left, right) || isLess(right, left)],
  ['<', isLess],
  ['>', (left, right) => isLess(right, left)],
]

export const memberships: readonly [string, Operator][] = [
  ['contains', (left, right) => contains(left, right) === true],
  ['contain', (left, right) => contains(left, right) === true],
  ['notcontains', notContains],
  ['notcontain', notContains],
  ['anyof', anyOf],
  ['allof', allOf],
]

/** Whether a whole condition with this value holds; `and`, `or` and `!` ask only whether it is something. */
export function isTrue(value: Value): boolean {
  return Number(value) === 1
}

/** An answer as SurveyJS reads it in an expression: a text that is a number or a truth value counts as one. */
export function readAnswer(value: Json | undefined): Value {
  if (typeof value !== 'string') return value ?? null
  // Most texts are codes such as "active": no number begins with a letter.
  if (isLetter(value.charCodeAt(0))) return readWord(value)
  if (/^(?:'.*'|".*")$/s.test(value)) return value.slice(1, -1)
  // A code such as "05" is no number.
  return /^0[^.,x]/.test(value) ? value : (numberIn(value) ?? value)
}

function readWord(value: string): Value {
  if (value.length !== 4 && value.length !== 5) return value
  return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value
}

function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

export function isEmpty(value: Value): boolean {
  return isBlank(value) || Number.isNaN(value)
}

export function and(left: Value, right: Value): Value {
  const one = besides(right, left)
  return one && besides(one, right)
}

export function or(left: Value, right: Value): Value {
  const one = besides(right, left)
  return one || besides(one, right)
}

/** What a value counts as beside another: SurveyJS makes a blank the emptiest value of the other's kind. */
function besides(other: Value, value: Value): Value {
  if (!isEmpty(value)) return value
  if (typeof other === 'number') return 0
  if (typeof value === 'string' || typeof other === 'string') return ''
  return Array.isArray(other) ? [] : 0
}

export function plus(left: Value, right: Value): number {
  const [one, other] = [operandOf(left), operandOf(right)]
  return rounded(one + other, Math.max(decimalsOf(one), decimalsOf(other)))
}

export function minus(left: Value, right: Value): number {
  const [one, other] = [operandOf(left), operandOf(right)]
  return rounded(one - other, Math.max(decimalsOf(one), decimalsOf(other)))
}

export function times(left: Value, right: Value): number {
  const [one, other] = [operandOf(left), operandOf(right)]
  return rounded(one * other, decimalsOf(one) + decimalsOf(other))
}

export function dividedBy(left: Value, right: Value): number | null {
  const divisor = operandOf(right)
  return divisor === 0 || Number.isNaN(divisor) ? null : operandOf(left) / divisor
}

/** The sum of all numbers, those in lists included, without the rounding faults of binary fractions. */
export function sumOf(values: readonly Value[]): number {
  return values.reduce<number>((sum, value) => {
    const number = Array.isArray(value) ? sumOf(value) : typeof value === 'string' ? numberIn(value) : value
    return typeof number === 'number' ? plus(sum, number) : sum
  }, 0)
}

// A blank counts as nothing: a sum over a half-filled table is the sum of what is there. Unlike in SurveyJS, which
// joins them, words and lists have no sum.
function operandOf(value: Value): number {
  if (isEmpty(value)) return 0
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : Number.NaN
}

function decimalsOf(number: number): number {
  return Number.isInteger(number) ? 0 : (String(number).split('.')[1]?.length ?? 0)
}

/** So that 0.1 + 0.2 = 0.3. */
function rounded(number: number, decimals: number): number {
  return decimals === 0 ? number : Number.parseFloat(number.toFixed(Math.min(decimals, 100)))
}

/** Decimal comma or point; as in SurveyJS a long row of digits, such as an identity number, stays a text. */
function numberIn(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || /^\d{16,}$/.test(trimmed)) return undefined
  if (trimmed.startsWith('0x')) return trimmed.length > 32 ? undefined : finite(Number.parseInt(trimmed, 16))
  const pointed = text.split(',').length === 2 ? trimmed.replace(',', '.') : trimmed
  return Number.isFinite(Number(pointed)) ? finite(Number.parseFloat(pointed)) : undefined
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined
}

function isEqual(left: Value, right: Value): boolean {
  if (left === right) return true
  if (typeof left === 'string' && typeof right === 'string')
    return !differsAtOnce(left, right) && folded(left) === folded(right)
  if (Array.isArray(left) && Array.isArray(right)) return isSameList(left, right)
  if (isEmpty(left) || isEmpty(right)) return isBlankScalar(left) && isBlankScalar(right)
  if (typeof left === 'boolean' && typeof right === 'string') return String(left) === right.toLowerCase()
  if (typeof left === 'string' && typeof right === 'boolean') return String(right) === left.toLowerCase()
  if (typeof left === 'object' || typeof right === 'object') return JSON.stringify(left) === JSON.stringify(right)
  return Number(left) === Number(right)
}

/** An empty list is a blank, but equal only to another empty list. */
function isBlankScalar(value: Value): boolean {
  return value === null || value === ''
}

function isSameList(left: readonly Json[], right: readonly Json[]): boolean {
  if (left.length !== right.length) return false
  const [one, other] = [[...left].sort(), [...right].sort()]
  return one.every((item, index) => isEqual(item, other[index] ?? null))
}

/** Two codes are hardly ever alike but for capitals and spaces: where both begin with a letter, that mostly settles it. */
function differsAtOnce(left: string, right: string): boolean {
  const [one, other] = [left.charCodeAt(0), right.charCodeAt(0)]
  return isLetter(one) && isLetter(other) && (one | 0x20) !== (other | 0x20)
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}

function isLess(left: Value, right: Value): boolean {
  if (left === null || right === null) return false
  const [one, other] = [scalarOf(left), scalarOf(right)]
  return typeof one === 'string' && typeof other === 'string' ? one < other : Number(one) < Number(other)
}

function scalarOf(value: Value): Value {
  return typeof value === 'object' ? String(value) : value
}

/** `undefined` where SurveyJS finds neither that it contains nor that it does not. */
function contains(left: Value, right: Value): boolean | undefined {
  if (Array.isArray(left)) {
    const wanted: readonly Json[] = Array.isArray(right) ? right : [right]
    return left.length > 0 && wanted.every((item) => left.some((own) => isEqual(own, item)))
  }
  if (isEmpty(left) || !right) return undefined
  return String(left).toLowerCase().includes(String(right).toLowerCase())
}

function notContains(left: Value, right: Value): boolean {
  if (!left && !isEmpty(right)) return true
  return contains(left, right) === false
}

function anyOf(left: Value, right: Value): boolean {
  if (isEmpty(left)) return isEmpty(right)
  if (isEmpty(right)) return true
  if (!Array.isArray(left)) return contains(right, left) === true
  if (!Array.isArray(right)) return contains(left, right) === true
  return right.some((item) => contains(left, item))
}

function allOf(left: Value, right: Value): boolean {
  if (!left && !isEmpty(right)) return false
  if (!Array.isArray(right)) return contains(left, right) === true
  return right.every((item) => contains(left, item))
}
