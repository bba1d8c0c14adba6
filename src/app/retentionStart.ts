import type { Database } from './database.ts'
import { whenIdle } from './idle.ts'

const firstMs = 5000
const patienceMs = 10_000

/** Once a start, after the first screen and the greeting of the census: nobody waits for it. */
export function startRetention(db: Database): () => void {
  let callOff = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      callOff = whenIdle(resolve, patienceMs)
    })
  const run = async () => {
    await pause()
    const { blankOldContacts } = await import('./retention.ts')
    await blankOldContacts(db, new Date(), pause)
  }
  // What fails here is due again at the next start.
  const timer = setTimeout(() => void run().catch(() => undefined), firstMs)
  return () => {
    clearTimeout(timer)
    callOff()
  }
}
