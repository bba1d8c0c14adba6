import { useEffect, useState } from 'react'
import { whenIdle } from './idle.ts'

/** However busy the device is, what was put off is begun after so long. */
const patienceMs = 5000

/** False until the browser has had a moment without work: what can wait must not hold up the first question. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true), patienceMs), [])
  return isIdle
}
