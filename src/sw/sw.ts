import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

// The precache is the only cache: an answer path that depended on what was opened before would fail in the field.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// The server's own addresses are never answered by the app's page, or a download would open as the home screen.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }))

/** What TypeScript does not know yet, and not every browser has. */
type RoutedInstall = ExtendableEvent & { addRoutes?: (rule: object) => Promise<void> }

// The server is asked past this worker, which has nothing to say to it: a request that woke the old version in the
// moment in which it makes room would hold a new one up for minutes.
self.addEventListener('install', (event: RoutedInstall) => {
  if (event.addRoutes === undefined) return
  const routed = event.addRoutes({ condition: { urlPattern: '/api/*' }, source: 'network' })
  // A browser that refuses the rule must not do without the precache for it.
  event.waitUntil(routed.catch(() => undefined))
})

// A new build waits until the person says so: a draft that is open must not change its code under the fingers.
self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting())
  }
})

// Otherwise the page of the first visit would stay uncontrolled, and its lazy chunks would need the network until a reload.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
