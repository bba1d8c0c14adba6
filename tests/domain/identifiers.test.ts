import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folioOf, uuidv7 } from '#domain/identifiers.ts'

test('the UUID of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('is well formed at any time and with any bytes, also on a clock of 1970 or far in the future', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (at, random) => {
      expect(uuidv7(at, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})

test('a later one sorts after an earlier one', () => {
  const random = new Uint8Array(10)
  expect(uuidv7(1001, random) > uuidv7(1000, random.fill(255))).toBe(true)
})

test('a folio holds the year, 35 bits of the digest, and the check symbol modulo 37', () => {
  const id = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
  // The same number by another way: the whole digest as a big integer, shifted.
  const number = BigInt(`0x${createHash('sha256').update(id).digest('hex')}`) >> (256n - 35n)
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'
  let letters = ''
  for (let rest = number, place = 0; place < 7; place += 1, rest /= 32n) letters = symbols[Number(rest % 32n)] + letters
  expect(folioOf(id, '2026-11-20T14:40:00.000Z')).toBe(`CC-26-${letters}${symbols[Number(number % 37n)]}`)
})

test('ten thousand folios of one year are all different', () => {
  const folios = new Set<string>()
  for (let position = 0; position < 10_000; position += 1) folios.add(folioOf(`id-${position}`, '2026-01-01T00:00:00Z'))
  expect(folios.size).toBe(10_000)
})
