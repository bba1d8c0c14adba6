import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type AxeOptions = { resultTypes: string[]; runOnly?: { type: 'rule'; values: string[] } }
type AxeRun = { violations: { id: string; nodes: { html: string }[] }[] }
declare const axe: { run: (options: AxeOptions) => Promise<AxeRun> }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a theme or a size of text can change; everything else that axe looks at stands in the markup. */
const rulesOfStyle = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

/** The narrower of the usual windows: a phone held upright. */
export const phone = { width: 360, height: 740 }

/** What is wrong with the screen as it stands: what axe finds, and what `layoutFaults` does. */
export async function unsound(page: Page): Promise<string[]> {
  const faults = [...(await axeFaults(page)), ...(await layoutFaults(page))]
  return faults.map((fault) => `${page.url()} ${fault}`)
}

/** What is wrong with the screen in windows of these sizes, one after the other; the window is then as before. */
export async function unsoundAt(page: Page, ...sizes: (readonly [width: number, height: number])[]): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    found.push(...(await unsound(page)).map((fault) => `${width} ${fault}`))
  }
  if (before !== null) await page.setViewportSize(before)
  return found
}

/** What is wrong with the screen on a phone in each theme; window and theme are then as before. */
export async function unsoundInThemes(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize(phone)
  const found = await unsound(page)
  for (const theme of ['sun', 'dark', 'light'] as const) {
    await dress(page, { theme, size: 'A' })
    found.push(...(await axeFaults(page, 'style')).map((fault) => `${page.url()} ${theme} ${fault}`))
  }
  if (before !== null) await page.setViewportSize(before)
  return found
}

/**
 * What axe finds, all of it or only what style can change. Evaluated by the driver, which the page's policy does not
 * bind.
 */
export async function axeFaults(page: Page, part: 'all' | 'style' = 'all'): Promise<string[]> {
  if (await page.evaluate(() => typeof axe === 'undefined')) await page.evaluate(axeSource)
  const runOnly = part === 'all' ? {} : { runOnly: { type: 'rule' as const, values: rulesOfStyle } }
  const { violations } = await page.evaluate((options) => axe.run(options), {
    resultTypes: ['violations'],
    ...runOnly,
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/**
 * A page wider than the screen, a target smaller than 48 px, a control that is cut off, focus under a bar, and bars over
 * each other. Moves the focus through all controls, and leaves none of them with it.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root: ParentNode = document.querySelector('dialog[open]') ?? document
    const told = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 160)
    const isTicked = (element: Element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(element.type)
    /** What the finger may hit: of a radio button or check box, its whole row. */
    const target = (element: HTMLElement) =>
      ((isTicked(element) && element.labels?.[0]) || element).getBoundingClientRect()
    const isInSentence = (element: HTMLElement) =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some((each) => each.nodeType === 3 && each.textContent?.trim())
    const isScrolled = (element: Element): boolean =>
      element.parentElement !== null &&
      (/auto|scroll/.test(getComputedStyle(element.parentElement).overflowX) || isScrolled(element.parentElement))

    const found: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth) {
      found.push(`wider than the screen: ${document.documentElement.scrollWidth}`)
    }
    const controls = [
      ...root.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea'),
    ].filter((element) => element.checkVisibility() && target(element).right > 0)
    for (const control of controls) {
      const { width, height, left, right } = target(control)
      // Half a pixel is rounding. Links inside of a sentence are as high as its line.
      const isSmall = (height < 47.5 || width < 47.5) && !isInSentence(control)
      if (isSmall) found.push(`small, ${Math.round(width)} × ${Math.round(height)}: ${told(control)}`)
      const isCut = (left < -1 || right > window.innerWidth + 1) && !isScrolled(control)
      if (isCut) found.push(`cut off: ${told(control)}`)
    }
    const bars = [...root.querySelectorAll('*')].filter(
      (element) => /sticky|fixed/.test(getComputedStyle(element).position) && element.checkVisibility(),
    )
    window.scrollTo(0, 0)
    for (const control of controls) {
      control.focus()
      if (document.activeElement !== control) continue
      const box = control.getBoundingClientRect()
      if (box.bottom < 1 || box.top > window.innerHeight - 1) found.push(`focus out of sight: ${told(control)}`)
      for (const bar of bars.filter((each) => !each.contains(control))) {
        const { top, bottom, left, right } = bar.getBoundingClientRect()
        const isUnder = box.top < bottom - 1 && box.bottom > top + 1 && box.left < right - 1 && box.right > left + 1
        // Of a text of several lines it is the line being written that must be in sight.
        const isHidden = isUnder && (control.tagName !== 'TEXTAREA' || (box.top > top - 1 && box.bottom < bottom + 1))
        if (isHidden) found.push(`focus under ${bar.tagName} ${bar.className}: ${told(control)}`)
      }
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, document.documentElement.scrollHeight / 2)
    for (const [place, bar] of bars.entries()) {
      for (const other of bars.slice(place + 1).filter((each) => !each.contains(bar) && !bar.contains(each))) {
        const [one, two] = [bar.getBoundingClientRect(), other.getBoundingClientRect()]
        const isOver = one.top < two.bottom - 1 && one.bottom > two.top + 1
        const isBeside = one.right < two.left + 1 || two.right < one.left + 1
        if (isOver && !isBeside) found.push(`${bar.tagName} ${bar.className} over ${other.tagName} ${other.className}`)
      }
    }
    window.scrollTo(0, 0)
    return found
  })
}

/**
 * The screen as who has forced the system's colours sees it, and asked for more contrast: what `layoutFaults` finds, and
 * what is drawn in an ink of ours, which may vanish there. The colours are then as before.
 */
export async function forcedColourFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more' })
  const found = [...(await layoutFaults(page)), ...(await foreignInks(page))]
  await page.emulateMedia({ forcedColors: null, contrast: null })
  return found
}

function foreignInks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    const inkOf = (name: string) => {
      probe.style.color = name
      return getComputedStyle(probe).color
    }
    const names = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'HighlightText', 'ButtonText']
    const known = new Set(['none', ...names.map(inkOf)])
    probe.remove()
    const shapes = [...document.querySelectorAll('svg :is(path, circle, line, rect, text)')]
    return shapes
      .filter((shape) => shape.checkVisibility())
      .flatMap((shape) => {
        const { fill, stroke } = getComputedStyle(shape)
        return [fill, stroke].every((ink) => known.has(ink)) ? [] : [`drawn in ${fill} ${stroke}: ${shape.outerHTML}`]
      })
  })
}

export type Look = { theme: 'light' | 'sun' | 'dark'; size: 'A' | 'A+' | 'A++' }

/** Theme and size of text as the top bar would set them, without loading the page again. */
export function dress(page: Page, { theme, size }: Look): Promise<void> {
  return page.evaluate(
    async (look) => {
      document.documentElement.dataset.theme = look.theme
      document.documentElement.dataset.size = look.size
      // The height of the top bar is known a frame later.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    },
    { theme, size },
  )
}
