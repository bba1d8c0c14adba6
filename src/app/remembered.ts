/**
 * Copies of a few facts that the first screen is drawn with, before the database is open: drawn later they would move
 * the page under a finger. The database has the facts themselves.
 */
export function remembered(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

export function remember(key: string, value: boolean | object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // No room: the next start draws with the defaults first.
  }
}
