import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/**
 * Gives the focus to the screen that a person has gone to. What was pressed is gone with the screen before, and without
 * this the keyboard would start again at the top and a screen reader would say nothing.
 *
 * It goes to what the screen marks with `data-arrival`, else to its heading; not to a screen that took it by itself, and
 * not after loading, when the browser starts at the top and everybody expects it.
 */
export function useArrival(): void {
  const [place] = useLocation()
  const loadedAt = useRef<string | undefined>(place)
  useEffect(() => {
    if (loadedAt.current === place) return
    // Coming back to it later is an arrival like any other.
    loadedAt.current = undefined
    if (hasFocus() || takeFocus()) return
    // The code or the data of the screen are still on their way.
    const observer = new MutationObserver(() => {
      if (hasFocus() || takeFocus()) observer.disconnect()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [place])
}

function hasFocus(): boolean {
  return document.activeElement?.closest('main') != null
}

function takeFocus(): boolean {
  const heading = document.querySelector<HTMLElement>('main h1')
  const target = document.querySelector<HTMLElement>('main [data-arrival]') ?? heading
  if (target === null) return false
  if (target === heading) heading.tabIndex = -1
  window.scrollTo(0, 0)
  target.focus({ preventScroll: true })
  // After a touch nothing needs to be scrolled to: it would only push the heading out of sight.
  if (target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' })
  return true
}
