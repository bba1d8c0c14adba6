import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Language } from '#domain/text.ts'
import { startServerWithRegister } from '../support/server.ts'
import { visitEveryScreen } from './support/everyScreen.ts'
import { startServerAndBrowser } from './support/served.ts'
import { axeFaults, dress, type Look, layoutFaults, phone } from './support/sound.ts'

// Every screen, in every theme and size of text: no violation, nothing cut off, nothing too small, no focus out of sight.

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

const asDelivered: Look = { theme: 'light', size: 'A' }
const looks = (['light', 'sun', 'dark'] as const).flatMap((theme) =>
  (['A', 'A+', 'A++'] as const).map((size): Look => ({ theme, size })),
)
// Dark differs in its colours only, and those are looked at on the phone.
const layouts = looks.filter(({ theme, size }) => theme !== 'dark' && size !== 'A+')
const others = [
  { width: 320, height: 640 },
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
]

type Check = (page: Page, name: string) => Promise<string[]>

async function faultsOfEveryScreen(language: Language, check: Check): Promise<string[]> {
  const context = await browser.newContext({ viewport: others[1] ?? phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  const found: string[] = []
  await visitEveryScreen({ page, server, language, invite: await server.newInvite() }, async (name) => {
    found.push(...(await check(page, name)))
  })
  await context.close()
  return found
}

const inEveryLook: Check = async (page, name) => {
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
  return found
}

const asItComes: Check = async (page, name) => {
  await page.setViewportSize(phone)
  await dress(page, asDelivered)
  return [...(await axeFaults(page)), ...(await layoutFaults(page))].map((fault) => `${name} ${fault}`)
}

test('every screen is sound in three themes and three sizes of text, from 320 px to a tablet on its side', async () => {
  expect(await faultsOfEveryScreen('es', inEveryLook)).toEqual([])
}, 600_000)

test('every screen is sound in English', async () => {
  expect(await faultsOfEveryScreen('en', asItComes)).toEqual([])
})
