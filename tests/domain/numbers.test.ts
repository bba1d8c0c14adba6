import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, formatNumber, formatPercent, type NumberKind, parseNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'

const integer: NumberKind = { decimals: 0, negative: false }
const decimal: NumberKind = { decimals: 2, negative: false }
const oneDecimal: NumberKind = { decimals: 1, negative: true }

describe('what is typed in Spanish', () => {
  test.each([
    ['1.234', decimal, 1234],
    ['1,5', decimal, 1.5],
    ['$ 1.250.000', integer, 1250000],
    ['12 %', integer, 12],
    ['1 234', integer, 1234],
    ['1\u00a0234', integer, 1234],
    ['$\u00a01.250.000', integer, 1250000],
    ['COP 1.250.000', integer, 1250000],
    ['1.250.000 cop', integer, 1250000],
    ['US$ 3.000', integer, 3000],
    ['1.234,5', decimal, 1234.5],
    ['1234,50', oneDecimal, 1234.5],
    [',5', decimal, 0.5],
    ['0', integer, 0],
    ['2,0', integer, 2],
    ['007', integer, 7],
    ['-3,5', oneDecimal, -3.5],
    ['\u22123,5', oneDecimal, -3.5],
    ['-$ 1.000', { decimals: 0, negative: true }, -1000],
    ['$ \u22121.000', { decimals: 0, negative: true }, -1000],
    ['0.0', decimal, 0],
  ])('%j is read', (typed, kind, value) => {
    expect(parseNumber(typed, kind)).toEqual({ kind: 'number', value })
  })

  test('minus nothing is 0, not minus 0', () => {
    expect(parseNumber('-0', integer)).toEqual({ kind: 'number', value: 0 })
  })

  test.each([
    ['1.25', decimal, [1.25, 125], ['1,25', '125']],
    ['1.25', integer, [125, null], ['125', 'sin coma']],
    ['12.5', oneDecimal, [12.5, 125], ['12,5', '125']],
    ['1.25', oneDecimal, [125, null], ['125', 'con 1 decimal como máximo']],
    ['0.500', decimal, [0.5, 500], ['0,5', '500']],
    ['1,234.5', decimal, [1234.5], ['1.234,5']],
    ['1,250,000', integer, [1250000], ['1.250.000']],
    ['1,250', integer, [1250, null], ['1.250', 'sin coma']],
    ['1,000', integer, [1000, 1], ['1.000', '1']],
    ['-1.25', oneDecimal, [-125, null], ['-125', 'con 1 decimal como máximo']],
  ])('%j is asked about', (typed, kind, values, labels) => {
    const parsed = parseNumber(typed, kind)
    expect(parsed.kind).toBe('ask')
    if (parsed.kind !== 'ask') return
    expect(parsed.readings.map((reading) => reading.value)).toEqual(values)
    expect(parsed.readings.map((reading) => reading.label)).toEqual(labels)
  })

  test.each([
    ['1,5', integer, 'not-integer'],
    ['1,234.5', integer, 'not-integer'],
    ['1,25', oneDecimal, 'too-many-decimals'],
    ['-1', integer, 'negative'],
    ['\u22121,5', decimal, 'negative'],
    ['doce', integer, 'not-understood'],
    ['1.', integer, 'not-understood'],
    ['-', integer, 'not-understood'],
    ['$', integer, 'not-understood'],
    ['1.2,3.4', decimal, 'not-understood'],
    ['1e5', integer, 'not-understood'],
    ['5%0', integer, 'not-understood'],
    ['--5', oneDecimal, 'not-understood'],
    ['1234567890123456', integer, 'not-understood'],
    ['١٢', integer, 'not-understood'],
  ])('%j is a fault', (typed, kind, reason) => {
    expect(parseNumber(typed, kind)).toEqual({ kind: 'fault', reason })
  })

  test.each(['', '  ', '\u00a0\t'])('%j is no answer', (typed) => {
    expect(parseNumber(typed, integer)).toEqual({ kind: 'empty' })
  })
})

