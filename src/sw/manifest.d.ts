import type { PrecacheEntry } from 'workbox-precaching'

declare global {
  interface ServiceWorkerGlobalScope {
    /** The list of files to precache, written in by the build. */
    readonly __WB_MANIFEST: (PrecacheEntry | string)[]
  }
}
