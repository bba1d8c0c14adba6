import type { Page } from 'playwright-core'
import { canonicalJson } from '#domain/canonical.ts'
import type { Submission } from '#domain/submission.ts'
import type { StoredSubmission } from '../../../src/app/database.ts'

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

/** All that waits or was completed on this device, as one text: to see that nothing of it has changed. */
export function storedResults(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('cumulo')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const tables = ['submissions', 'outbox']
          const reading = opening.result.transaction(tables)
          const all = tables.map((table) => reading.objectStore(table).getAll())
          reading.oncomplete = () => {
            opening.result.close()
            resolve(JSON.stringify(all.map((request) => request.result)))
          }
        }
      }),
  )
}
