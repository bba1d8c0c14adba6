import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId, validSubmission } from '../support/builders.ts'
import { startServerWithRegister } from '../support/server.ts'
import { putRows, storedRow } from './support/deviceRows.ts'
import { fillDevice } from './support/filledDevice.ts'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

async function openHome(width = 800, height = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1, name: 'Sus autoevaluaciones' }).waitFor()
  return page
}

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a guest can start at once: nobody is asked for a name', async () => {
  const page = await openHome()
  await page.getByText('Modo invitado').waitFor()
  await page.getByRole('link', { name: 'Nueva autoevaluación' }).click()
  await page.getByRole('heading', { level: 1, name: 'Elija la iniciativa clúster' }).waitFor()
  await page.context().close()
})

test('a profile is created, chosen, renamed in its drafts, and removed without them', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 1, waiting: 0, received: 0 }, new Date())
  await page.reload()
  await page.getByRole('link', { name: 'Elegir perfil' }).click()
  await page.getByText('Aún no hay perfiles en esta tableta.').waitFor()
  await page.getByRole('button', { name: 'Crear perfil' }).click()
  await page.getByText('Escriba el nombre.').waitFor()
  await page.getByLabel('Nombre').fill('Marta R.')
  await page.getByRole('button', { name: 'Crear perfil' }).dblclick()
  await page.getByText('1 borrador').waitFor()
  expect(await page.getByText('✕').count()).toBe(0)
  await page.getByRole('button', { name: 'Entrar como Marta R.' }).click()
  await page.getByText('Perfil: Marta R.').waitFor()

  await page.getByRole('link', { name: 'Cambiar de perfil' }).click()
  await page.getByLabel('Más opciones de Marta R.').click()
  await page.getByRole('button', { name: 'Cambiar nombre o rol: Marta R.' }).click()
  await page.getByLabel('Nombre').first().fill('Marta Ruiz')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await page.getByRole('button', { name: 'Seguir como Marta Ruiz' }).click()
  await card(page, 'Clúster de prueba 1').getByText('Marta Ruiz').waitFor()

  await page.getByRole('link', { name: 'Cambiar de perfil' }).click()
  await page.getByLabel('Más opciones de Marta Ruiz').click()
  await page.getByRole('button', { name: 'Quitar a Marta Ruiz' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Quitar el perfil' }).click()
  await page.getByText('Aún no hay perfiles en esta tableta.').waitFor()
  await page.goto(server.url)
  await page.getByText('Modo invitado').waitFor()
  await card(page, 'Clúster de prueba 1').getByText('Marta Ruiz').waitFor()
  await page.context().close()
})

test('a full tablet shows its trays with counts and the newest few of each, and more on demand', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 10, waiting: 7, received: 200 }, new Date())
  await page.reload()
  const trays = page.getByRole('navigation', { name: 'Bandejas' })
  await trays.waitFor()
  const counts = await trays.getByRole('link').allTextContents()
  expect(counts).toEqual(['10 En curso', '7 Listas para enviar', '200 Enviadas', '0 Devueltas'])
  const tray = (name: string) => page.getByRole('region', { name })
  await expect.poll(() => tray('En curso · 10').getByRole('listitem').count()).toBe(5)
  await tray('En curso · 10').getByRole('button', { name: 'Ver más (5)' }).click()
  await expect.poll(() => tray('En curso · 10').getByRole('listitem').count()).toBe(10)
  await expect.poll(() => tray('Enviadas · 200').getByRole('listitem').count()).toBe(5)
  await tray('Enviadas · 200').getByRole('button', { name: 'Ver más (195)' }).click()
  await expect.poll(() => tray('Enviadas · 200').getByRole('listitem').count()).toBe(25)
  await tray('Devueltas · 0').getByText('No tiene encuestas devueltas.').waitFor()

  const newest = tray('En curso · 10').getByRole('listitem').first()
  await newest.getByText('Antioquia · Modo de prueba · Encuestó: Marta R.').waitFor()
  await newest.getByText(/0 de 7 secciones completas · Guardada (?:hace 2 horas|ayer)/).waitFor()
  await newest.getByText('Donde quedó: Identificación, pregunta 3').waitFor()
  await newest.getByRole('link', { name: /^Continuar donde quedó: Identificación, pregunta 3/ }).waitFor()
  await page.getByText(/^Espacio usado: [\d,.]+\sMB · almacenamiento (protegido|temporal)$/).waitFor()
  await page.context().close()
})

test('a draft with nothing left to answer leads to its review', async () => {
  const page = await openHome()
  await seedDevice(page, 'es')
  await page.goto(server.url)
  const complete = card(page, '7 de 7 secciones completas')
  await complete.getByRole('link', { name: 'Revisar y finalizar · Clúster de Café de Antioquia' }).click()
  await page.waitForURL(`**${seeded.full}/review`)
  await page.goBack()
  await complete.waitFor()
  expect(await complete.getByText('Donde quedó').count()).toBe(0)
  await page.context().close()
})

test('in English the trial has an English name on the cards too', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 1, waiting: 1, received: 0 }, new Date())
  await page.reload()
  await page.getByRole('button', { name: 'English' }).click()
  await page
    .getByText(/· Trial mode ·/)
    .nth(1)
    .waitFor()
  await page.context().close()
})

test('what nobody allowed to send is counted like the rest, and its count leads to it', async () => {
  const page = await openHome()
  await putRows(page, { submissions: [storedRow(validSubmission({ submissionId: newId(), seq: null }))] })
  await page.reload()
  const count = page.getByRole('navigation', { name: 'Bandejas' }).getByRole('link', { name: '1 Solo en esta tableta' })
  await count.click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('tray-kept')
  await page.context().close()
})

