import { expect, test } from 'vitest'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser()

test('what was answered is ticked, also when the next page has been drawn out of sight', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await seedDevice(page, 'es')
  const ticked = page.getByRole('main').getByRole('radio', { checked: true })
  for (const name of ['A_3', 'A_5', 'C_1', 'D_3', 'G_2']) {
    await page.goto(`${server.url}${seeded.full}/page/${name}`)
    await ticked.first().waitFor()
    const before = await ticked.count()
    await page.locator('main:not([id])').waitFor({ state: 'attached' })
    expect([name, await ticked.count()]).toEqual([name, before])
  }
  await page.goto(`${server.url}${seeded.fresh}/page/A_3`)
  await page.getByRole('checkbox', { name: 'Amazonas' }).check()
  await page.getByRole('checkbox', { name: 'Arauca' }).check()
  await page.getByText('Ha elegido 2: Amazonas, Arauca').waitFor()
  await page.context().close()
})

test('what is heard of the census does not move a page of questions that is open', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/hello', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  const option = page.getByRole('main').getByRole('radio').first()
  await option.waitFor()
  await page.locator('[data-save-state=saved]').waitFor()
  const before = await option.boundingBox()
  answer()
  await page.waitForFunction(() => localStorage.getItem('isTrial') === 'true')
  expect(await option.boundingBox()).toEqual(before)
  await page.getByRole('button', { name: 'Guardar y salir' }).click()
  await page.getByText('Modo de prueba').waitFor()
  await page.context().close()
})

test('an option that is tapped in the moment in which it appears stays chosen', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.addInitScript(() => {
    // Before anything else can run: the page has been drawn, and does not listen to the draft yet.
    const observer = new MutationObserver(() => {
      const option = document.querySelector<HTMLInputElement>('main [type=radio]')
      if (option === null) return
      observer.disconnect()
      option.click()
      document.documentElement.dataset.tapped = String(option.checked)
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.locator('html[data-tapped]').waitFor()
  expect(await page.locator('html').getAttribute('data-tapped')).toBe('true')
  await page.context().close()
})
