import type { Page } from 'playwright-core'
import type { Language } from '#domain/text.ts'
import { type Part, visitScreens } from './everyScreen.ts'
import type { Served } from './served.ts'
import { axeFaults, dress, forcedColourFaults, type Look, layoutFaults, phone } from './sound.ts'

const asDelivered: Look = { theme: 'light', size: 'A' }
const looks = (['light', 'sun', 'dark'] as const).flatMap((theme) =>
  (['A', 'A+', 'A++'] as const).map((size): Look => ({ theme, size })),
)
// Dark differs in its colours only, and those are looked at on the phone.
const layouts = looks.filter(({ theme, size }) => theme !== 'dark' && size !== 'A+')
const tablet = { width: 800, height: 1280 }
const others = [{ width: 320, height: 640 }, tablet, { width: 1280, height: 800 }]

type Check = (page: Page, name: string) => Promise<string[]>

/** What the check finds on these screens, each in the states that look different. */
export async function faultsOfScreens(
  { server, browser }: Served,
  language: Language,
  parts: readonly Part[],
  check: Check,
): Promise<string[]> {
  const context = await browser.newContext({ viewport: tablet, serviceWorkers: 'block' })
  const page = await context.newPage()
  const found: string[] = []
  const visit = { page, server, language, invite: await server.newInvite() }
  await visitScreens(visit, parts, async (name) => {
    found.push(...(await check(page, name)))
  })
  await context.close()
  return found
}

/** Three themes and three sizes of text, from 320 px to a tablet on its side; and the system's own colours. */
export const inEveryLook: Check = async (page, name) => {
  const found: string[] = []
  const note = (look: Look, width: number, faults: string[]) =>
    found.push(...faults.map((fault) => `${name} ${look.theme} ${look.size} ${width}: ${fault}`))
  await page.setViewportSize(phone)
  for (const look of looks) {
    await dress(page, look)
    note(look, phone.width, await axeFaults(page, look === looks[0] ? 'all' : 'style'))
    note(look, phone.width, await layoutFaults(page))
  }
  for (const size of others) {
    await page.setViewportSize(size)
    for (const look of layouts) {
      await dress(page, look)
      note(look, size.width, await layoutFaults(page))
    }
  }
  // The sections stand beside the page only here.
  await dress(page, asDelivered)
  note(asDelivered, 1280, await axeFaults(page))
  await page.setViewportSize(phone)
  // Until the page has settled in the other width.
  await dress(page, asDelivered)
  found.push(...(await forcedColourFaults(page)).map((fault) => `${name} with forced colours: ${fault}`))
  return found
}

/** On a phone and on a tablet, in the look that a new device has. */
export const asItComes: Check = async (page, name) => {
  await page.setViewportSize(phone)
  await dress(page, asDelivered)
  const found = [...(await axeFaults(page)), ...(await layoutFaults(page))]
  await page.setViewportSize(tablet)
  await dress(page, asDelivered)
  return [...found, ...(await layoutFaults(page))].map((fault) => `${name} ${fault}`)
}
