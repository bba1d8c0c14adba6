import { Workbox } from 'workbox-window'

/** Registers the precache. A new version waits until no page of the old one is open: a form never changes under a hand. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const worker = new Workbox('/sw.js', { updateViaCache: 'none' })
  void worker.register()
  void navigator.storage?.persist?.()
}
