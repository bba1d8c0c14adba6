import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AttemptOutcome, keepAttempting, longestWaitMs } from '../../src/app/attempts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Attempts that end as they are told to, at once; `at` are the moments of each, in seconds from the first. */
function attempting(random: () => number) {
  const at: number[] = []
  let outcome: AttemptOutcome = 'try-again'
  const start = Date.now()
  const attempts = keepAttempting(async () => {
    at.push((Date.now() - start) / 1000)
    return outcome
  }, random)
  const from = (next: AttemptOutcome) => {
    outcome = next
  }
  return { attempts, at, from }
}

/** As late as chance allows. */
const latest = () => 0.999_999

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)
const whole = (at: readonly number[]) => at.map((moment) => Math.round(moment))

test('a failed attempt is followed by another within 2 s, 4 s, 8 s and so on, never more than 15 minutes', async () => {
  const { attempts, at } = attempting(latest)
  attempts.now()
  await seconds(31)
  expect(whole(at)).toEqual([0, 2, 6, 14, 30])
  await seconds(3 * 3600)
  const pauses = at.map((moment, place) => moment - (at[place - 1] ?? 0))
  expect(Math.max(...pauses)).toBeLessThanOrEqual(longestWaitMs / 1000)
  expect(Math.round(pauses.at(-1) ?? 0)).toBe(longestWaitMs / 1000)
  attempts.stop()
})

test.each([0.1, 0.25, 0.8])('the pause is a part of the ceiling that chance decides: %d of 2 s', async (chance) => {
  const { attempts, at } = attempting(() => chance)
  attempts.now()
  await seconds(2)
  attempts.stop()
  expect(at[1]).toBeCloseTo(2 * chance, 2)
})

test('the network, coming back to the page, and an attempt that succeeded start with the shortest pause again', async () => {
  const { attempts, at, from } = attempting(latest)
  attempts.now()
  await seconds(20)
  attempts.now()
  await seconds(3)
  expect(whole(at)).toEqual([0, 2, 6, 14, 20, 22])
  from('settled')
  await seconds(4)
  expect(whole(at).at(-1)).toBe(26)
  from('try-again')
  await seconds(longestWaitMs / 1000 + 3)
  expect(whole(at).slice(-2)).toEqual([26 + 900, 26 + 902])
  attempts.stop()
})

test('while nothing waits it is only looked now and then, and what is asked for is done at once', async () => {
  const { attempts, at, from } = attempting(() => 0)
  from('settled')
  attempts.now()
  await seconds(449)
  expect(at).toEqual([0])
  attempts.now()
  await seconds(1)
  expect(whole(at)).toEqual([0, 449])
  attempts.stop()
  await seconds(3600)
  expect(at).toHaveLength(2)
})

test('what is asked for during an attempt that fails is attempted right after it, and never beside it', async () => {
  const ends: ((outcome: AttemptOutcome) => void)[] = []
  const attempts = keepAttempting(() => new Promise((resolve) => void ends.push(resolve)), latest)
  attempts.now()
  attempts.now()
  attempts.now()
  expect(ends).toHaveLength(1)
  ends[0]?.('try-again')
  await seconds(0)
  expect(ends).toHaveLength(2)
  ends[1]?.('try-again')
  await seconds(1)
  expect(ends).toHaveLength(2)
  attempts.stop()
})
