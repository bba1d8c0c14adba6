import { type Observable, observable } from './observable.ts'
import { askPersistence } from './storage.ts'

/** How this browser lets the app be installed. `by-hand`: it can, but only a person can start it, from its menu. */
export type InstallOffer = { kind: 'none' } | { kind: 'by-hand' } | { kind: 'prompt'; install: () => Promise<void> }

type InstallPromptEvent = Event & { prompt: () => Promise<unknown> }

/** Starts before the first screen does: the browser makes its offer once, and early. */
export function watchInstallation(): Observable<InstallOffer> {
  const offer = observable<InstallOffer>(!isInstalled() && isAppleTouch() ? { kind: 'by-hand' } : { kind: 'none' })
  const withdraw = () => offer.set({ kind: 'none' })
  window.addEventListener('beforeinstallprompt', (event) => {
    // Otherwise the browser shows a bar of its own over the screen, in the middle of whatever the person is doing.
    event.preventDefault()
    const install = async () => {
      // An offer can be taken up once; if the person declines, the browser makes a new one in its own time.
      withdraw()
      await (event as InstallPromptEvent).prompt()
    }
    if (!isInstalled()) offer.set({ kind: 'prompt', install })
  })
  window.addEventListener('appinstalled', () => {
    withdraw()
    // Browsers that refused before grant it to an app that is installed, but only when they are asked again.
    void askPersistence()
  })
  return offer
}

function isInstalled(): boolean {
  return (
    window.matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true)
  )
}

/** iPad and iPhone. An iPad calls itself a Macintosh, but no Macintosh has a touch screen. */
function isAppleTouch(): boolean {
  return (
    /iPad|iPhone|iPod/.test(navigator.userAgent) ||
    (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 0)
  )
}
