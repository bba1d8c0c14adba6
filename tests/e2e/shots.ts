import { mkdirSync, rmSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { buildIfStale } from '../../src/cli/build.ts'
import { launchOptions } from '../support/chromium.ts'
import { startServerWithRegister } from '../support/server.ts'
import { visitScreens } from './support/everyScreen.ts'
import { dress } from './support/sound.ts'

// `npm run shots`: every screen at three sizes, in the light and in the sun, into shots/; `npm run shots -- 31 plan`:
// those that have one of these in their name.
const asked = process.argv.slice(2)
const sizes = {
  portrait: { width: 800, height: 1280 },
  landscape: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const

const folder = 'shots'
rmSync(folder, { recursive: true, force: true })

/** Back at the top, and until what waits for a pause, the states of sections and connection, is there. */
async function rest(): Promise<void> {
  await page.evaluate(async () => {
    window.scrollTo(0, 0)
    // What hears of another size of the screen is drawn in the frame after it.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }))
  })
  await page.waitForFunction(
    () => document.querySelector(':is(nav li span:last-child, [data-row]):empty, [data-row] > :only-child') === null,
  )
}

await buildIfStale()
mkdirSync(folder, { recursive: true })
const server = await startServerWithRegister()
const browser = await chromium.launch(launchOptions())
const context = await browser.newContext({ viewport: sizes.portrait, serviceWorkers: 'block' })
const page = await context.newPage()
let taken = 0
const visit = { page, server, language: 'es', invite: server.invite } as const
await visitScreens(visit, ['around', 'questions'], async (name) => {
  if (asked.length > 0 && !asked.some((part) => name.includes(part))) return
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    for (const theme of ['light', 'sun'] as const) {
      await dress(page, { theme, size: 'A' })
      await rest()
      const path = `${folder}/${name}-${size}-${theme}.png`
      // In a picture longer than the screen the bar of buttons belongs to the end of the page.
      await page.screenshot({ path, fullPage: true, style: 'main + footer { position: static !important }' })
      taken += 1
    }
  }
  await page.setViewportSize(sizes.portrait)
  await dress(page, { theme: 'light', size: 'A' })
})
await browser.close()
await server.close()
console.log(`${taken} pictures in ${folder}/`)
