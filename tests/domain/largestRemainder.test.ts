import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestRemainder } from '#domain/largestRemainder.ts'

test('what is left goes to the largest remainders, the first of equals first', () => {
  expect(largestRemainder([33.4, 33.3, 33.3], 100)).toEqual([34, 33, 33])
  expect(largestRemainder([1, 1, 1], 100)).toEqual([34, 33, 33])
  expect(largestRemainder([60, 40], 84)).toEqual([50, 34])
  expect(largestRemainder([0, 5], 7)).toEqual([0, 7])
})

test('the shares are whole, add up exactly, and none is off by one or more', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 100_000 }), (given, whole) => {
      const sum = given.reduce((total, weight) => total + weight, 0)
      fc.pre(sum > 0)
      const shares = largestRemainder(given, whole)
      expect(shares.reduce((total, share) => total + share, 0)).toBe(whole)
      for (const [place, share] of shares.entries()) {
        expect(Number.isInteger(share)).toBe(true)
        expect(Math.abs(share - ((given[place] ?? 0) * whole) / sum)).toBeLessThan(1)
      }
    }),
  )
})
