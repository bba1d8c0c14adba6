import { useEffect } from 'react'

/**
 * The second of two quick taps is meant for the screen on which the first was made: on the one that has come in between
 * it would press what nobody has seen, and pass over a whole page of questions. A form was sent with the first.
 */
export function useSecondTaps(): void {
  useEffect(() => {
    let place = ''
    const hold = (event: MouseEvent) => {
      const { pathname } = window.location
      if (event.detail < 2) place = pathname
      const isSent =
        event.detail > 1 && event.target instanceof Element && event.target.closest('[type=submit]') !== null
      if (pathname === place && !isSent) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before whatever it would press.
    document.addEventListener('click', hold, { capture: true })
    return () => document.removeEventListener('click', hold, { capture: true })
  }, [])
}
