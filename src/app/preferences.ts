import { type Database, type DeviceFacts, readFact, writeFact } from './database.ts'

export type Preferences = DeviceFacts['preferences']

const defaultPreferences: Preferences = { language: 'es', theme: 'light', textSize: 'A' }

/** How this device shows the app; until somebody chooses: Spanish, light, normal size. */
export async function readPreferences(db: Database): Promise<Preferences> {
  return (await readFact(db, 'preferences')) ?? defaultPreferences
}

/** Changes some of them. Reads inside the transaction: two quick choices must not undo each other. */
export async function changePreferences(db: Database, change: Partial<Preferences>): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    await writeFact(db, 'preferences', { ...(await readPreferences(db)), ...change })
  })
}
