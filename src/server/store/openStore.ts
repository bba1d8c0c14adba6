import { existsSync } from 'node:fs'
import { deviceTables } from './deviceTables.ts'
import { registerTables } from './registerTables.ts'
import { databaseFile, openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
import { StoreError } from './storeError.ts'
import { submissionTables } from './submissionTables.ts'

/**
 * Opens the store of a data folder; makes and upgrades it where needed. Several processes may have it open.
 *
 * @throws StoreError when the folder cannot be used, or its database cannot be read or is newer than this program
 */
export async function openStore(dataDir: string): Promise<Store> {
  const database = await openSqlite(dataDir)
  return {
    ...registerTables(database),
    ...deviceTables(database),
    ...submissionTables(database),
    close: async () => database.close(),
  }
}

/** Whether a data folder has a database; looks without making anything. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(databaseFile(dataDir))
}

/**
 * The store of a data folder that has one, for whoever only reads: a misspelt folder must not pass for an empty census.
 *
 * @throws StoreError also `no-database`; nothing is made then
 */
export async function openExistingStore(dataDir: string): Promise<Store> {
  if (hasDatabase(dataDir)) return openStore(dataDir)
  const sentence = `There is no database in the folder ${dataDir}. Check DATA_DIR; the server's start or an import makes one.`
  throw new StoreError('no-database', sentence)
}
