import { useEffect } from 'react'

/**
 * The second of two quick taps is meant for the screen on which the first was made: on a screen or in a dialog that has
 * come in between it would press what nobody has seen, pass over a whole page of questions or confirm what cannot be
 * undone. A form was sent with the first.
 */
export function useSecondTaps(): void {
  useEffect(() => {
    let place = ''
    const hold = (event: MouseEvent) => {
      // By name, which the browser keeps count of: every tap on a long page comes through here.
      const isAsking = [...document.getElementsByTagName('dialog')].some(({ open }) => open)
      const here = `${window.location.pathname} ${isAsking}`
      if (event.detail < 2) place = here
      const isSent =
        event.detail > 1 && event.target instanceof Element && event.target.closest('[type=submit]') !== null
      if (here === place && !isSent) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before whatever it would press.
    document.addEventListener('click', hold, { capture: true })
    return () => document.removeEventListener('click', hold, { capture: true })
  }, [])
}
