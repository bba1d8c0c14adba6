import { type Database, type DeviceFacts, readFact, writeFact } from './database.ts'
import { remembered } from './remembered.ts'

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

const known: { [K in keyof Preferences]: readonly Preferences[K][] } = {
  language: ['es', 'en'],
  theme: ['light', 'sun', 'dark'],
  textSize: ['A', 'A+', 'A++'],
}

/** The preferences as they were last read. */
export function rememberedPreferences(): Preferences {
  const kept = (remembered('preferences') ?? {}) as Partial<Preferences>
  return {
    language: known.language.find((each) => each === kept.language) ?? defaultPreferences.language,
    theme: known.theme.find((each) => each === kept.theme) ?? defaultPreferences.theme,
    textSize: known.textSize.find((each) => each === kept.textSize) ?? defaultPreferences.textSize,
  }
}
