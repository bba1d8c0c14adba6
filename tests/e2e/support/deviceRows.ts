import type { Page } from 'playwright-core'

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