test('a draft is copied to a file, and deleted only when a person says so twice', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 1, waiting: 0, received: 0 }, new Date())
  await page.reload()
  await page.getByLabel('Más opciones de Clúster de prueba 1').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar copia · Clúster de prueba 1' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('cumulo-cluster-de-prueba-1.txt')
  const remove = page.getByRole('button', { name: 'Borrar el borrador de Clúster de prueba 1' })
  await remove.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Conservarlo' }).click()
  await remove.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Borrar el borrador' }).click()
  await page.getByText('Todavía no ha empezado ninguna autoevaluación.').waitFor()
  await page.context().close()
})

test('two quick taps on what deletes do not confirm it, wherever the question comes up', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 1, waiting: 0, received: 0 }, new Date())
  await page.reload()
  await page.getByText('Más opciones').click()
  const remove = page.getByRole('button', { name: /^Borrar/ })
  await remove.click()
  const place = await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Borrar/ })
    .boundingBox()
  await page.keyboard.press('Escape')
  await remove.evaluate((button, at) => {
    button.style.cssText = `position: fixed; left: ${at?.x}px; top: ${at?.y}px`
  }, place)
  await remove.dblclick()
  await page.getByRole('button', { name: 'Conservarlo' }).click()
  await page.getByRole('region', { name: 'En curso · 1' }).waitFor()
  await page.close()
})

test('being offline is said calmly, with since when and what waits, and is gone when the census answers', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 0, waiting: 1, received: 0 }, new Date())
  await page.context().route('**/api/**', (route) => route.abort())
  await page.reload()
  await page.getByText(/^Sin conexión desde las? .* 1 encuesta espera para enviarse\.$/).waitFor()
  const bar = page.getByRole('banner')
  await bar.getByText('Sin conexión · 1 por enviar').first().click()
  await bar.getByText('Puede seguir. Enviaremos la encuesta cuando haya internet.').waitFor()
  expect(await page.getByText('En línea').count()).toBe(0)
  await page.context().unroute('**/api/**')
  await bar.getByRole('button', { name: 'Intentar ahora' }).click()
  await bar.getByText('1 por enviar', { exact: true }).first().waitFor()
  // What is said to screen readers follows within ten seconds.
  await expect.poll(() => page.getByText(/^Sin conexión/).count(), { timeout: 15_000 }).toBe(0)
  await page.context().close()
})

test('sun mode is one tap there and one back, and the text grows step by step, also on a phone', async () => {
  const page = await openHome()
  const root = () => page.evaluate(() => ({ ...document.documentElement.dataset }))
  const sun = page.getByRole('button', { name: 'Modo sol' })
  await sun.click()
  await expect.poll(root).toMatchObject({ theme: 'sun' })
  expect(await sun.getAttribute('aria-pressed')).toBe('true')
  await sun.click()
  await expect.poll(root).toMatchObject({ theme: 'light' })
  for (const size of ['A+', 'A++', 'A']) {
    await page.getByRole('button', { name: /Tamaño del texto/ }).click()
    await expect.poll(root).toMatchObject({ size })
  }
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 })
    for (const size of ['A+', 'A++', 'A']) {
      await page.getByRole('button', { name: /Tamaño del texto/ }).click({ timeout: 5000 })
      await expect.poll(root).toMatchObject({ size })
    }
  }
  await page.context().close()
})

test('help is in its place on a page of questions, works without a network and leads back', async () => {
  const page = await openHome()
  await fillDevice(page, { drafts: 1, waiting: 0, received: 0 }, new Date())
  await page.reload()
  await page.getByRole('link', { name: /^Continuar donde quedó/ }).click()
  await page.waitForURL(/\/page\//)
  const before = page.url()
  // The page takes the focus when it comes.
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  const state = page.getByRole('region', { name: 'Estado del borrador' })
  await state.locator('summary').last().click()
  await state.getByText('Todavía no se han enviado.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Ayuda', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Ayuda' }).waitFor()
  await page.getByText('Llame a su cámara de comercio.').waitFor()
  await page.getByRole('button', { name: 'Volver' }).click()
  await page.waitForURL(before)
  await page.context().close()
})

test('the focus is never hidden under the bar, whatever the size of the text', async () => {
  const page = await openHome(800, 600)
  await fillDevice(page, { drafts: 5, waiting: 2, received: 3 }, new Date())
  await page.reload()
  for (const size of ['A', 'A+', 'A++']) {
    await page
      .getByRole('link', { name: /^Continuar/ })
      .first()
      .waitFor()
    const hidden = await hiddenStops(page)
    expect([size, hidden]).toEqual([size, []])
    await page.getByRole('button', { name: /Tamaño del texto/ }).click()
    await page.evaluate(() => window.scrollTo(0, 0))
  }
  await page.context().close()
})

/** Tabs down the page and back up, and names what got the focus where the bar covers it. */
async function hiddenStops(page: Page): Promise<string[]> {
  const hidden: string[] = []
  for (const key of [...Array<string>(30).fill('Tab'), ...Array<string>(30).fill('Shift+Tab')]) {
    await page.keyboard.press(key)
    const name = await page.evaluate(() => {
      const active = document.activeElement
      const bar = document.querySelector('header')
      if (active === null || bar === null || active === document.body || bar.contains(active)) return ''
      const isUnder = active.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1
      return isUnder && !active.closest('[class*=skip]') ? active.outerHTML : ''
    })
    if (name !== '') hidden.push(name)
  }
  return hidden
}
