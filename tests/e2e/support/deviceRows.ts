import type { Page } from 'playwright-core'
import { canonicalJson } from '#domain/canonical.ts'
import type { Submission } from '#domain/submission.ts'
import type { OutboxEntry, StoredSubmission } from '../../../src/app/database.ts'

/** Puts rows into the tables of the device's database. The app must have been opened once, so that they are there. */
export async function putRows(page: Page, rows: Record<string, readonly unknown[]>): Promise<void> {
  await page.evaluate(async (tables) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('cumulo')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const transaction = db.transaction(Object.keys(tables), 'readwrite')
    for (const [table, entries] of Object.entries(tables)) {
      for (const entry of entries) transaction.objectStore(table).put(entry)
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
    })
    db.close()
  }, rows)
}

/** The row of a submission as completing it on this device leaves it. */
export function storedRow(submission: Submission): StoredSubmission {
  const { submissionId, completedAt } = submission
  return { submissionId, completedAt, bytes: canonicalJson(submission), submission }
}

/** The row that makes a submission wait to be sent, not tried yet. */
export function waitingRow({ submissionId, seq }: Submission, bytes: string): OutboxEntry {
  return { submissionId, seq: seq ?? 0, bytes, attempts: 0, lastAttemptAt: null, parked: null, tombstone: null }
}

/** All rows of these tables, in the order of the tables. */
export function readRows(page: Page, ...tables: string[]): Promise<unknown[][]> {
  return page.evaluate(
    (names) =>
      new Promise<unknown[][]>((resolve, reject) => {
        const opening = indexedDB.open('cumulo')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction(names)
          const all = names.map((name) => reading.objectStore(name).getAll())
          reading.oncomplete = () => {
            opening.result.close()
            resolve(all.map((request) => request.result))
          }
        }
      }),
    tables,
  )
}
