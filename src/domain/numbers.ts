import type { Language } from './text.ts'

/** What the question takes: at most this many decimals, and whether its range goes below 0. */
export type NumberKind = { decimals: number; negative: boolean }

/**
 * A way in which something typed can be read, to be offered as a button; `value` null stands for "none of these as it
 * is: type it again".
 */
export type NumberReading = { value: number | null; label: string }

export type ParsedNumber =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'ask'; readings: NumberReading[] }
  | { kind: 'fault'; reason: 'not-understood' | 'not-integer' | 'too-many-decimals' | 'negative' }

type Marks = { decimal: string; thousands: string }

const marksOf: Record<Language, Marks> = {
  es: { decimal: ',', thousands: '.' },
  en: { decimal: '.', thousands: ',' },
}

const minusSigns = /^[-\u2212]/
const moneyOrNothing = /^(?:(?:COP|USD|US)?\$|COP|USD)?/i
const unitOrNothing = /(?:%|COP|USD)?$/i
// Past this many digits a double no longer holds what was typed.
const mostDigits = 15

/**
 * Reads a number as people type it in Colombia: comma for decimals, dot for thousands; in English the other way round.
 *
 * Spaces (also non-breaking ones), "$", "%" and the codes COP and USD around the number do not matter. A mark that the
 * two habits read differently is never guessed: `ask` carries the readings, the likelier first. Source: screens 1.9 and
 * table 7.3.
 *
 * @returns a finite value, never -0, with at most `kind.decimals` decimals; its range is not judged here
 */
export function parseNumber(typed: string, kind: NumberKind, language: Language = 'es'): ParsedNumber {
  const compact = typed.replace(/[\s\u200b\u2060]/g, '')
  if (compact === '') return { kind: 'empty' }
  const { negative, bare } = withoutSignAndUnits(compact)
  if (!/^[\d.,]*\d$/.test(bare)) return notUnderstood
  const marks = marksOf[language]
  const certain = plainReading(bare, marks)
  const readings = certain === null ? possibleReadings(bare) : [certain]
  if (readings.some(({ digits }) => digits > mostDigits)) return notUnderstood
  if (negative && !kind.negative && readings.some(({ value }) => value !== 0)) {
    return { kind: 'fault', reason: 'negative' }
  }
  const signed = readings.map((reading) => ({ ...reading, value: negative ? 0 - reading.value : reading.value }))
  return certain === null ? ask(signed, kind, language) : judge(signed, bare, marks, kind, language)
}

const notUnderstood: ParsedNumber = { kind: 'fault', reason: 'not-understood' }

/** `decimals` counts those that carry value: 2,50 has one. */
type Reading = { value: number; decimals: number; digits: number }

function withoutSignAndUnits(compact: string): { negative: boolean; bare: string } {
  // The sign may stand before or after the money sign: "-$ 5" and "$ -5".
  const outer = minusSigns.test(compact)
  const amount = (outer ? compact.slice(1) : compact).replace(moneyOrNothing, '').replace(unitOrNothing, '')
  const inner = !outer && minusSigns.test(amount)
  return { negative: outer || inner, bare: inner ? amount.slice(1) : amount }
}

/** The one reading that the language's own marks allow, or null when they are not placed as it places them. */
function plainReading(bare: string, { decimal, thousands }: Marks): Reading | null {
  const [whole = '', fraction, ...rest] = bare.split(decimal)
  if (rest.length > 0 || fraction?.includes(thousands) === true) return null
  const groups = whole.split(thousands)
  if (groups.length > 1 && !areThousands(groups)) return null
  return readingOf(groups.join(''), fraction ?? '')
}

/** Every group after the first has three digits; the first has one to three and does not begin with 0. */
function areThousands([first = '', ...rest]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => group.length === 3)
}

function readingOf(whole: string, fraction: string): Reading {
  const carrying = fraction.replace(/0+$/, '')
  const digits = whole.replace(/^0+/, '').length + carrying.length
  return {
    value: Number(`${whole === '' ? '0' : whole}.${carrying === '' ? '0' : carrying}`),
    decimals: carrying.length,
    digits,
  }
}

/** What somebody may have meant whose marks are not placed as either language alone would place them. */
function possibleReadings(bare: string): Reading[] {
  const marks = bare.replace(/\d/g, '')
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const whole = bare.slice(0, last)
  const sameMark = new Set(marks).size === 1
  const digitsOnly = readingOf(bare.replace(/[.,]/g, ''), '')
  const pointLast = readingOf(whole.replace(/[.,]/g, ''), bare.slice(last + 1))
  if (marks.length === 1) return [pointLast, digitsOnly]
  if (sameMark) return [digitsOnly]
  const groups = whole.split(/[.,]/)
  return areThousands(groups) && new Set(marks.slice(0, -1)).size === 1 ? [pointLast] : []
}

