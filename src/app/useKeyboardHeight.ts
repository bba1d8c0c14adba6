import { useEffect, useState } from 'react'

/** What a keyboard on the screen leaves of the height, at most. A browser's own bars take far less. */
const leftByKeyboard = 0.75

/**
 * How much of the page's lower end the tablet's own keyboard covers, in CSS pixels; 0 while there is none, where the
 * browser makes the page smaller instead, and where it does not say.
 *
 * Read when the browser tells of a change, and not at every drawing: to read it is to lay out the whole page.
 */
export function useKeyboardHeight(): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const look = () => setHeight(coveredBelow(viewport))
    look()
    viewport.addEventListener('resize', look)
    viewport.addEventListener('scroll', look)
    return () => {
      viewport.removeEventListener('resize', look)
      viewport.removeEventListener('scroll', look)
    }
  }, [])
  return height
}

function coveredBelow({ scale, height, offsetTop }: VisualViewport): number {
  // Pinched to a closer look, the viewport is small too.
  if (scale !== 1 || height >= window.innerHeight * leftByKeyboard) return 0
  return Math.max(0, Math.round(window.innerHeight - height - offsetTop))
}
