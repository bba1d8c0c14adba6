import { Workbox } from 'workbox-window'
import { whenIdle } from './idle.ts'
import { type Observable, observable } from './observable.ts'

/** `replaced`: the new version already answers for this page, whose own code is the old one. */
export type UpdateState = 'none' | 'waiting' | 'replaced'

export type Updates = Observable<UpdateState> & {
  /** lets the waiting version take over; false when a draft is open in a tab, which it would pull the code from under */
  apply: () => Promise<boolean>
  /** starts the page anew, once, however often it is called */
  reload: () => void
}

const hourMs = 60 * 60_000

/**
 * Registers the precache, and watches for new versions. A new one waits until a person lets it in, and the page is
 * only ever reloaded by a screen on which nothing is being typed: a form never changes under a hand.
 */
export function registerServiceWorker(): Updates {
  const state = observable<UpdateState>('none')
  let isReloading = false
  const reload = () => {
    if (isReloading) return
    isReloading = true
    window.location.reload()
  }
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return { ...state, apply: async () => true, reload }
  const worker = new Workbox('/sw.js', { updateViaCache: 'none' })
  worker.addEventListener('waiting', () => state.set('waiting'))
  const isAsked = watchController(() => state.set('replaced'))
  // Some hundred files are fetched then: not while a slow tablet still gets the first screen ready.
  whenIdle(() => void worker.register(), patienceMs)
  lookForUpdates(worker)
  const apply = async () => {
    if (await isDraftOpen()) return false
    isAsked()
    worker.messageSkipWaiting()
    return true
  }
  return { ...state, apply, reload }
}

/**
 * Tells when another version takes over, here or from another tab. The first version of all that takes over a page
 * replaces nothing, unless it was asked to.
 *
 * @returns to be called when a take-over is asked for
 */
function watchController(onReplaced: () => void): () => void {
  let isExpected = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isExpected) onReplaced()
    isExpected = true
  })
  return () => {
    isExpected = true
  }
}

const patienceMs = 10_000

/** An installed app may stay open for weeks, and a browser looks for updates by itself only when a page is opened. */
function lookForUpdates(worker: Workbox): void {
  let lookedAt = Date.now()
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < hourMs) return
    lookedAt = Date.now()
    // Without a network there is nothing to find, and the next look comes by itself.
    worker.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', look)
}

/** Each open draft holds a lock named `draft-…` for as long as it is open, in whichever tab. */
async function isDraftOpen(): Promise<boolean> {
  const locks = await navigator.locks?.query()
  return locks?.held?.some(({ name }) => name?.startsWith('draft-')) ?? false
}
