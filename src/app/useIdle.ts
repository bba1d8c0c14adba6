import { useEffect, useState } from 'react'
import { whenIdle } from './idle.ts'

/** While a page opens, the browser has idle moments too, in which it waits for the disk. */
const openingMs = 1000

/** However busy the device is, what was put off is begun after so long. */
const patienceMs = 5000

/** False while a page opens, and until the browser has nothing else to do: the first question comes first. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let callOff = () => {}
    const timer = setTimeout(() => {
      callOff = whenIdle(() => setIdle(true), patienceMs)
    }, openingMs)
    return () => {
      clearTimeout(timer)
      callOff()
    }
  }, [])
  return isIdle
}
