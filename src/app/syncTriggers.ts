import { type AttemptOutcome, keepAttempting } from './attempts.ts'
import { build } from './build.ts'
import type { Database } from './database.ts'
import { whenIdle } from './idle.ts'
import { countWaiting } from './outbox.ts'
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

const requested = 'cumulo-sync'

/** Sends what waits, in the background. */
export function requestSync(): void {
  window.dispatchEvent(new Event(requested))
}

const firstMs = 3000
const patienceMs = 10_000

/** Everything that may start a sync: start, network, coming back to the page, a submission, and time. */
export function startSync(db: Database): () => void {
  const attempts = keepAttempting(() => attemptSync(db), Math.random)
  const onVisible = () => {
    if (document.visibilityState === 'visible') attempts.now()
  }
  window.addEventListener('online', attempts.now)
  window.addEventListener(requested, attempts.now)
  document.addEventListener('visibilitychange', onVisible)
  // The greeting must not compete with the first screen for the processor.
  const timer = window.setTimeout(() => whenIdle(attempts.now, patienceMs), firstMs)
  return () => {
    window.clearTimeout(timer)
    attempts.stop()
    window.removeEventListener('online', attempts.now)
    window.removeEventListener(requested, attempts.now)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Only what waits is worth asking for soon again. */
async function attemptSync(db: Database): Promise<AttemptOutcome> {
  const { kind } = await syncNow(db)
  if (kind !== 'unknown' && kind !== 'unconfirmed') return 'settled'
  const waiting = await countWaiting(db).catch(() => 0)
  return waiting > 0 ? 'try-again' : 'settled'
}
