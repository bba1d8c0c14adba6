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

/** Runs `work` when the next frame has been drawn; gives the way to call it off. */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
