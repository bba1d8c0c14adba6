import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { nameCluster, startPath } from './support/draftSteps.ts'
import { releaseOf } from './support/newVersion.ts'
import { startServerAndBrowser } from './support/served.ts'
import { unsoundAt } from './support/sound.ts'

const { server, browser } = await startServerAndBrowser()
const release = await releaseOf(server.url)
afterAll(() => release.close())

const banner = 'Hay una versión nueva de la aplicación.'

/** How often the page was loaded from the start, whoever asked for it. */
function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  return () => loads
}

/** The state of each service worker, and whether the active one answers for the page. */
function workers(page: Page) {
  return page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.ready
    const isInCharge = active !== null && navigator.serviceWorker.controller === active
    return { installing: installing?.state, waiting: waiting?.state, active: active?.state, isInCharge }
  })
}

const settled = { installing: undefined, waiting: undefined, active: 'activated', isInCharge: true }

async function openHome(page: Page): Promise<void> {
  await page.goto(release.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
}

test('a version that appears while a draft is open waits, is offered on the home screen, and reloads each tab once', async () => {
  const context = await browser.newContext()
  const writing = await context.newPage()
  await openHome(writing)
  // Claimed by its first worker only: that is no update, and must not reload what is on screen.
  await writing.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await writing.goto(`${release.url}${startPath}`)
  await nameCluster(writing)
  await writing.getByRole('button', { name: 'Empezar', exact: true }).waitFor()
  const loadsWhileWriting = countLoads(writing)

  release.publish()
  await writing.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  const waiting = () => writing.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)
  await expect.poll(waiting, { timeout: 20_000 }).toBe('installed')
  const other = await context.newPage()
  await openHome(other)
  const loadsOfOther = countLoads(other)
  await other.getByText(banner).waitFor()
  expect(await unsoundAt(other, [360, 740])).toEqual([])
  await other.getByRole('button', { name: 'Actualizar ahora' }).click()
  await other.getByText(/Cierre primero el borrador/).waitFor()
  expect(await writing.getByText(banner).count()).toBe(0)
  expect([loadsWhileWriting(), loadsOfOther()]).toEqual([0, 0])

  await writing.getByRole('link', { name: 'Cúmulo' }).click()
  await writing.getByText(banner).waitFor()
  await writing.getByRole('button', { name: 'Actualizar ahora' }).click()
  await expect.poll(() => [loadsWhileWriting(), loadsOfOther()], { timeout: 20_000 }).toEqual([1, 1])
  await writing.getByText('Clúster del café de Caldas').waitFor()
  // Nothing waits or is on its way any more that could ask for a second reload.
  for (const page of [writing, other]) await expect.poll(() => workers(page), { timeout: 20_000 }).toEqual(settled)
  expect([loadsWhileWriting(), loadsOfOther()]).toEqual([1, 1])
  expect(await writing.getByText(banner).count()).toBe(0)
  await context.close()
})
