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

const key = 'preferences'

const known: { [K in keyof Preferences]: readonly Preferences[K][] } = {
  language: ['es', 'en'],
  theme: ['light', 'sun', 'dark'],
  textSize: ['A', 'A+', 'A++'],
}

/** The preferences as they were last read, at hand before the database is open: the first screen is drawn with them. */
export function rememberedPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
    return {
      language: known.language.find((each) => each === kept.language) ?? defaultPreferences.language,
      theme: known.theme.find((each) => each === kept.theme) ?? defaultPreferences.theme,
      textSize: known.textSize.find((each) => each === kept.textSize) ?? defaultPreferences.textSize,
    }
  } catch {
    return defaultPreferences
  }
}

/** Keeps a copy for the next start. Without room for it the app starts with the defaults, and then reads the database. */
export function rememberPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    // The database has them.
  }
}
