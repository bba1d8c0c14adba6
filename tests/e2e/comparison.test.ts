import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { handoverText } from '#domain/handover.ts'
import { deviceId, lineOf } from '../support/builders.ts'
import { pagesOf } from '../support/poppler.ts'
import { readRows } from './support/deviceRows.ts'
import { exampleB, openExampleB, resultOf, thisYear } from './support/exampleResult.ts'
import { startServerAndBrowser } from './support/served.ts'
import { unsoundInThemes } from './support/sound.ts'

// What a result is compared with: earlier rounds and other clusters, both out of files.

const { server, browser } = await startServerAndBrowser()
const { page, result } = await openExampleB({ server, browser })

const yearsAgo = (years: number, answers: Answers) => resultOf(answers, `${thisYear - years}-06-15T15:00:00.000Z`)

function handover(...contents: unknown[]): Buffer {
  return gzipSync(handoverText(contents.map(lineOf), { deviceId, createdAt: '2026-11-23T15:00:00.000Z' }))
}

async function openFile(on: Page, label: string, name: string, buffer: Buffer): Promise<void> {
  await on.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

async function openSettings(on: Page): Promise<void> {
  await on.goto(`${server.url}/settings`)
  await on.getByRole('heading', { name: 'Resultados anteriores y comparación' }).waitFor()
}

test('results of earlier rounds come in a file, are compared, and are never sent', async () => {
  await openSettings(page)
  const before = await readRows(page, 'submissions', 'outbox')
  const older = yearsAgo(2, { ...exampleB, strategy_document: 'in_progress', fund_host: 80, fund_national: 12 })
  const { gov_formal_model: _, manager_status: __, ...few } = exampleB
  const oldest = yearsAgo(3, few)
  const label = 'Abrir archivo de resultados'
  await openFile(page, label, 'notas.cumulo', Buffer.from('unas notas'))
  await page.getByText('Este archivo no trae resultados de Cúmulo.').waitFor()
  await openFile(page, label, 'cortado.cumulo', handover(older).subarray(0, -30))
  await page.getByText('El archivo está incompleto o dañado.').waitFor()
  await openFile(page, label, 'grande.cumulo', gzipSync(Buffer.alloc(16 * 1024 * 1024)))
  await page.getByText('El archivo es más grande de lo que esta tableta puede abrir.').waitFor()
  await openFile(page, label, 'otro.cumulo', handover({ format: 1 }))
  await page.getByText('La línea 2 del archivo no es un resultado. No se agregó nada.').waitFor()
  await page.getByText('Todavía no hay resultados que vengan de archivos.').waitFor()
  await openFile(page, label, 'rondas.cumulo', handover(older, oldest))
  await page.getByText('Se agregaron 2 resultados.').waitFor()
  await openFile(page, label, 'rondas.cumulo', handover(older, oldest))
  await page.getByText('2 ya estaban aquí.').waitFor()
  expect(await readRows(page, 'submissions', 'outbox')).toEqual(before)

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
  expect(await unsoundInThemes(page)).toEqual([])
})

test('other clusters are shown in groups from a file, with its date and without any name', async () => {
  await page.goto(result)
  await page.getByText(/pida el archivo de comparación al equipo del censo/).waitFor()
  const quartiles = (p25: number, p50: number, p75: number) => ({ p25, p50, p75 })
  const group = { id: 'all', es: 'Todos', en: 'All', n: 96, dimensions: { gov: quartiles(35, 50, 64.5) }, stages: {} }
  const region = { ...group, id: 'r1', es: 'Mi región', en: 'My region', n: 1021 }
  const file = { format: 1, kind: 'benchmark', roundId: '2026', asOf: '2026-10-12', groups: [group, region] }
  const open = (content: unknown) =>
    openFile(page, 'Abrir archivo de comparación', 'comparacion.json', Buffer.from(JSON.stringify(content)))
  await openSettings(page)
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
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar PDF' }).click()
  const [, plan] = pagesOf(readFileSync(await (await downloading).path()))
  expect(plan).toContain('Grupo: Mi región. n = 1.021 iniciativas.')
  expect(await unsoundInThemes(page)).toEqual([])
})

test('what one tablet saves in a file, another one reads', async () => {
  await openSettings(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar mis resultados' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^cumulo-\d{4}-\d\d-\d\d\.cumulo$/)
  const buffer = readFileSync(await download.path())
  const other = await browser.newPage()
  await openSettings(other)
  await openFile(other, 'Abrir archivo de resultados', 'cumulo.cumulo', buffer)
  await other.getByText('Se agregó 1 resultado.').waitFor()
  await other.getByRole('button', { name: 'Quitar los resultados que vienen de archivos' }).click()
  await other.getByText('Todavía no hay resultados que vengan de archivos.').waitFor()
  await other.close()
})
