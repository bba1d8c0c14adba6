import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A touch screen counts quick taps to three and then begins anew; within this time the next is still one of them. */
const quickMs = 350

/**
 * The second of two quick taps is meant for what the first was made on: on a screen or in a dialog that has come in
 * between, or on what has moved up under the finger, it would press what nobody has seen, pass over a whole page of
 * questions or confirm what cannot be undone. So would a tap that waited while a screen came. A form was sent with the
 * first.
 */
export function useSecondTaps(): void {
  const shownAt = useShownAt()
  useEffect(() => {
    let first: { place: string; control: Element | undefined } | undefined
    let last = { detail: 0, at: 0 }
    const hold = (event: MouseEvent) => {
      const { detail, timeStamp: at, isTrusted } = event
      // By name, which the browser keeps count of: every tap on a long page comes through here.
      const isAsking = [...document.getElementsByTagName('dialog')].some(({ open }) => open)
      const here = { place: `${window.location.pathname} ${isAsking}`, control: controlOf(event.target) }
      const isAgain = detail > 1 || (detail === 1 && last.detail === 3 && at - last.at < quickMs)
      last = { detail, at }
      if (!isAgain) first = here
      const isSame = here.place === first?.place && here.control === first.control
      const isSent = isAgain && event.target instanceof Element && event.target.closest('[type=submit]') !== null
      const isEarly = isTrusted && at < shownAt.current
      if (isSame && !isSent && !isEarly) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before whatever it would press.
    document.addEventListener('click', hold, { capture: true })
    return () => document.removeEventListener('click', hold, { capture: true })
  }, [shownAt])
}

/** When the screen that was gone to came into sight; never, as long as it has not. */
function useShownAt() {
  const [place] = useLocation()
  const shown = useRef(place)
  const shownAt = useRef(0)
  useLayoutEffect(() => {
    if (shown.current === place) return
    shown.current = place
    shownAt.current = Number.POSITIVE_INFINITY
    requestAnimationFrame(() => {
      // Not the time that the frame is given, which may lie before what the tablet was busy with.
      shownAt.current = performance.now()
    })
  }, [place])
  return shownAt
}

/** What a tap presses: the browser presses the box of a label once more itself. */
function controlOf(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element)) return undefined
  const pressed = target.closest('label, a, button, summary') ?? target
  return (pressed instanceof HTMLLabelElement && pressed.control) || pressed
}