describe('what is typed in English', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['1.25', 1.25],
    ['1,234', 1234],
    ['COP 1,250,000', 1250000],
  ])('%j is read', (typed, value) => {
    expect(parseNumber(typed, decimal, 'en')).toEqual({ kind: 'number', value })
  })

  test('a Spanish thousands dot is asked about, never read as a decimal point', () => {
    expect(parseNumber('1.234', integer, 'en')).toEqual({
      kind: 'ask',
      readings: [
        { value: 1234, label: '1,234' },
        { value: null, label: 'no decimals' },
      ],
    })
  })
})

describe('any number', () => {
  const language = fc.constantFrom<Language>('es', 'en')

  test('that is written is read back the same, in both languages', () => {
    const amount = fc.record({
      units: fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
      decimals: fc.integer({ min: 0, max: 2 }),
      language,
    })
    fc.assert(
      fc.property(amount, ({ units, decimals, language }) => {
        const value = Number(`${units}e-${decimals}`)
        const kind = { decimals, negative: true }
        const expected = { kind: 'number', value: value === 0 ? 0 : value }
        expect(parseNumber(formatNumber(value, {}, language), kind, language)).toEqual(expected)
        expect(parseNumber(formatPercent(value, { decimals }, language), kind, language)).toEqual(expected)
      }),
    )
  })

  test('of pesos or dollars is read back the same, in both languages', () => {
    const amount = fc.record({
      pesos: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      currency: fc.constantFrom('COP' as const, 'USD' as const),
      language,
    })
    fc.assert(
      fc.property(amount, ({ pesos, currency, language }) => {
        const value = pesos === 0 ? 0 : pesos
        expect(parseNumber(formatMoney(pesos, currency, language), { decimals: 0, negative: true }, language)).toEqual({
          kind: 'number',
          value,
        })
      }),
    )
  })

  test('typed in any way never becomes something that its question cannot take', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- $%\u00a0\u2212a'.split('')), maxLength: 12 })
    fc.assert(
      fc.property(typed, fc.constantFrom(integer, decimal, oneDecimal), language, (text, kind, language) => {
        const parsed = parseNumber(text, kind, language)
        const values =
          parsed.kind === 'number' ? [parsed.value] : parsed.kind === 'ask' ? parsed.readings.map((r) => r.value) : []
        for (const value of values) {
          if (value === null) continue
          expect(Number(value.toFixed(kind.decimals))).toBe(value)
          expect(Object.is(value, -0)).toBe(false)
          if (!kind.negative) expect(value).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a number on screen', () => {
  test.each([
    [1234, {}, '1.234'],
    [410835, {}, '410.835'],
    [1234567.5, {}, '1.234.567,5'],
    [2026, { grouping: false }, '2026'],
    [36.25, { decimals: 1 }, '36,3'],
    [1.005, { decimals: 2 }, '1,01'],
    [-0.04, { decimals: 1 }, '0'],
    [-2.5, { decimals: 0 }, '-3'],
    [80, { decimals: 1 }, '80'],
    [80, { decimals: 1, fixed: true }, '80,0'],
    [0.0000001, {}, '0,0000001'],
    [1e21, {}, '1.000.000.000.000.000.000.000'],
  ])('%d is written in Spanish', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text)
  })

  test('money and percentages follow the Colombian habit', () => {
    expect(formatMoney(1250000, 'COP')).toBe('$\u00a01.250.000')
    expect(formatMoney(-1234567, 'COP')).toBe('-$\u00a01.234.567')
    expect(formatMoney(3000, 'USD')).toBe('US$\u00a03.000')
    expect(formatMoney(1250000, 'COP', 'en')).toBe('COP\u00a01,250,000')
    expect(formatPercent(12.5)).toBe('12,5%')
    expect(formatPercent(12.5, {}, 'en')).toBe('12.5%')
  })
})
