import { deviceTables } from './deviceTables.ts'
import { registerTables } from './registerTables.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
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
