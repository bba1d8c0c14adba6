import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

/** A device with drafts, with two that wait and one that was refused, which has no network. */
async function openSeededOffline(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, serviceWorkers: 'block' })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await seedDevice(page, 'es')
  await page.route('**/api/**', (route) => route.abort())
  return page
}

const connection = (page: Page) => page.getByRole('banner').locator('summary').filter({ hasText: 'Sin conexión' })

/** How far what stands below the bar moves until the bar has said all that it has to say. */
async function moves(page: Page, path: string): Promise<number> {
  await page.goto(`${server.url}${path}`)
  const main = page.getByRole('main')
  const top = () => main.evaluate((element) => element.getBoundingClientRect().top)
  await main.getByRole('heading', { level: 1 }).waitFor()
  const before = await top()
  await connection(page).waitFor()
  return (await top()) - before
}

for (const [width, height] of [
  [360, 740],
  [800, 1280],
  [1280, 800],
] as const) {
  test(`at ${width} px what the bar says of the network moves no page, and cuts no name`, async () => {
    const page = await openSeededOffline(width, height)
    // The first screen hears of the connection; those after it know that there is something to say.
    await page.goto(server.url)
    await connection(page).waitFor()
    for (const path of ['/', '/settings', `${seeded.full}/hub`, `${seeded.faulty}/page/C_1`]) {
      expect([path, await moves(page, path)]).toEqual([path, 0])
    }
    const name = page.getByRole('banner').getByText(/^Clúster de turismo de naturaleza/)
    expect(await name.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await page.close()
  })
}

test('before the tablet has heard of its rounds, the bar does not name one by its code', async () => {
  const page = await openSeededOffline(800, 1280)
  await page.goto(`${server.url}${seeded.full}/hub`)
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  const bar = page.getByRole('banner')
  await bar.locator('summary').filter({ hasText: 'Guardado' }).click()
  await bar.getByText('Autoevaluación').waitFor()
  expect(await bar.getByText('trial').count()).toBe(0)
  await page.close()
})

test('the count of what is missing comes to its place', async () => {
  const page = await openSeededOffline(360, 740)
  await page.goto(`${server.url}${seeded.faulty}/page/C_3`)
  const heading = page.getByRole('main').getByRole('heading', { level: 1 })
  const top = () => heading.evaluate((element) => (element as HTMLElement).offsetTop)
  await heading.waitFor()
  const before = await top()
  await page.getByRole('main').getByText('faltan 2 preguntas obligatorias').waitFor()
  expect(await top()).toBe(before)
  await page.close()
})
