import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type AxeRun = { violations: { id: string; nodes: { html: string }[] }[] }
declare const axe: { run: () => Promise<AxeRun> }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What is wrong with the screen as it stands: what axe finds, a page wider than the screen, a target smaller than 48 px.
 * Evaluated by the driver, which the page's policy does not bind.
 */
export async function unsound(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => axe.run())
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  const others = await page.evaluate(() => {
    const small = [...document.querySelectorAll<HTMLElement>('a, button, summary')].filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      // Half a pixel is rounding. Links inside of a sentence, and what is out of sight, are not for the finger.
      const isInline = getComputedStyle(element).display === 'inline'
      return width > 0 && element.checkVisibility() && !isInline && (height < 47.5 || width < 47.5)
    })
    const isWide = document.documentElement.scrollWidth > window.innerWidth
    return [...small.map((element) => `small: ${element.outerHTML}`), ...(isWide ? ['wider than the screen'] : [])]
  })
  return [...found, ...others].map((fault) => `${page.url()} ${fault}`)
}
