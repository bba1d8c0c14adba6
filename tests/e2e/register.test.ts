import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { beginDraft, chooseCluster, draftAt, startPath } from './support/draftSteps.ts'
import { answerSection, proceed } from './support/robot.ts'
import { openEnrolled, startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

/** A draft of a cluster of the register, before its first question; gives its address. */
async function openDraft(page: Page, name: string): Promise<string> {
  await chooseCluster(page, server.url, name)
  await page.getByRole('button', { name: 'Empezar', exact: true }).waitFor()
  return draftAt(page)
}

test('a draft of a registered cluster shows what the register knows, to be confirmed or changed', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await openDraft(page, 'Clúster de Café de Antioquia')
  const box = (variable: string) => page.locator(`section[id="${variable}"]`).getByRole('textbox')
  const chosen = (variable: string) => page.locator(`section[id="${variable}"] label:has(input[type=radio]:checked)`)
  await page.goto(`${draft}/page/A_1`)
  await expect.poll(() => box('ci_name').inputValue()).toBe('Clúster de Café de Antioquia')
  await box('ci_name').fill('Clúster de Café')
  await page.goto(`${draft}/page/A_2`)
  await expect.poll(() => box('founded_year').inputValue()).toBe('2015')
  expect(await box('ref_year').inputValue()).toBe(String(new Date().getFullYear() - 1))
  await page.goto(`${draft}/page/A_3`)
  expect(await chosen('dept_main').textContent()).toContain('Antioquia')
  await page.goto(`${draft}/page/A_4`)
  expect(await chosen('lead_entity_type').textContent()).toContain('Cámara de comercio')
  expect(await chosen('lead_chamber').textContent()).toContain('Medellín')
  await page.goto(`${draft}/page/A_5`)
  expect(await chosen('macro_sector').textContent()).toContain('Agroindustria')
  expect(await chosen('ciiu_section_main').textContent()).toContain('Agricultura')
  await page.goto(`${draft}/page/A_1`)
  expect(await box('ci_name').inputValue()).toBe('Clúster de Café')
  await page.close()
})

test('the home screen leads back to where a draft was left, and to its sections', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await openDraft(page, 'Clúster de Energía')
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Continuar donde quedó: Antes de empezar · Clúster de Energía' }).click()
  await page.waitForURL(`${draft}/consent`)
  await beginDraft(page)
  await answerSection(page, { consent_network: 'yes' })
  await page.getByRole('link', { name: 'Empezar con Identificación' }).click()
  await page.getByRole('radio', { name: 'Activa' }).check()
  await proceed(page)
  await page.getByRole('button', { name: 'Guardar y salir' }).click()
  const card = page.getByRole('listitem').filter({ hasText: 'Clúster de Energía' })
  await card.getByRole('link', { name: 'Continuar donde quedó: Identificación' }).click()
  await page.waitForURL(`${draft}/page/A_2`)
  await page.goBack()
  await card.getByText('Más opciones').click()
  await card.getByRole('link', { name: 'Ver resumen' }).click()
  await page.waitForURL(`${draft}/hub`)
  await expect.poll(() => page.title()).toBe('Secciones · Cúmulo')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Continuar con Identificación')
  await page.reload()
  await page.getByRole('link', { name: 'Continuar con Identificación' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.close()
})

test('where the directory has nothing of that name, the one way on is to write it', async () => {
  const page = await openEnrolled({ server, browser })
  await page.goto(`${server.url}${startPath}`)
  const choose = page.getByRole('button', { name: 'Elegir este clúster' })
  await choose.click()
  await page.getByRole('alert').getByText('Elija un clúster de la lista.').waitFor()
  await page.getByRole('searchbox').fill('macadamia')
  await choose.waitFor({ state: 'detached' })
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
  await page.getByRole('heading', { level: 1, name: 'Escriba el nombre de su clúster' }).waitFor()
  await page.getByRole('button', { name: 'Seguir con este nombre' }).waitFor()
  await page.getByRole('button', { name: 'Volver al directorio' }).click()
  await choose.waitFor()
  await page.close()
})

test('the review says that answers are sent only while the census answers', async () => {
  const page = await openEnrolled({ server, browser })
  const draft = await openDraft(page, 'Clúster de Bioenergía')
  await page.goto(`${draft}/page/H_2`)
  await page.locator('section[id="consent_network"]').getByRole('radio').first().check()
  await page.clock.install()
  await page.goto(`${draft}/review`)
  await page.getByText('Al finalizar se enviará al censo.').waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await page.clock.fastForward(40_000)
  await page
    .getByText('Al finalizar quedará en “Listas para enviar”. La encuesta se enviará sola cuando haya internet.')
    .waitFor()
  await expect.poll(() => page.title()).toMatch(/^Revise sus respuestas/)
  await page.close()
})

test('the button that opens a draft opens one, however often it is pressed', async () => {
  const page = await openEnrolled({ server, browser })
  await page.goto(`${server.url}${startPath}`)
  await page.getByRole('radio', { name: 'Clúster de Energía' }).check()
  await page.getByRole('button', { name: 'Elegir este clúster' }).evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await page.getByRole('heading', { level: 1, name: 'Antes de empezar' }).waitFor()
  await page.goto(server.url)
  await page.getByRole('region', { name: 'En curso · 1' }).waitFor()
  await page.close()
})
