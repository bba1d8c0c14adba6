// Runs inside the page, installed before any script of the app: it sees what a person would and changes nothing.

/** Times in milliseconds of the page's own clock, which starts with the navigation. */
export type Probe = {
  /** when the page came to handle the newest input: a key, or a click, which a framework may take before its input event */
  lastInputAt: number
  /** when the newest click was made, not when the page came to handle it */
  lastClickAt: number
  /** when the first option that took a click was seen to be chosen */
  chosenAt: number | undefined
  /** transactions that wrote a draft and have completed */
  writes: { from: number; to: number }[]
  /** interactions of Event Timing; the browser reports none below 16 ms */
  interactions: { from: number; duration: number }[]
  /** waits until the element is there, enabled and on top; scrolls to it if it must */
  pointOf: (selector: string, index: number) => Promise<{ x: number; y: number; at: number; tag: string }>
  /** waits until the input shows what was chosen or typed */
  shows: (selector: string, index: number, value: string | true) => Promise<{ at: number; inputAt: number }>
  /** when the first option was chosen; undefined when none is within so many milliseconds */
  firstChosen: (patienceMs: number) => Promise<number | undefined>
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** tsx wraps functions in a helper to keep their names; a function sent to a page finds no such helper there. */
export const keepNamesStub = 'globalThis.__name = (target) => target'

export function installProbe(): void {
  const patience = 60_000
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const inputAt = (selector: string, index: number) => document.querySelectorAll<HTMLElement>(selector)[index]

  function centreOnTop(found: HTMLElement): { x: number; y: number } | undefined {
    const isChoice = found.matches('[type=radio], [type=checkbox]')
    const target = isChoice ? (found.closest('label') ?? found) : found
    const middle = () => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const [x, y] = [left + Math.min(width / 2, 40), top + height / 2]
      const hit = document.elementFromPoint(x, y)
      return width > 0 && hit !== null && target.contains(hit) ? { x, y } : undefined
    }
    const point = middle()
    if (point !== undefined) return point
    target.scrollIntoView({ block: 'center', behavior: 'instant' })
    return middle()
  }

  const probe: Probe = {
    lastInputAt: Number.NaN,
    lastClickAt: Number.NaN,
    chosenAt: undefined,
    writes: [],
    interactions: [],
    pointOf: async (selector, index) => {
      const until = performance.now() + patience
      while (performance.now() < until) {
        const found = inputAt(selector, index)
        const point = found === undefined || found.matches(':disabled') ? undefined : centreOnTop(found)
        if (found !== undefined && point !== undefined) return { ...point, at: performance.now(), tag: found.tagName }
        await frame()
      }
      throw new Error(`cannot be clicked: ${selector} (${index}) on ${document.body.textContent}`)
    },
    shows: async (selector, index, value) => {
      const until = performance.now() + patience
      while (performance.now() < until) {
        const found = inputAt(selector, index)
        const isShown = value === true ? found?.matches(':checked') : (found as HTMLInputElement)?.value === value
        if (isShown) return { at: performance.now(), inputAt: probe.lastInputAt }
        await frame()
      }
      throw new Error(`does not show ${value}: ${selector} (${index})`)
    },
    firstChosen: async (patienceMs) => {
      const until = performance.now() + patienceMs
      while (probe.chosenAt === undefined && performance.now() < until) await frame()
      return probe.chosenAt
    },
  }
  window.probe = probe

  const isChoice = (target: EventTarget | null) =>
    target instanceof HTMLInputElement && target.matches('[type=radio], [type=checkbox]')
  addEventListener(
    'input',
    ({ target }) => {
      if (!isChoice(target)) probe.lastInputAt = performance.now()
    },
    true,
  )
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      probe.lastClickAt = timeStamp
      if (isChoice(target)) probe.lastInputAt = performance.now()
    },
    true,
  )
  addEventListener(
    'change',
    ({ target }) => {
      // In the next frame, when a framework that refuses the click would have taken it back.
      requestAnimationFrame(() => {
        if (target instanceof HTMLInputElement && target.checked) probe.chosenAt ??= performance.now()
      })
    },
    true,
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.interactionId) probe.interactions.push({ from: entry.startTime, duration: entry.duration })
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)

  const open = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof open>) {
    const transaction = open.apply(this, given)
    if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('drafts')) {
      const from = performance.now()
      transaction.addEventListener('complete', () => probe.writes.push({ from, to: performance.now() }))
    }
    return transaction
  }
}
