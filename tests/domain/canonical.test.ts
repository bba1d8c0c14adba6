import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, isCanonicalJson, isStorableText } from '#domain/canonical.ts'
import { isPlainlyCanonical } from '#domain/canonicalBytes.ts'
import { utf8 } from '#domain/digest.ts'
import { limits } from '#domain/protocol.ts'

describe('canonical JSON', () => {
  test('writes the example of RFC 8785, 3.2.4', () => {
    const value = {
      numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('sorts keys by UTF-16 code units, as in RFC 8785, 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  test('keys that look like numbers are sorted as text', () => {
    expect(canonicalJson({ 9: 'a', 10: 'b' })).toBe('{"10":"b","9":"a"}')
  })

  test('a key named __proto__ is a key like any other', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}')
  })

  test('-0 is written as 0', () => {
    expect(canonicalJson(-0)).toBe('0')
  })

  test.each([
    ['infinity', Number.POSITIVE_INFINITY],
    ['NaN', Number.NaN],
    ['undefined', { a: undefined }],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
  ])('has no place for %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('is the same for equal values, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('text that every database can keep', () => {
  test('has whole characters and no NUL, in values and in keys', () => {
    expect(isStorableText({ 'clé 😀': ['ñ', { a: 'b' }, 1, null] })).toBe(true)
    expect(isStorableText({ a: ['x\0'] })).toBe(false)
    expect(isStorableText({ 'a\0': 1 })).toBe(false)
    expect(isStorableText([{ a: '\ud83d' }])).toBe(false)
    expect(isStorableText('\ude00\ud83d')).toBe(false)
  })
})

describe('a text is canonical', () => {
  const values = fc.jsonValue({ stringUnit: 'binary' })
  const canonicalOf = (value: unknown): string | undefined => {
    try {
      return canonicalJson(value)
    } catch {
      return undefined
    }
  }

  test('exactly when it is what canonicalJson writes of its value', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 1), (value, indent) => {
        const texts = [JSON.stringify(value, null, indent), canonicalOf(JSON.parse(JSON.stringify(value)))]
        for (const text of texts.filter((one) => one !== undefined)) {
          const parsed: unknown = JSON.parse(text)
          expect(isCanonicalJson(text, parsed)).toBe(canonicalOf(parsed) === text)
          if (isPlainlyCanonical(utf8(text), limits)) expect(canonicalOf(parsed)).toBe(text)
        }
      }),
    )
  })

  test.each([
    '{"b":1,"a":2}',
    '{"9":1,"10":2}',
    '[1.0]',
    '"\\u0041"',
    '"\\ud800"',
    '1e400',
    '-0',
    '{"a":1,"a":1}',
    ' 1',
    '{"aa":1,"a":2}',
    '[{"a":1,"b":[{"d":1,"c":2}]}]',
    '["\\/"]',
    '{"a\\n":1,"a\\t":2}',
    '{"a":12,"b":1E5}',
    '[9007199254740993]',
    '{"a":"\\u000A"}',
    `[${'1'.repeat(200_000)}]`,
  ])('but not when it is %s', (text) => {
    expect(isCanonicalJson(text, JSON.parse(text))).toBe(false)
    expect(isPlainlyCanonical(utf8(text), limits)).toBe(false)
  })

  test.each(['{"10":2,"9":1}', '{"__proto__":1,"a":2}', '"\\u0001"', '"ñ😀"', '1e+30'])('as %s is', (text) => {
    expect(isCanonicalJson(text, JSON.parse(text))).toBe(true)
  })

  test.each(['{"a":{"z":-2.5,"zz":1e+30},"b":["ñ😀\\n\\"",null,{"a":0}],"bb":10}', '[]', '{}'])(
    'plainly: %s',
    (text) => {
      expect(isPlainlyCanonical(utf8(text), limits)).toBe(true)
    },
  )
})
