import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchOptions } from '../../support/chromium.ts'
import { startServer, type TestServer } from '../../support/server.ts'

export type Served = { server: TestServer; browser: Browser }

/** A server, without `start` one whose register is empty, and a browser for all tests of a file; closed after the last. */
export async function startServerAndBrowser(start: () => Promise<TestServer> = startServer): Promise<Served> {
  const server = await start()
  afterAll(() => server.close())
  return { server, browser: await startBrowser() }
}

/** A browser for all tests of a file, closed after the last, before what was started earlier. */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch(launchOptions())
  afterAll(() => browser.close())
  return browser
}

/** A page of a tablet of its own that is linked to the census. */
export async function openEnrolled({ server, browser }: Served, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 }, ...options })
  await enrol(page, server.url, await server.newInvite())
  return page
}

/** Links the tablet to the census, as a person who follows the link does. */
export async function enrol(page: Page, url: string, invite: string): Promise<void> {
  await page.goto(`${url}/enrol#${invite}`)
  await page.getByRole('button', { name: 'Vincular', exact: true }).click()
  await page.getByText('Tableta vinculada').waitFor()
}

/** Until the app can be opened without a network. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
}

/** From the next page on, the app's own next try after one that failed comes after any test: what is sent was asked for. */
export async function holdRetries(context: BrowserContext): Promise<void> {
  // Chance decides how long the app waits.
  await context.addInitScript(() => {
    Math.random = () => 1000
  })
}
