import { build } from './build.ts'
import type { Database } from './database.ts'
import { whenIdle } from './idle.ts'
import type { SyncOutcome } from './sync.ts'

/** Sends what waits, for a person who looks on; whatever goes wrong, trying again later is all there is to do. */
export async function syncNow(db: Database): Promise<SyncOutcome> {
  try {
    // The code for it, signatures included, is fetched only now: the first screen does not need it.
    const { drain } = await import('./sync.ts')
    return await drain(db, build)
  } catch {
    return { kind: 'unknown' }
  }
}

/** Sends what waits, in the background. */
export function requestSync(db: Database): void {
  void syncNow(db)
}

const firstMs = 3000
const patienceMs = 10_000
const firstRetryMs = 30_000
const longestRetryMs = 15 * 60_000

/** Everything that may start a sync: start, network, coming back to the page, and a timer with jitter. */
export function startSync(db: Database): () => void {
  let timer = 0
  let waitMs = firstRetryMs
  const run = () => requestSync(db)
  const again = () => {
    run()
    waitMs = Math.min(longestRetryMs, waitMs * 2)
    timer = window.setTimeout(again, Math.random() * waitMs + firstRetryMs)
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') run()
  }
  window.addEventListener('online', run)
  document.addEventListener('visibilitychange', onVisible)
  // The greeting must not compete with the first screen for the processor.
  timer = window.setTimeout(() => whenIdle(again, patienceMs), firstMs)
  return () => {
    window.clearTimeout(timer)
    window.removeEventListener('online', run)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
