import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawable, linesOf } from '../../../src/app/report/lines.ts'

/** A font in which every letter is one point wide. */
const measure = (text: string) => [...text].length

test('lines are never too wide, and lose no word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, width) => {
      const lines = linesOf(text, width, measure)
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''))
    }),
  )
})

test('what is too long ends with three dots inside the width', () => {
  expect(linesOf('uno dos tres cuatro', 8, measure, 2)).toEqual(['uno dos', 'tres cu…'])
  expect(linesOf('uno dos, tres', 8, measure, 1)).toEqual(['uno dos…'])
  expect(linesOf('uno dos', 8, measure, 1)).toEqual(['uno dos'])
  expect(linesOf('$\u00a01.250', 4, measure)).toEqual(['$\u00a01.', '250'])
})

test('a percent sign stays with its number', () => {
  expect(linesOf('menos del 45 % anual', 12, measure)).toEqual(['menos del', '45 % anual'])
})

test('letters that the font lacks become letter and mark, nothing, or a question mark', () => {
  const hasGlyph = (character: string) => ' n~ñe?|\u0303'.includes(character)
  expect(drawable('ẽ ñ n\u0303 😀漢\t|\r\n\u0000', hasGlyph)).toBe('e\u0303 ñ ñ ? |\n')
})
