import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { handoverText } from '#domain/handover.ts'
import { completeAnswers, deviceId, lineOf, validSubmission } from '../support/builders.ts'
import { launchOptions } from '../support/chromium.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { isButton, tabTo } from './support/keyboard.ts'
import { answerSection, edition } from './support/robot.ts'

type AxeRun = { violations: { id: string; nodes: { html: string }[] }[] }
declare const axe: { run: () => Promise<AxeRun> }
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const { cases } = JSON.parse(readFileSync('tests/domain/scoring.vectors.json', 'utf8')) as {
  cases: { name: string; input: { answers: Answers } }[]
}
// Stage 2, stopped by the minimum of one dimension only: one step leads to stage 3.
const caseB = cases.find(({ name }) => name.startsWith('B:'))?.input.answers ?? {}
const thisYear = new Date().getFullYear()
const clusterName = 'Clúster del café de Caldas'
const plan = {
  ...caseB,
  ...{ ref_year: thisYear - 1, n_firms_linked: 130, dept_main: '17', depts_covered: ['17'] },
  ...{ lead_entity_type: 'association', macro_sector: 'services', ciiu_section_main: 'I', consent_network: 'yes' },
}

let server: TestServer
let browser: Browser
let context: BrowserContext
let page: Page
let result: string

beforeAll(async () => {
  server = await startServer()
  browser = await chromium.launch(launchOptions())
  context = await browser.newContext({ viewport: { width: 800, height: 1280 }, acceptDownloads: true })
  page = await context.newPage()
  result = await assess()
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function assess(): Promise<string> {
  await page.goto(`${server.url}/start?edition=cluster-maturity.1`)
  await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
  await page.getByRole('textbox').fill(clusterName)
  await page.getByRole('button', { name: 'Elegir este clúster' }).click()
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await page.waitForURL(/\/page\//)
  await answerSection(page, plan)
  for (const section of edition.sections ?? []) {
    await page.getByRole('link', { name: `Continuar con ${section.title.es}` }).click()
    await page.waitForURL(/\/page\//)
    await answerSection(page, plan)
  }
  await page.getByRole('link', { name: 'Revisar y finalizar' }).click()
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).waitFor()
  for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await page.waitForURL(/\/result\//)
  return page.url()
}

async function violations(): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations: found } = await page.evaluate(() => axe.run())
  return found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)
}

/** On a phone in each theme: no violation, nothing wider than the screen. */
async function expectSound(): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 1280 }
  await page.setViewportSize({ width: 360, height: 740 })
  for (const theme of ['sun', 'dark', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    expect(await violations()).toEqual([])
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect([page.url(), theme, isWide]).toEqual([page.url(), theme, false])
  }
  await page.setViewportSize({ width, height })
}

function yearsAgo(years: number, answers: Answers) {
  const completedAt = `${thisYear - years}-06-15T15:00:00.000Z`
  return validSubmission({ answers: { ...completeAnswers, ...answers }, clusterId: null, clusterName, completedAt })
}

function handover(...contents: unknown[]): Buffer {
  return gzipSync(handoverText(contents.map(lineOf), { deviceId, createdAt: '2026-11-23T15:00:00.000Z' }))
}

async function openFile(label: string, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer }
  await page.getByLabel(label).setInputFiles(file)
}

async function openSettings(): Promise<void> {
  await page.goto(`${server.url}/settings`)
  await page.getByRole('heading', { name: 'Resultados anteriores y comparación' }).waitFor()
}

const stored = () =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('cumulo')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const tables = ['submissions', 'outbox']
          const reading = opening.result.transaction(tables)
          const all = tables.map((table) => reading.objectStore(table).getAll())
          reading.oncomplete = () => {
            opening.result.close()
            resolve(JSON.stringify(all.map((request) => request.result)))
          }
        }
      }),
  )

test('the result says the stage, where it comes from, and leads from a reason to the answer', async () => {
  await page.goto(result)
  const stage = page.locator('[aria-current=step]').first()
  expect(await stage.textContent()).toContain('Intermedio')
  expect(await stage.textContent()).toContain('Usted está aquí')
  await page.getByText('Para llegar a Consolidación, Sostenibilidad financiera debe subir 1,3 puntos.').waitFor()
  await page.getByRole('heading', { name: /^Gobernanza es su dimensión más alta; Sostenibilidad financiera/ }).waitFor()
  const track = page.getByRole('img', { name: /^Sostenibilidad financiera: 28,8 de 100/ })
  expect(await track.getAttribute('aria-label')).toContain('Mínimo de la siguiente etapa: 30,0')
  await page.getByText('Ver las preguntas de Gobernanza').click()
  const governance = page.getByRole('table', { name: 'Gobernanza' })
  const manager = governance.getByRole('row', { name: /Dirección y equipo gestor/ })
  expect(await manager.textContent()).toMatch(/5,0 de 5,0/)
  await page.getByRole('link', { name: 'Ver la respuesta: G02 Fuentes del presupuesto' }).first().click()
  const row = page.locator('#answer-fund_host')
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await row.textContent()).toMatch(/92/)
  await expectSound()
})

