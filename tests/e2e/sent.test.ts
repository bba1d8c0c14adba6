import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { completeExampleB } from './support/exampleResult.ts'
import { holdRetries, openEnrolled, startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

const sending = '**/api/v1/submissions'

/** An enrolled device with one finished assessment that the census does not have yet, on the screen of its result. */
async function finishedOffline(): Promise<{ context: BrowserContext; page: Page }> {
  const page = await openEnrolled({ server, browser }, { serviceWorkers: 'block' })
  const context = page.context()
  await holdRetries(context)
  await context.route('**/api/**', (route) => route.abort())
  const result = await completeExampleB(page)
  // Soon after its start the app tries once by itself; whatever is tried after that is what the test asks for.
  const ownTry = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/'))
  await page.goto(`${server.url}${result}`)
  await ownTry
  return { context, page }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const current = (page: Page) => page.locator('main [aria-current=step]')

test('what was finished offline says that it waits, goes out when asked to, and ends with a receipt', async () => {
  const { context, page } = await finishedOffline()
  const status = page.getByRole('region', { name: 'Estado del envío' })
  await status.getByText('Lista para enviar.').waitFor()
  const folio = /CC-\d\d-[\w*~$=]{8}/.exec((await status.textContent()) ?? '')?.[0] ?? ''
  await status.getByRole('link', { name: 'Enviar', exact: true }).click()
  await heading(page, 'Lista para enviar').waitFor()
  expect(await current(page).textContent()).toContain('En cola')
  await page.getByText(folio).waitFor()
  await page.getByText('Quedó lista. Se enviará sola al abrir la aplicación con internet.').waitFor()
  const tryNow = page.getByRole('main').getByRole('button', { name: 'Intentar ahora' })
  await tryNow.click()
  await page.getByText('No hubo conexión con el censo. Nada se perdió.').waitFor()
  expect(await page.getByRole('button', { name: 'Enviar ahora' }).count()).toBe(0)

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar mis respuestas' }).click(),
  ])
  const answers = readFileSync(await file.path(), 'utf8')
  expect(answers).toContain(`Clúster del café de Caldas\nFolio ${folio}`)
  expect(answers).toContain('IDENTIFICACIÓN')
  expect(answers).toMatch(/¿En qué año inició la iniciativa clúster\?\n {2}2015\n/)

  await context.unroute('**/api/**')
  await tryNow.click()
  await heading(page, 'Recibida por el censo').waitFor()
  expect(await current(page).textContent()).toContain('Recibida')
  await page.getByText(/^Huella: [0-9a-f]{16}$/).waitFor()
  await page.getByText('El censo la recibió como prueba y no la cuenta en sus cifras.').waitFor()
  await page.getByRole('link', { name: 'Entendido' }).click()
  const sent = page.getByRole('region', { name: 'Enviadas · 1' })
  await sent.getByText(`Folio ${folio}`, { exact: false }).waitFor()
  await context.close()
})

