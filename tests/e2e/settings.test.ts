import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { completeExampleB } from './support/exampleResult.ts'
import { enrol, holdRetries, startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser()

async function openSettings(page: Page): Promise<void> {
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Ajustes y envíos' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ajustes y envíos' }).waitFor()
}

test('language, appearance and size take effect when they are chosen and are still there after a reload', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await openSettings(page)
  await expect.poll(() => page.title()).toBe('Ajustes y envíos · Cúmulo')
  const shown = () =>
    page.evaluate(() => {
      const { lang, dataset } = document.documentElement
      const { fontSize, color } = getComputedStyle(document.documentElement.querySelector('body') ?? document.body)
      return { lang, theme: dataset.theme, size: dataset.size, fontSize, color }
    })
  await page.getByRole('radio', { name: 'Modo sol' }).check()
  await page.getByRole('radio', { name: 'Muy grande' }).check()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('heading', { level: 1, name: 'Settings and sending' }).waitFor()
  const chosen = { lang: 'en', theme: 'sun', size: 'A++', fontSize: '24px', color: 'rgb(0, 0, 0)' }
  await expect.poll(shown).toEqual(chosen)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Settings and sending' }).waitFor()
  expect(await shown()).toEqual(chosen)
  await expect.poll(() => page.title()).toBe('Settings and sending · Cúmulo')
  expect(await page.getByRole('radio', { name: 'Sun mode' }).isChecked()).toBe(true)
  await page.close()
})

test('a submission that waits is listed with what was tried, and goes out when a person asks for it', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await holdRetries(context)
  const page = await context.newPage()
  await openSettings(page)
  await completeExampleB(page)
  await openSettings(page)
  const sending = page.getByRole('region', { name: 'Envíos al censo' })
  const tryNow = sending.getByRole('button', { name: 'Enviar todo (1)' })
  await sending.getByRole('heading', { name: 'Por enviar · 1' }).waitFor()
  await sending.getByText(/^Folio CC-\d\d-/).waitFor()
  await sending.getByText('Espera para enviarse. Todavía no se ha intentado.').waitFor()
  await tryNow.click()
  await sending.getByText(/no está vinculada/).waitFor()

  await context.route('**/api/v1/submissions', (route) => route.abort())
  await enrol(page, server.url, server.invite)
  await openSettings(page)
  await sending.getByText(/está vinculada al censo/).waitFor()
  await tryNow.click()
  await sending.getByText(/No hubo conexión/).waitFor()
  await sending.getByText(/intentos?[.:].* hoy, \d/).waitFor()

  await context.unroute('**/api/v1/submissions')
  await tryNow.click()
  await sending.getByText('No hay nada por enviar.').waitFor()
  await sending.getByRole('button', { name: 'Intentar ahora' }).waitFor()
  const news = page.getByRole('banner').locator('summary')
  await news.filter({ hasText: /Recibida por el censo · folio CC-\d\d-/ }).click()
  await page
    .getByRole('banner')
    .getByText(/Huella: [0-9a-f]{16}/)
    .waitFor()
  await sending.getByText(/Última conexión con el censo: hoy, /).waitFor()
  await context.close()
})

test('after linking only what is true then is said, and an unlinked tablet is linked with another invite', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const enrolled = page.waitForRequest('**/api/v1/enrol')
  await enrol(page, server.url, await server.newInvite())
  const main = page.getByRole('main')
  await main.getByText('Ya puede enviar autoevaluaciones de prueba.').waitFor()
  expect(await main.getByText('Con la vinculación').count()).toBe(0)
  await expect.poll(() => page.title()).toBe('Tableta vinculada · Cúmulo')

  const { deviceId } = (await enrolled).postDataJSON() as { deviceId: string }
  await server.store.revokeDevice(deviceId, new Date().toISOString())
  await page.goto(server.url)
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Tableta desvinculada' }).waitFor()
  await enrol(page, server.url, await server.newInvite())
  await main.getByRole('link', { name: 'Ir al inicio' }).click()
  await main.getByRole('heading', { level: 1, name: 'Sus autoevaluaciones' }).waitFor()
  await context.close()
})

test('a clock that is wrong by more than ten minutes is said with both times', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.clock.install({ time: Date.now() + 45 * 60_000 })
  await page.goto(server.url)
  await page
    .getByRole('main')
    .getByText(/Revise la hora de la tableta/)
    .waitFor()
  await page.getByRole('banner').getByText('Revise la hora de la tableta').first().waitFor()
  await page.getByRole('link', { name: 'Ver los ajustes' }).click()
  await page.getByText(/En la última conexión, el censo tenía: .* La tableta tenía: /).waitFor()
  await context.close()
})

test('the browser’s offer to install the app becomes a button, once, and none in an installed app', async () => {
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const install = page.getByRole('button', { name: 'Instalar en esta tableta' })
  expect(await install.count()).toBe(0)
  await page.evaluate(() => {
    const prompt = async () => {
      document.documentElement.dataset.prompted = 'yes'
    }
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }))
  })
  await install.click()
  await install.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.documentElement.dataset.prompted)).toBe('yes')
  await page.close()
})

test('on an iPad, whose browser makes no offer, the way to install it is told', async () => {
  const userAgent =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'
  const context = await browser.newContext({ userAgent, hasTouch: true })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByText(/elija “Agregar a Inicio”/).waitFor()
  await context.close()
})
