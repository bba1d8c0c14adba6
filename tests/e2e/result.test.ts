import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { pagesOf } from '../support/poppler.ts'
import { putRows, readRows, storedRow } from './support/deviceRows.ts'
import { exampleC, openExampleB, resultOf } from './support/exampleResult.ts'
import { isButton, tabTo } from './support/keyboard.ts'
import { startServerAndBrowser } from './support/served.ts'
import { unsoundInThemes } from './support/sound.ts'

// What a result says of itself, and what can be made of it: a simulation and a plan.

const { page, result } = await openExampleB(await startServerAndBrowser())

test('the result says the stage, where it comes from, and leads from a reason to the answer', async () => {
  await page.goto(result)
  const stage = page.locator('[aria-current=step]').first()
  expect(await stage.textContent()).toContain('Intermedio')
  expect(await stage.textContent()).toContain('Usted está aquí')
  await page
    .getByText('Para llegar a Consolidación, Sostenibilidad financiera debe subir 1,2 puntos hasta 30,0.')
    .waitFor()
  await page.getByRole('heading', { name: /^Gobernanza es su dimensión más alta; Sostenibilidad financiera/ }).waitFor()
  const track = page.getByRole('img', { name: /^Sostenibilidad financiera: 28,8 de 100/ })
  expect(await track.getAttribute('aria-label')).toContain('Mínimo de la siguiente etapa: 30,0')
  await page.getByText('Ver las preguntas de Gobernanza').click()
  const governance = page.getByRole('table', { name: 'Gobernanza' })
  const manager = governance.getByRole('row', { name: /Dirección y equipo gestor/ })
  expect(await manager.textContent()).toMatch(/5,0 de 5,0/)
  expect(await governance.getByRole('row').last().textContent()).toBe('Total22,2 de 25,0')
  // Whoever subtracts what is written gets what is written; and a percentage is written as everywhere else.
  const fees = page.getByRole('row', { name: /^Recursos de cuotas y servicios/, includeHidden: true })
  expect(await fees.textContent()).toMatch(/menos del 10% del presupuesto.*0,9 de 3,8/)
  const why = page.getByRole('region', { name: 'Por qué' }).getByRole('listitem')
  await why.filter({ hasText: 'Recursos de cuotas y servicios' }).getByText('Puede sumar 2,9 puntos al total').waitFor()
  await page.getByRole('link', { name: 'Ver la respuesta: G02 Fuentes del presupuesto' }).first().click()
  const row = page.locator('#answer-fund_host')
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await row.textContent()).toMatch(/^G02 Fuentes del presupuesto.*92/)
  // And back to where it was asked for.
  await page.goBack()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('G02 Fuentes del presupuesto')
})

test('at the last stage there is still something to do, and the result can be taken along before all its details', async () => {
  const submission = resultOf(exampleC, new Date().toISOString(), { seq: 2 })
  await putRows(page, { submissions: [storedRow(submission)] })
  await page.goto(result.replace(/[^/]+$/, submission.submissionId))
  await page.getByText('Es la última etapa.').waitFor()
  await page.getByRole('link', { name: 'Ver qué sigue' }).click()
  const next = page.getByRole('region', { name: 'Qué sigue' })
  await next.getByText('Ya está en la última etapa.').waitFor()
  expect(await next.getByRole('listitem').count()).toBe(3)
  expect(await next.getByRole('button', { name: /^Agregar al plan/ }).count()).toBe(3)
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  const place = (name: string) => headings.indexOf(name)
  expect(place('Llevar el resultado')).toBeGreaterThan(place('Qué sigue'))
  expect(place('Estado del envío')).toBeLessThan(place('Qué tan completo está'))
})

/** So little of example C that there is no stage. */
const withoutStage: Answers = Object.fromEntries(
  Object.entries(exampleC).filter(([name]) => !/^(?:res_|sus_|fund_|budget_|funding_|gov_|body_)/.test(name)),
)

test('without a stage the questions that are missing are counted, and each leads to its place', async () => {
  const submission = resultOf(withoutStage, new Date().toISOString(), { seq: 3 })
  await putRows(page, { submissions: [storedRow(submission)] })
  await page.goto(result.replace(/[^/]+$/, submission.submissionId))
  const sentence = await page.getByText(/^Con las respuestas actuales no podemos calcular la etapa\./).textContent()
  const [, counted = ''] = /(\d+)\sde Resultados/.exec(sentence ?? '') ?? []
  const missing = page
    .getByRole('definition')
    .filter({ has: page.getByRole('link', { name: /^Ver la respuesta: F02/ }) })
  expect(await missing.first().getByRole('link').count()).toBe(Number(counted))
  await missing.first().getByRole('link').first().click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('answer-res_sales')
  const bare = resultOf({ ci_status: 'active' }, new Date().toISOString(), { seq: 4 })
  await putRows(page, { submissions: [storedRow(bare)] })
  await page.goto(result.replace(/[^/]+$/, bare.submissionId))
  await page.getByRole('heading', { name: 'Faltan respuestas para mostrar su perfil completo' }).waitFor()
  await page.goto(result)
})

