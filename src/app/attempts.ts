/** Whether it makes sense to try again soon. */
export type AttemptOutcome = 'settled' | 'try-again'

const firstCeilingMs = 2000
export const longestWaitMs = 15 * 60_000

/**
 * Attempts one after the other, for as long as it takes.
 *
 * After a failed one the next comes soon, and later and later while they go on failing: after any time up to a ceiling
 * that doubles ("full jitter"), so that a thousand tablets which lost the same network do not come back in step.
 *
 * @param random from 0 to 1, without 1
 * @returns `now` attempts at once, with the shortest ceiling again; `stop` ends it
 */
export function keepAttempting(attempt: () => Promise<AttemptOutcome>, random: () => number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ceilingMs = firstCeilingMs
  let isUnderWay = false
  let isAskedAgain = false
  let isOver = false
  const run = async () => {
    clearTimeout(timer)
    isUnderWay = true
    isAskedAgain = false
    const outcome = await attempt()
    isUnderWay = false
    if (isOver) return
    // What was under way when it was asked for may have failed for what is mended now.
    if (outcome === 'try-again' && isAskedAgain) return void run()
    timer = setTimeout(() => void run(), waitMs(outcome))
  }
  const waitMs = (outcome: AttemptOutcome) => {
    if (outcome === 'settled') {
      ceilingMs = firstCeilingMs
      return longestWaitMs * (1 + random()) * 0.5
    }
    const wait = ceilingMs * random()
    ceilingMs = Math.min(longestWaitMs, ceilingMs * 2)
    return wait
  }
  return {
    now: () => {
      ceilingMs = firstCeilingMs
      isAskedAgain = true
      if (!isUnderWay) void run()
    },
    stop: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
