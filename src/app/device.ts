import type { Database } from './database.ts'
import { readFact, writeFact } from './database.ts'

/** This installation's own id, made at its first start and never changed. */
export async function deviceId(db: Database): Promise<string> {
  return db.transaction('rw', db.device, async () => {
    const known = await readFact(db, 'identity')
    if (known !== undefined) return known.deviceId
    const made = crypto.randomUUID()
    await writeFact(db, 'identity', { deviceId: made })
    return made
  })
}
