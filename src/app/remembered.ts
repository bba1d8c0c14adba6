// The browser's small store, which is read and written in one breath where the database would take a while. Unlike the
// database it may be refused or full; then nothing is remembered.

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
    // No room.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing may be stored nothing was.
  }
}
