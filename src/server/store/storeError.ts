export type StoreErrorCode =
  | 'data-dir-unusable'
  | 'data-dir-in-use'
  | 'no-database'
  | 'database-newer'
  | 'database-unreadable'
  | 'database-full'
  | 'trial-mode'

/** What keeps the store from working, in one sentence for the person at the terminal. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string) {
    super(message)
    this.name = 'StoreError'
    this.code = code
  }
}