test('the simulator is used with the keyboard, says what would change, and keeps nothing', async () => {
  await page.goto(result)
  const before = await stored()
  await page.getByRole('link', { name: 'Simular mejoras' }).click()
  await page.getByText('Simulación: no cambia sus respuestas').waitFor()
  await page.getByText('Active una mejora para ver cómo cambiaría su perfil.').waitFor()
  const score = page.getByText(/^Puntaje: .* Hoy: 67,8\.$/)
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
    .getByText(/Esta mejora sola no cambia de etapa\. Combínela con otra de Sostenibilidad financiera\./)
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
  await expectSound()
  expect(await stored()).toBe(before)
  await page.reload()
  await page.getByText('Active una mejora para ver cómo cambiaría su perfil.').waitFor()
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
  await expectSound()
  await page.emulateMedia({ media: 'print' })
  await first.getByText('Fecha: 31 de marzo de 2027').waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
})

test('results of earlier rounds come in a file, are compared, and are never sent', async () => {
  await openSettings()
  const before = await stored()
  const older = yearsAgo(2, { ...caseB, strategy_document: 'in_progress', fund_host: 80, fund_national: 12 })
  const { gov_formal_model: _, manager_status: __, ...few }: Answers = { ...completeAnswers, ...caseB }
  const oldest = { ...yearsAgo(3, {}), answers: few, result: validSubmission({ answers: few }).result }
  const label = 'Abrir archivo de resultados'
  await openFile(label, 'notas.cumulo', Buffer.from('unas notas'))
  await page.getByText('Este archivo no trae resultados de Cúmulo.').waitFor()
  await openFile(label, 'cortado.cumulo', handover(older).subarray(0, -30))
  await page.getByText('El archivo llegó incompleto o cambió en el camino.').waitFor()
  await openFile(label, 'grande.cumulo', gzipSync(Buffer.alloc(16 * 1024 * 1024)))
  await page.getByText('El archivo es más grande de lo que esta tableta puede abrir.').waitFor()
  await openFile(label, 'otro.cumulo', handover({ format: 1 }))
  await page.getByText('La línea 2 del archivo no es un resultado. No se agregó nada.').waitFor()
  await page.getByText('Todavía no hay resultados de otros archivos.').waitFor()
  await openFile(label, 'rondas.cumulo', handover(older, oldest))
  await page.getByText('Se agregaron 2 resultados.').waitFor()
  await openFile(label, 'rondas.cumulo', handover(older, oldest))
  await page.getByText('2 ya estaban aquí.').waitFor()
  expect(await stored()).toBe(before)
  await expectSound()

  await page.goto(result)
  const overTime = page.getByRole('region', { name: 'Cómo ha cambiado' })
  await overTime.getByText(`Subió en 1 dimensión y bajó en 1 desde ${thisYear - 2}`).waitFor()
  const governance = overTime.getByRole('img', { name: /^Gobernanza/ })
  expect(await governance.getAttribute('aria-label')).toBe(
    `Gobernanza. ${thisYear - 3}: sin dato; ${thisYear - 2}: 88,8; Ahora: 88,8`,
  )
  // No line out of a year without a number.
  expect(await governance.locator('line[class*=joined], line[class*=broken]').count()).toBe(1)
  await page.getByRole('img', { name: new RegExp(`En ${thisYear - 2}: 36,3`) }).waitFor()
  await overTime.getByText('Ver tabla').click()
  await overTime.getByRole('columnheader', { name: String(thisYear - 2) }).waitFor()
  await expectSound()
})

test('other clusters are shown in groups from a file, with its date and without any name', async () => {
  await page.goto(result)
  await page.getByText(/pida el archivo de comparación al equipo del censo/).waitFor()
  const quartiles = (p25: number, p50: number, p75: number) => ({ p25, p50, p75 })
  const group = { id: 'all', es: 'Todos', en: 'All', n: 96, dimensions: { gov: quartiles(35, 50, 64.5) }, stages: {} }
  const region = { ...group, id: 'r1', es: 'Mi región', en: 'My region', n: 1021 }
  const file = { format: 1, kind: 'benchmark', roundId: '2026', asOf: '2026-10-12', groups: [group, region] }
  const open = (content: unknown) =>
    openFile('Abrir archivo de comparación', 'comparacion.json', Buffer.from(JSON.stringify(content)))
  await openSettings()
  for (const bad of ['', { ...file, groups: [{ ...group, n: 4 }] }, { ...file, format: 2 }]) {
    await open(bad)
    await page.getByText(/no trae datos de comparación que se puedan leer/).waitFor()
    await page.reload()
    await page.getByText('Todavía no hay datos de comparación en esta tableta.').waitFor()
  }
  await open(file)
  await page.getByText('Hay datos del 12 de octubre de 2026, con 2 grupos.').waitFor()
  await page.goto(result)
  await page.getByText('Comparación con datos del 12 de octubre de 2026, 96 iniciativas.').waitFor()
  await page.getByRole('img', { name: /^Gobernanza: .*La mitad central está entre 35,0 y 64,5/ }).waitFor()
  await page.getByRole('radio', { name: 'Mi región' }).check()
  await page.getByText('Comparación con datos del 12 de octubre de 2026, 1.021 iniciativas.').waitFor()
  await expectSound()
})

test('what one tablet saves in a file, another one reads', async () => {
  await openSettings()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar mis resultados en un archivo' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^cumulo-\d{4}-\d\d-\d\d\.cumulo$/)
  const buffer = readFileSync(await download.path())
  const mine = page
  const other = await browser.newContext()
  page = await other.newPage()
  await openSettings()
  await openFile('Abrir archivo de resultados', 'cumulo.cumulo', buffer)
  await page.getByText('Se agregó 1 resultado.').waitFor()
  await page.getByRole('button', { name: 'Quitar los resultados de archivos' }).click()
  await page.getByText('Todavía no hay resultados de otros archivos.').waitFor()
  page = mine
  await other.close()
})
