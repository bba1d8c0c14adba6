import { useSyncExternalStore } from 'react'

/** What a keyboard on the screen leaves of the height, at most. A browser's own bars take far less. */
const leftByKeyboard = 0.75

/** Whether the tablet's own keyboard covers a good part of the screen; false where the browser does not say. */
export function useKeyboardOpen(): boolean {
  return useSyncExternalStore(subscribe, isOpen)
}

function subscribe(listener: () => void): () => void {
  const viewport = window.visualViewport
  viewport?.addEventListener('resize', listener)
  return () => viewport?.removeEventListener('resize', listener)
}

function isOpen(): boolean {
  const viewport = window.visualViewport
  if (!viewport) return false
  // Pinched to a closer look, the viewport is small too.
  return viewport.scale === 1 && viewport.height < window.innerHeight * leftByKeyboard
}
