import { type Database, type DeviceFacts, readFact, writeFact } from './database.ts'
import { remembered } from './remembered.ts'

export type Preferences = DeviceFacts['preferences']

/** Until somebody chooses: Spanish, normal size, and dark only on a device that is set to it. Sun is always a choice. */
function defaultPreferences(): Preferences {
  return { language: 'es', theme: systemTheme(), textSize: 'A' }
}

function systemTheme(): 'light' | 'dark' {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** How this device shows the app. */
export async function readPreferences(db: Database): Promise<Preferences> {
  return (await readFact(db, 'preferences')) ?? defaultPreferences()
}

/** Sun mode with one tap, and with another back to what the device is set to. */
export async function toggleSun(db: Database, theme: Preferences['theme']): Promise<void> {
  await changePreferences(db, { theme: theme === 'sun' ? systemTheme() : 'sun' })
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
  const otherwise = defaultPreferences()
  return {
    language: known.language.find((each) => each === kept.language) ?? otherwise.language,
    theme: known.theme.find((each) => each === kept.theme) ?? otherwise.theme,
    textSize: known.textSize.find((each) => each === kept.textSize) ?? otherwise.textSize,
  }
}