function ask(readings: readonly Reading[], kind: NumberKind, language: Language): ParsedNumber {
  const [first, ...others] = readings
  if (first === undefined) return notUnderstood
  if (others.length > 0 && others.every(({ value }) => value === first.value))
    return { kind: 'number', value: first.value }
  const fitting = readings.filter((reading) => reading.decimals <= kind.decimals)
  if (fitting.length === 0) return tooManyDecimals(kind)
  const offered: NumberReading[] = fitting.map(({ value }) => ({ value, label: formatNumber(value, {}, language) }))
  if (fitting.length < readings.length) offered.push({ value: null, label: decimalsAllowed(kind.decimals, language) })
  return { kind: 'ask', readings: offered }
}

function decimalsAllowed(decimals: number, language: Language): string {
  if (decimals === 0) return language === 'es' ? 'sin coma' : 'no decimals'
  const most = decimals === 1 ? '1 decimal' : `${decimals} ${language === 'es' ? 'decimales' : 'decimals'}`
  return language === 'es' ? `con ${most} como máximo` : `${most} at most`
}

/** A certain reading that the question cannot take may still be the other language's thousands: `1,250` for 1.250. */
function judge(
  readings: readonly Reading[],
  bare: string,
  marks: Marks,
  kind: NumberKind,
  language: Language,
): ParsedNumber {
  const [reading] = readings
  if (reading === undefined) return notUnderstood
  const groups = bare.split(marks.decimal)
  const typedDecimals = groups[1]?.length ?? 0
  if (typedDecimals === 3 && typedDecimals > kind.decimals && !bare.includes(marks.thousands) && areThousands(groups)) {
    const grouped = readingOf(groups.join(''), '')
    return ask([{ ...grouped, value: reading.value < 0 ? -grouped.value : grouped.value }, reading], kind, language)
  }
  if (reading.decimals <= kind.decimals) return { kind: 'number', value: reading.value }
  return tooManyDecimals(kind)
}

function tooManyDecimals(kind: NumberKind): ParsedNumber {
  return { kind: 'fault', reason: kind.decimals === 0 ? 'not-integer' : 'too-many-decimals' }
}

export type NumberFormat = {
  /** at most this many, rounded half away from zero; left out: all there are */
  decimals?: number
  /** exactly `decimals` of them, for columns that align */
  fixed?: boolean
  /** false for years */
  grouping?: boolean
}

/**
 * A number as text: `1.234,5` in Spanish, `1,234.5` in English. Written by hand because the locale a tablet reports
 * (es-419, es-US) would turn the marks round.
 *
 * @throws RangeError when the value is not finite
 */
export function formatNumber(value: number, format: NumberFormat = {}, language: Language = 'es'): string {
  if (!Number.isFinite(value)) throw new RangeError(`no finite number: ${value}`)
  const { decimal, thousands } = marksOf[language]
  const [whole = '0', carried = ''] = digitsOf(Math.abs(value), format.decimals).split('.')
  const fraction = format.fixed === true ? carried.padEnd(format.decimals ?? 0, '0') : carried
  const grouped = format.grouping === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const text = fraction === '' ? grouped : `${grouped}${decimal}${fraction}`
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** Plain decimal digits of a value ≥ 0, without exponent and without trailing zeros after the point. */
function digitsOf(value: number, decimals: number | undefined): string {
  if (value >= Number.MAX_SAFE_INTEGER) return BigInt(Math.round(value)).toString()
  const written = decimals === undefined ? shortest(value) : rounded(value, decimals)
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written
}

function shortest(value: number): string {
  const written = String(value)
  return written.includes('e') ? value.toFixed(20) : written
}

/** Half up, on the decimal digits that the double stands for: 1.005 is written 1.01, though it is a little less. */
function rounded(value: number, decimals: number): string {
  const scale = 10 ** decimals
  const scaled = value * scale
  if (scaled >= Number.MAX_SAFE_INTEGER) return shortest(value)
  const units = String(Math.floor(scaled + 0.5 + 1e-9)).padStart(decimals + 1, '0')
  return decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`
}

const noBreak = '\u00a0'

/** Whole pesos or dollars with the sign in front: `$ 1.250.000`, `-$ 1.250.000`, `US$ 3.000`; in English `COP 1,250,000`. */
export function formatMoney(value: number, currency: 'COP' | 'USD', language: Language = 'es'): string {
  const amount = formatNumber(Math.abs(value), { decimals: 0 }, language)
  const sign = value < 0 && amount !== '0' ? '-' : ''
  if (language === 'en') return `${sign}${currency}${noBreak}${amount}`
  return `${sign}${currency === 'COP' ? '$' : 'US$'}${noBreak}${amount}`
}

/** Figures are written "60%" in this country; a published edition that says "60 %" can no longer be changed. */
export function writtenPercent(text: string): string {
  return text.replace(/(\d)[ \u00a0]%/g, '$1%')
}

/** A percentage 0..100 with its sign, no space before it: `12,5%`. */
export function formatPercent(value: number, format: NumberFormat = {}, language: Language = 'es'): string {
  return `${formatNumber(value, format, language)}%`
}
