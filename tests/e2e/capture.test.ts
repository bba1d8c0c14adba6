import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { validSubmission } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'
import { startServerWithRegister } from '../support/server.ts'
import { putRows, storedRow } from './support/deviceRows.ts'
import { draftAt, makeActive, saved } from './support/draftSteps.ts'
import { fullAnswers } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

// What stands around a question: the table of parts, notes, the interviewer's script, unlikely answers, mended faults.

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

/** A new draft of an active cluster that leaves the consent behind; gives its address. */
async function beginActive(page: Page): Promise<string> {
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.waitForURL(/\/draft\//)
  const draft = draftAt(page)
  await makeActive(page, draft)
  return draft
}

const box = (page: Page, variable: string) => page.locator(`[id="${variable}"]`).getByRole('textbox').first()
const split = (page: Page) => page.getByRole('img', { name: /^Reparto/ })

async function openSplit(page: Page): Promise<string> {
  const draft = await beginActive(page)
  await page.goto(`${draft}/page/B_1`)
  await box(page, 'n_firms_linked').fill('84')
  return draft
}

test('a split says what is missing, fills a row only when asked, and takes it back', async () => {
  const page = await browser.newPage()
  await openSplit(page)
  await box(page, 'firms_micro').fill('60')
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 60 empresas · faltan 24' }).last().waitFor()
  await page.getByRole('button', { name: /^Poner lo que falta aquí: Pequeñas/ }).click()
  expect(await box(page, 'firms_small').inputValue()).toBe('24')
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 84 empresas · completa' }).last().waitFor()
  expect(await split(page).getAttribute('aria-label')).toMatch(/60.*24/)
  await page.getByRole('button', { name: 'Deshacer' }).click()
  expect(await box(page, 'firms_small').inputValue()).toBe('')
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 60 empresas · faltan 24' }).last().waitFor()
  await page.close()
})

test('a hint says nothing of a number that is no number yet, and a unit follows its number', async () => {
  const page = await browser.newPage()
  const draft = await openSplit(page)
  const hint = page.getByText('Los cinco renglones deben sumar')
  await page.getByText('Los cinco renglones deben sumar las 84 empresas vinculadas.').waitFor()
  await box(page, 'n_firms_linked').fill('1.25')
  await hint.waitFor({ state: 'hidden' })
  await page.goto(`${draft}/page/B_2`)
  const unit = page.locator('[id="n_support"]')
  await unit.getByText('entidades', { exact: true }).waitFor()
  await box(page, 'n_support').fill('1')
  await box(page, 'n_support').blur()
  await unit.getByText('entidad', { exact: true }).waitFor()
  await page.close()
})

test('percentages are converted by largest remainder, survive a reload, and are noted as percentages', async () => {
  const page = await browser.newPage()
  await openSplit(page)
  await page.getByRole('radio', { name: 'Tengo porcentajes' }).check()
  await box(page, 'firms_micro').fill('60')
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 60% · faltan 40%' }).last().waitFor()
  await box(page, 'firms_small').fill('40')
  await page.getByText('= 50 empresas', { exact: true }).waitFor()
  await page.getByText('= 34 empresas', { exact: true }).waitFor()
  await box(page, 'firms_small').blur()
  await saved(page)
  await page.reload()
  expect(await box(page, 'firms_micro').inputValue()).toBe('60')
  await page.getByRole('radio', { name: 'Tengo cantidades' }).check()
  expect(await box(page, 'firms_micro').inputValue()).toBe('50')
  expect(await page.getByRole('textbox', { name: 'Nota' }).first().inputValue()).toMatch(
    /^Escrito en porcentajes: .*60 %/,
  )
  await page.close()
})

test('percentages that do not add up are a fault on the page, in the section and in the review', async () => {
  const page = await browser.newPage()
  const draft = await openSplit(page)
  await page.getByRole('radio', { name: 'Tengo porcentajes' }).check()
  await box(page, 'firms_micro').fill('60')
  expect(await split(page).getAttribute('aria-label')).toMatch(/60/)
  await page.getByRole('button', { name: /^Poner lo que falta aquí: Grandes/ }).click()
  expect(await box(page, 'firms_large').inputValue()).toBe('40')
  await box(page, 'firms_large').fill('35')
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  // The table is at fault, and none of its rows.
  const fault = 'Empresas por tamaño. Los porcentajes suman 95. Faltan 5 para llegar a 100.'
  await page.getByRole('link', { name: fault }).waitFor()
  await page.getByRole('button', { name: 'Seguir y resolver después' }).click()
  await page.goto(`${draft}/hub`)
  await page.getByRole('link', { name: /^Actores y empresas ✕ Con errores/ }).waitFor()
  await page.goto(`${draft}/review?show=warned`)
  await page.getByRole('link', { name: fault }).waitFor()
  await page.close()
})

test('another total converts percentages anew', async () => {
  const page = await browser.newPage()
  await openSplit(page)
  await page.getByRole('radio', { name: 'Tengo porcentajes' }).check()
  await box(page, 'firms_micro').fill('60')
  await box(page, 'firms_small').fill('40')
  await page.getByText('= 50 empresas', { exact: true }).waitFor()
  await box(page, 'n_firms_linked').fill('10')
  await page.getByText('= 6 empresas', { exact: true }).waitFor()
  await page.close()
})

test('what is no number stays in its box, is a fault until it is one, and goes nowhere else', async () => {
  const page = await browser.newPage()
  const draft = await beginActive(page)
  await page.goto(`${draft}/page/E_5`)
  const projects = box(page, 'n_collab_projects')
  await projects.fill('unos 40')
  const fault = /Escriba un número, por ejemplo 1\.250\.$/
  await page.getByRole('status').getByText(fault).waitFor()
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.getByRole('link', { name: fault }).waitFor()
  await saved(page)
  await page.reload()
  expect(await projects.inputValue()).toBe('unos 40')
  await page.getByRole('status').getByText(fault).waitFor()
  await page.goto(`${draft}/review?show=warned`)
  await page.locator('[id="n_collab_projects"]').getByText('Escribió “unos 40”').waitFor()
  await page.getByRole('link', { name: fault }).click()
  await projects.fill('40')
  await projects.blur()
  await page.getByRole('status').getByText(fault).waitFor({ state: 'detached' })
  await saved(page)
  await page.goto(`${draft}/review?show=warned`)
  await page.getByRole('button', { name: /^Finalizar/ }).waitFor()
  expect(await page.getByRole('link', { name: fault }).count()).toBe(0)
  await page.close()
})

test('a number with two readings asks which, wherever the person was in between', async () => {
  const page = await browser.newPage()
  const draft = await beginActive(page)
  await page.goto(`${draft}/page/C_1`)
  await page.getByRole('radio', { name: 'Hay una persona en el cargo' }).check()
  await box(page, 'team_fte').fill('1.5')
  const question = page.getByRole('status').getByRole('group', { name: '¿Quiso decir 1,5 o 15?' })
  await question.waitFor()
  await saved(page)
  await page.reload()
  await question.getByRole('button', { name: '1,5', exact: true }).click()
  expect(await box(page, 'team_fte').inputValue()).toBe('1,5')
  expect(await question.count()).toBe(0)
  await page.close()
})

test('a number that is none of those offered is cleared, and the box waits for another', async () => {
  const page = await browser.newPage()
  await openSplit(page)
  const firms = box(page, 'n_firms_linked')
  await firms.fill('1.25')
  await page.getByRole('button', { name: 'sin coma' }).click()
  expect(await firms.inputValue()).toBe('')
  expect(await firms.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
})

test('a sum that does not fit can become the total', async () => {
  const page = await browser.newPage()
  await openSplit(page)
  for (const [row, count] of Object.entries({ micro: '60', small: '20', medium: '0', large: '0', size_unknown: '0' })) {
    await box(page, `firms_${row}`).fill(count)
  }
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 80 empresas · faltan 4' }).last().waitFor()
  await page.getByRole('button', { name: 'Usar 80 como total' }).click()
  expect(await box(page, 'n_firms_linked').inputValue()).toBe('80')
  await page.getByRole('paragraph').filter({ hasText: 'Suma: 80 empresas · completa' }).last().waitFor()
  await page.close()
})

test('a note is saved as it is typed and can be taken away', async () => {
  const page = await browser.newPage()
  const draft = await openSplit(page)
  await page.getByRole('button', { name: 'Agregar nota' }).first().click()
  await page.keyboard.type('Según el registro mercantil')
  await saved(page)
  await page.goto(`${draft}/page/B_1`)
  const note = page.getByRole('textbox', { name: 'Nota' })
  expect(await note.inputValue()).toBe('Según el registro mercantil')
  await page.getByRole('button', { name: 'Quitar la nota' }).click()
  await page.getByRole('button', { name: 'Agregar nota' }).first().waitFor()
  expect(await note.count()).toBe(0)
  await page.close()
})

test('a fault goes when it is mended, and the title says that there is one', async () => {
  const page = await browser.newPage()
  const draft = await beginActive(page)
  await page.goto(`${draft}/page/B_1`)
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  const summary = page.getByRole('group', { name: /por revisar/ })
  await summary.waitFor()
  await expect.poll(() => page.title()).toMatch(/^Error: /)
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  await box(page, 'n_firms_linked').fill('84')
  await page.locator('[id="n_firms_linked"][data-error]').waitFor({ state: 'detached' })
  await page.close()
})

test('in an interview the script is told from what is not read aloud', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.waitForURL(/\/draft\//)
  const draft = draftAt(page)
  await page.goto(`${draft}/consent`)
  await page.getByRole('radio', { name: 'Hacer la entrevista' }).check()
  await page.getByRole('textbox', { name: 'Nombre de quien hace la entrevista' }).fill('Marta R.')
  await page.getByRole('button', { name: /^(Empezar|Continuar)$/ }).click()
  await page.waitForURL(/\/page\//)
  await saved(page)
  await makeActive(page, draft)
  await page.goto(`${draft}/page/B_1`)
  await page.getByText('Lea en voz alta lo que tiene este signo').first().waitFor()
  await page
    .getByRole('heading', { name: /^Lea en voz alta:/ })
    .first()
    .waitFor()
  await page.getByRole('group').getByText('No leer:').first().waitFor()
  await page.goto(`${draft}/page/A_3`)
  const options = (variable: string) => page.locator(`[id="${variable}"]`)
  await options('dept_main').getByText('No leer. Busque la opción que diga la persona.').waitFor()
  await page.goto(`${draft}/page/A_1`)
  await options('ci_status').getByText('Lea las opciones.').waitFor()
  await page.close()
})

test('an unlikely answer is asked about once, and keeps the reason that is given for it', async () => {
  const page = await browser.newPage()
  const draft = await openSplit(page)
  await box(page, 'n_firms_linked').fill('10')
  await box(page, 'n_firms_linked').blur()
  await saved(page)
  await page.goto(`${draft}/page/B_2`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const each of await page.locator('main').getByRole('textbox').all()) await each.fill('20')
  const goOn = page.getByRole('button', { name: 'Continuar', exact: true })
  await goOn.click()
  const warnings = page.getByRole('group', { name: /por confirmar/ })
  await warnings.getByRole('checkbox', { name: 'Es correcto' }).first().check()
  await warnings.getByRole('radio', { name: 'Lo dice un registro o documento' }).check()
  await saved(page)
  const before = page.url()
  await goOn.click()
  await page.waitForURL((url) => url.href !== before)
  await page.goto(`${draft}/review?show=warned`)
  expect(await page.getByRole('radio', { name: 'Lo dice un registro o documento' }).first().isChecked()).toBe(true)
  await page.goto(`${draft}/page/B_2`)
  await box(page, 'n_firms_active').fill('30')
  await saved(page)
  await page.goto(`${draft}/review?show=warned`)
  await page.getByRole('checkbox', { name: 'Es correcto' }).first().waitFor()
  expect(await page.getByRole('checkbox', { name: 'Es correcto', checked: true }).count()).toBe(0)
  await page.close()
})

test('the parts of a split say what they are and what they were in the round before', async () => {
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const before = { ...fullAnswers, ref_year: 2024, fund_host: 70, fund_national: 30, firms_micro: 900 }
  const submission = validSubmission({
    answers: before,
    startedAt: '2025-11-20T14:00:00.000Z',
    completedAt: '2025-11-20T14:40:00.000Z',
  })
  await putRows(page, {
    submissions: [storedRow(submission)],
    drafts: [blankDraft({ key: 'now', mode: 'self', answers: fullAnswers })],
  })
  await page.goto(`${server.url}/draft/now/page/G_1`)
  await page.getByText('Recursos propios de la cámara, el gremio u otra entidad que lidera.').waitFor()
  const typed = await box(page, 'fund_host').inputValue()
  await page.getByRole('button', { name: 'Usar lo de 2024: 70%', exact: true }).click()
  expect(await box(page, 'fund_host').inputValue()).toBe('70')
  await page
    .getByRole('status')
    .filter({ hasText: 'Igual que en 2024' })
    .getByRole('button', { name: 'Deshacer' })
    .click()
  expect(await box(page, 'fund_host').inputValue()).toBe(typed)
  await page.goto(`${server.url}/draft/now/page/B_1`)
  await page.getByRole('button', { name: /^Usar lo de 2024: 900/ }).waitFor()
  await page.close()
})
