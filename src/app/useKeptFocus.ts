import { useEffect } from 'react'
import { afterFrame } from './idle.ts'

const focusable = 'input, textarea, select, button, a[href], [tabindex]'

/**
 * Keeps the keyboard where it was when what it pressed goes away, such as the button that undoes: the focus goes to what
 * is left around it, instead of to the top of the page. Not after a touch, which would bring up the tablet's keyboard;
 * and not where a person has gone to another screen, which takes the focus by itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const keep = ({ detail, target }: MouseEvent) => {
      if (detail !== 0 || !(target instanceof Element)) return
      const around = ancestors(target)
      const { pathname } = window.location
      afterFrame(() => {
        if (target.isConnected || document.activeElement !== document.body || window.location.pathname !== pathname)
          return
        const left = around.filter((each) => each.isConnected)
        const places = left.map((each) => each.querySelector<HTMLElement>(focusable))
        places.find((place) => place !== null)?.focus()
      })
    }
    document.addEventListener('click', keep, { capture: true })
    return () => document.removeEventListener('click', keep, { capture: true })
  }, [])
}

/** The nearest first. */
function ancestors({ parentElement }: Element): Element[] {
  return parentElement === null ? [] : [parentElement, ...ancestors(parentElement)]
}
