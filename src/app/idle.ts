/**
 * Runs `work` when the browser has nothing else to do; gives the way to call it off.
 *
 * @param patienceMs after so long it runs in any case
 */
export function whenIdle(work: () => void, patienceMs = 1000): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, Math.min(patienceMs, 200))
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work, { timeout: patienceMs })
  return () => cancelIdleCallback(handle)
}
