import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberInWords } from '#domain/numberWords.ts'

test.each([
  [0, 'cero'],
  [1, 'uno'],
  [16, 'dieciséis'],
  [21, 'veintiuno'],
  [31, 'treinta y uno'],
  [100, 'cien'],
  [101, 'ciento uno'],
  [555, 'quinientos cincuenta y cinco'],
  [1000, 'mil'],
  [1001, 'mil uno'],
  [21000, 'veintiún mil'],
  [31021, 'treinta y un mil veintiuno'],
  [100000, 'cien mil'],
  [101000, 'ciento un mil'],
  [1_000_000, 'un millón'],
  [1_001_000, 'un millón mil'],
  [21_000_000, 'veintiún millones'],
  [101_000_001, 'ciento un millones uno'],
  [1_000_000_000, 'mil millones'],
  [1_250_000_000, 'mil doscientos cincuenta millones'],
  [21_021_000_021, 'veintiún mil veintiún millones veintiuno'],
  [
    999_999_999_999,
    'novecientos noventa y nueve mil novecientos noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve',
  ],
  [10 ** 12, 'un billón'],
  [-5, 'menos cinco'],
])('%d in Spanish', (value, words) => {
  expect(numberInWords(value)).toBe(words)
})

test.each([
  [0, 'zero'],
  [21, 'twenty-one'],
  [40, 'forty'],
  [115, 'one hundred fifteen'],
  [1_250_000_000, 'one billion two hundred fifty million'],
  [10 ** 12, 'one trillion'],
  [-1000, 'minus one thousand'],
])('%d in English', (value, words) => {
  expect(numberInWords(value, 'en')).toBe(words)
})

test.each([1.5, 10 ** 12 + 1, Number.NaN, Number.POSITIVE_INFINITY])('%d has no words', (value) => {
  expect(numberInWords(value)).toBeNull()
})

test('different numbers have different words, without a stray space', () => {
  const any = fc.integer({ min: 0, max: 10 ** 12 })
  fc.assert(
    fc.property(any, any, fc.constantFrom('es' as const, 'en' as const), (one, other, language) => {
      const words = numberInWords(one, language)
      expect(words).not.toMatch(/^ | {2}| $|undefined/)
      if (one !== other) expect(words).not.toBe(numberInWords(other, language))
    }),
  )
})