test('without a stage what is missing can be answered at once, from the first question that has no answer yet', async () => {
  const submission = resultOf(withoutStage, new Date().toISOString(), { seq: 5 })
  await putRows(page, { submissions: [storedRow(submission)] })
  const bare = result.replace(/[^/]+$/, submission.submissionId)
  const answer = page.getByRole('button', { name: 'Responder lo que falta' })
  await page.goto(bare)
  await page.getByText(/con \d+ de \d\d indicadores\.$/).waitFor()
  await answer.click()
  await page.waitForURL(/\/draft\/[^/]+\/page\/C_1\?from=review#gov_formal_model$/)
  await page.locator('[id="gov_formal_model"]').getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.waitForURL(/\/review#gov_formal_model$/)
  // The correction that is open is gone on with, at what still lacks.
  await page.goto(bare)
  await answer.click()
  await page.waitForURL(/\/page\/.*#(?!gov_formal_model)/)
  await page.goto(result)
})

test('the simulator is used with the keyboard, says what would change, and keeps nothing', async () => {
  await page.goto(result)
  const before = await readRows(page, 'submissions', 'outbox')
  await page.getByRole('link', { name: 'Simular mejoras' }).click()
  await page.getByText('Simulación: no cambia sus respuestas').waitFor()
  await page.getByText('Active una mejora para ver cómo cambiaría su perfil.').waitFor()
  const score = page.getByRole('status').getByText(/^Puntaje: .* Hoy: 67,8\.$/)
  await tabTo(page, isButton('Subir: Control financiero de la iniciativa'))
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Control financiero de la iniciativa' }).getByText('Nivel 3 de 4').waitFor()
  expect(await score.textContent()).toBe('Puntaje: 68,3 de 100. Hoy: 67,8.')
  // 32,5 reaches the minimum of 30: this one alone is enough, and so is any other of its dimension.
  await page.getByText('Con estas mejoras llegaría a la etapa Consolidación.').waitFor()
  await tabTo(page, isButton('Bajar: Control financiero de la iniciativa'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Active una mejora para ver cómo cambiaría su perfil.').waitFor()
  // Already where it really is: nothing happens, and the focus stays.
  await page.keyboard.press('Enter')
  expect(await score.textContent()).toBe('Puntaje: 67,8 de 100. Hoy: 67,8.')

  await page
    .getByText('Resultados7 mejoras posibles')
    .or(page.getByText('Resultados', { exact: true }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Subir: Identidad regional' }).click()
  await page
    .getByText(/Esta mejora sola no cambia la etapa\. Combínela con otra de Sostenibilidad financiera\./)
    .waitFor()
  await page.getByRole('button', { name: 'Quitar todas las mejoras' }).click()
  await page.getByRole('button', { name: 'Aplicar todo el camino' }).click()
  await page.getByText('Con estas mejoras llegaría a la etapa Consolidación.').waitFor()
  const moved = page.getByRole('img', { name: 'Sostenibilidad financiera: 36,3 de 100 en la simulación; hoy, 28,8' })
  await moved.waitFor()

  const measured = page.getByRole('checkbox', { name: 'Tres resultados medidos con datos' })
  await measured.focus()
  await page.keyboard.press('Space')
  expect(await measured.isChecked()).toBe(true)
  await page.keyboard.press('Space')
  expect(await measured.isChecked()).toBe(false)
  expect(await unsoundInThemes(page)).toEqual([])
  expect(await readRows(page, 'submissions', 'outbox')).toEqual(before)
  await page.reload()
  await page.getByText('Active una mejora para ver cómo cambiaría su perfil.').waitFor()
})

test('a table is a stop of the keyboard only where it is wider than the screen', async () => {
  await page.goto(`${result}/simulate`)
  await page.getByText('Ver tabla').click()
  const frame = page.getByRole('table', { name: 'Su perfil con la simulación' }).locator('..')
  await expect.poll(() => frame.getAttribute('tabindex')).toBe(null)
  await page.setViewportSize({ width: 200, height: 740 })
  await expect.poll(() => frame.getAttribute('tabindex')).toBe('0')
  await page.setViewportSize({ width: 800, height: 1280 })
  await expect.poll(() => frame.getAttribute('tabindex')).toBe(null)
})

test('on a phone stage and score stay in sight below, and leave the room to the list', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${result}/simulate`)
  const bar = page.getByText('Etapa: Intermedio').locator('..')
  await page.getByRole('button', { name: 'Subir: Control financiero de la iniciativa' }).click()
  await page.getByText('Etapa: de Intermedio a Consolidación').waitFor()
  const place = await page.getByText('Etapa: de Intermedio a Consolidación').locator('..').boundingBox()
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBe(740)
  expect(place?.height).toBeLessThan(100)
  await page.getByRole('button', { name: 'Quitar todas las mejoras' }).click()
  await bar.waitFor()
  await page.setViewportSize({ width: 800, height: 1280 })
})

test('a simulation is printed where the team asks for it, and is sent to nobody', async () => {
  await page.goto(`${result}/simulate`)
  const before = await readRows(page, 'submissions', 'outbox')
  const include = page.getByRole('checkbox', { name: 'Incluir esta simulación en el informe' })
  await page.getByRole('button', { name: 'Subir: Control financiero de la iniciativa' }).click()
  await include.check()
  await page.getByRole('button', { name: 'Aplicar todo el camino' }).click()
  const kept = async () => JSON.stringify(await readRows(page, 'plans'))
  await expect.poll(kept).toContain('sus_diversity')
  await page.reload()
  await page.getByText('Con estas mejoras llegaría a la etapa Consolidación.').waitFor()
  expect(await include.isChecked()).toBe(true)
  await page.getByRole('link', { name: 'Volver al resultado' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar PDF' }).click()
  const [, plan] = pagesOf(readFileSync(await (await downloading).path()))
  expect(plan).toContain('Simulación: no cambia las respuestas ni el resultado')
  expect(plan).toContain('Se supone (2): Control financiero de la iniciativa; Diversidad de fuentes de financiación.')
  expect(await readRows(page, 'submissions', 'outbox')).toEqual(before)
  await page.goto(`${result}/simulate`)
  await include.uncheck()
  await expect.poll(kept).not.toContain('sus_diversity')
})

test('the result never lowers an aim of the plan; the simulator does where it is asked to', async () => {
  await page.goto(`${result}/simulate`)
  const name = 'Diversidad de fuentes de financiación'
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const raise = card.getByRole('button', { name: `Subir: ${name}` })
  const level = async () => /Nivel \d de 4/.exec((await card.textContent()) ?? '')?.[0]
  await raise.click()
  const lower = await level()
  await raise.click()
  await card.getByRole('button', { name: `Agregar al plan: ${name}` }).click()
  await card.getByRole('button', { name: `Está en su plan: ${name}` }).waitFor()
  await page.goto(result)
  const next = page.getByRole('region', { name: 'Qué sigue' })
  await next.getByRole('button', { name: `Está en su plan: ${name}` }).click()
  const aim = async () => JSON.stringify(await readRows(page, 'plans'))
  const ambitious = await aim()
  await page.goto(`${result}/simulate`)
  await raise.click()
  expect(await level()).toBe(lower)
  await card.getByText('✓ Está en su plan', { exact: true }).waitFor()
  expect(await aim()).toBe(ambitious)
  await card.getByRole('button', { name: `Cambiar la meta del plan a este nivel: ${name}` }).click()
  await expect.poll(aim).not.toBe(ambitious)
  await page.goto(`${result}/plan`)
  await page.getByRole('button', { name: `Quitar del plan: ${name}` }).click()
  await page.getByText('Su plan todavía no tiene acciones.').waitFor()
})

test('a plan takes steps from the result and from the simulator, and is there after a reload', async () => {
  await page.goto(result)
  await page.getByRole('button', { name: 'Agregar al plan: Diversidad de fuentes de financiación' }).click()
  await page.getByRole('button', { name: /^Está en su plan/ }).waitFor()
  await page.goto(`${result}/simulate`)
  for (const indicator of ['Recursos de cuotas y servicios', 'Control financiero de la iniciativa']) {
    await page.getByRole('button', { name: `Subir: ${indicator}` }).click()
    await page.getByRole('button', { name: `Agregar al plan: ${indicator}` }).click()
  }
  await page.getByRole('link', { name: 'Ver mi plan (3 acciones)' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Mi plan' }).waitFor()
  const first = page.getByRole('listitem').filter({ hasText: 'Diversidad de fuentes' })
  await first.getByRole('textbox', { name: 'Responsable' }).fill('Ana María Peña')
  await first.getByRole('textbox', { name: 'Día' }).fill('31')
  await first.getByRole('textbox', { name: 'Mes' }).fill('2')
  await first.getByRole('textbox', { name: 'Año' }).fill('2027')
  await page.getByRole('button', { name: 'Guardar plan' }).click()
  await first.getByText('Escriba una fecha que exista, con día, mes y año.').waitFor()
  await first.getByRole('textbox', { name: 'Mes' }).fill('3')
  await page.getByRole('button', { name: 'Guardar plan' }).click()
  await page.getByText(/Plan guardado en esta tableta · /).waitFor()
  await page.getByRole('button', { name: 'Quitar del plan: Control financiero de la iniciativa' }).click()
  await page.getByText('2 de 5 acciones').waitFor()
  await page.reload()
  await page.getByText('2 de 5 acciones').waitFor()
  expect(await first.getByRole('textbox', { name: 'Responsable' }).inputValue()).toBe('Ana María Peña')
  expect(await first.getByRole('textbox', { name: 'Mes' }).inputValue()).toBe('03')
  expect(await unsoundInThemes(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await first.getByText('Fecha: 31 de marzo de 2027').waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
})
