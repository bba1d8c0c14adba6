import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StoreError } from './storeError.ts'

export type DataFolderLock = { release: () => void }

/**
 * Keeps a second server out of a data folder that exists. The lock is the operating system's, held through an exclusive
 * SQLite transaction: it goes with the process however that ends, so no stale file ever has to be deleted by hand.
 *
 * @throws StoreError `data-dir-in-use`, naming the process that holds it
 */
export function lockDataFolder(dataDir: string, pid: number): DataFolderLock {
  const pidFile = join(dataDir, 'server.pid')
  const holder = new Sqlite(join(dataDir, 'server.lock'), { timeout: 0 })
  try {
    // In memory: an exclusive transaction that writes nothing must leave no journal behind.
    holder.pragma('journal_mode = MEMORY')
    holder.exec('begin exclusive')
  } catch (error) {
    holder.close()
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new StoreError(
      'data-dir-in-use',
      `The data folder ${dataDir} is in use by another server (process ${readPid(pidFile)}). Stop that one, or set DATA_DIR to another folder.`,
    )
  }
  writeFileSync(pidFile, `${pid}\n`)
  return {
    release: () => {
      rmSync(pidFile, { force: true })
      holder.close()
    },
  }
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim()
  } catch {
    // Written a moment after the lock is taken: between the two there is no number to tell.
    return 'unknown'
  }
}