test('a receipt that was lost on its way back says that nothing was doubled', async () => {
  const { context, page } = await finishedOffline()
  let isLost = true
  await context.route(sending, async (route) => {
    if (!isLost) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await context.unroute('**/api/**')
  await page.getByRole('link', { name: 'Enviar', exact: true }).click()
  await current(page)
    .getByText(/^\d+ intentos?[.:].*hoy/)
    .waitFor()
  await expect.poll(() => current(page).textContent()).toMatch(/^En cola.*intento/)
  isLost = false
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByText(/Ya la habíamos recibido: .* No se duplicó\./).waitFor()
  await context.close()
})

test('what the census cannot take says why and that the copy is here, and nowhere that it was sent', async () => {
  const { context, page } = await finishedOffline()
  await context.route(sending, async (route) => {
    const { submissionId } = JSON.parse(route.request().postData() ?? '{}') as { submissionId: string }
    const problem = {
      code: 'other-bytes-stored',
      status: 409,
      es: 'El cuestionario versión 2 ya cerró.',
      en: 'Version 2 is closed.',
    }
    await route.fulfill({ json: { format: 1, verdicts: [{ submissionId, verdict: 'invalid', problem }] } })
  })
  await context.unroute('**/api/**')
  await page.getByRole('link', { name: 'Enviar', exact: true }).click()
  await heading(page, 'El censo no pudo recibirla').waitFor()
  expect(await current(page).textContent()).toMatch(/^Enviando · no se recibió/)
  await page.getByRole('listitem').filter({ hasText: 'En cola · paso hecho' }).waitFor()
  await page.getByText(/El cuestionario versión 2 ya cerró\. Su copia sigue aquí\..*Código: R-49/).waitFor()
  await expect.poll(() => page.title()).toMatch(/^Error: /)
  const bar = page.getByRole('banner')
  const state = bar.locator('summary')
  await state.filter({ hasText: 'No se recibió' }).click()
  await bar.getByText(/El cuestionario versión 2 ya cerró\. Su copia sigue en esta tableta\. Código: R-49/).waitFor()
  await context.route('**/api/**', (route) => route.abort())
  await bar.getByRole('button', { name: 'Intentar ahora' }).click()
  await state.filter({ hasText: 'No se recibió' }).filter({ hasText: 'Sin conexión' }).waitFor()
  await page.goto(server.url)
  const refused = page.getByRole('region', { name: 'No recibidas · 1' })
  await refused.getByText('No se recibió. Su copia sigue en esta tableta').waitFor()
  // What is refused does not wait: each count says the same of it.
  await page.getByRole('region', { name: 'Listas para enviar · 0' }).waitFor()
  await page.getByText(/^Sin conexión desde/).waitFor()
  expect(await page.getByText(/para enviarse/).count()).toBe(0)
  await page.goto(`${server.url}/settings`)
  await page.getByRole('heading', { name: 'Por enviar · 0' }).waitFor()
  await page.getByRole('heading', { name: 'No recibidas · 1' }).waitFor()
  await context.close()
})

test('to send now is offered while the census answers, also when it does not take anything from this device', async () => {
  const { context, page } = await finishedOffline()
  await context.route(sending, (route) => route.fulfill({ status: 401, json: {} }))
  await context.unroute('**/api/**')
  await page.getByRole('link', { name: 'Enviar', exact: true }).click()
  const send = page.getByRole('button', { name: 'Enviar ahora' })
  await send.click()
  await page.getByText('esta tableta ya no está vinculada').waitFor()
  await context.unroute(sending)
  await send.click()
  await heading(page, 'Recibida por el censo').waitFor()
  await context.close()
})

test('to send now is not offered while the census answers and what is sent does not get there', async () => {
  const { context, page } = await finishedOffline()
  await context.route(sending, (route) => route.abort())
  await context.unroute('**/api/**')
  const failed = () => page.waitForEvent('requestfailed', (request) => request.url().endsWith('/submissions'))
  const first = failed()
  await page.getByRole('link', { name: 'Enviar', exact: true }).click()
  await first
  const second = failed()
  await page.getByRole('main').getByRole('button', { name: 'Intentar ahora' }).click()
  await second
  await page.getByText('No hubo conexión con el censo. Nada se perdió.').waitFor()
  await page.getByRole('banner').getByText('Sin conexión').first().waitFor()
  expect(await page.getByRole('button', { name: 'Enviar ahora' }).count()).toBe(0)
  await context.close()
})

test('what is being sent can be stopped: it waits, is not sent again by itself, and goes out once when asked for', async () => {
  const { context, page } = await finishedOffline()
  let sendings = 0
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/submissions')) sendings += 1
  })
  // The census has it, and its answer does not come.
  await context.route(sending, async (route) => void (await route.fetch()))
  await context.unroute('**/api/**')
  // After a try that failed the app would try again at once.
  await context.addInitScript(() => {
    Math.random = () => 0
  })
  await page.reload()
  const bar = page.getByRole('banner')
  await bar.locator('summary').filter({ hasText: 'Enviando 1 de 1…' }).click()
  await bar.getByRole('button', { name: 'Detener el envío' }).click()
  await bar.getByText('Usted detuvo el envío. Lo que el censo no alcanzó a confirmar sigue en esta tableta').waitFor()
  await bar.locator('summary').filter({ hasText: '1 por enviar' }).waitFor()
  expect(await bar.locator('summary').filter({ hasText: 'Sin conexión' }).count()).toBe(0)
  await context.unroute(sending)
  await bar.getByRole('button', { name: 'Intentar ahora' }).click()
  await bar.getByText(/Ya la habíamos recibido: .* No se duplicó\./).waitFor()
  expect(sendings).toBe(2)
  await context.close()
})
