/** What the browser says of the space of this app. Undefined: it does not say, as on an address without https. */
export type StorageFacts = {
  usedBytes: number | undefined
  quotaBytes: number | undefined
  /** false: the browser may delete everything of this app when the device is short of space */
  isPersistent: boolean | undefined
}

// Older browsers lack parts of it, and a page that is not secure lacks all of it.
const storage: Partial<StorageManager> | undefined = navigator.storage

export async function readStorage(): Promise<StorageFacts> {
  const [estimate, isPersistent] = await Promise.all([
    storage?.estimate?.().catch(() => undefined),
    storage?.persisted?.().catch(() => undefined),
  ])
  return { usedBytes: estimate?.usage, quotaBytes: estimate?.quota, isPersistent }
}

/**
 * Asks the browser never to delete this app's data for lack of space. Some ask the person, some decide silently and
 * may say yes later, once the app is installed; so nothing is kept of the reply: `persisted()` is the one truth.
 */
export async function askPersistence(): Promise<void> {
  if ((await storage?.persisted?.().catch(() => undefined)) === true) return
  await storage?.persist?.().catch(() => undefined)
}
