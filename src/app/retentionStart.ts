import type { Database } from './database.ts'
import { whenIdle } from './idle.ts'

const firstMs = 5000
const patienceMs = 10_000

/** Once a start, after the first screen and the greeting of the census: nobody waits for it. */
export function startRetention(db: Database): () => void {
  let callOff = () => {}
  const run = async () => {
    const { blankOldContacts } = await import('./retention.ts')
    await blankOldContacts(db, new Date())
  }
  const timer = setTimeout(() => {
    // What fails here is due again at the next start.
    callOff = whenIdle(() => void run().catch(() => undefined), patienceMs)
  }, firstMs)
  return () => {
    clearTimeout(timer)
    callOff()
  }
}
