import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import type { Download, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { folioOf } from '#domain/identifiers.ts'
import { readResultCode, verifies } from '#domain/resultCode.ts'
import type { Submission } from '#domain/submission.ts'
import { submissionOf, workedExamples } from '../app/report/reports.ts'
import { censusEdition, newId } from '../support/builders.ts'
import { infoOf, pagesOf, pictureOf, wordsOf } from '../support/poppler.ts'
import { putRows, storedRow } from './support/deviceRows.ts'
import { nameCluster, startPath } from './support/draftSteps.ts'
import { startServerAndBrowser, waitForWorker } from './support/served.ts'

const edition = censusEdition()
const { server, browser } = await startServerAndBrowser()
const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: 'es-419' })
const page = await context.newPage()
const violations: string[] = []

beforeAll(async () => {
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto(server.url)
  await waitForWorker(page)
})

/** As if it had been answered on this device. */
async function keep(on: Page, submission: Submission): Promise<void> {
  await on.getByRole('heading', { level: 1 }).waitFor()
  await putRows(on, { submissions: [storedRow(submission)] })
}

async function download(on: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const downloading: Promise<Download> = on.waitForEvent('download')
  await on.getByRole('button', { name: button, exact: true }).click()
  const file = await downloading
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test.each([0, 1, 2])('worked example %i becomes, offline, three pages that can be verified', async (at) => {
  const example = workedExamples[at]!
  const submission = submissionOf(example.input, { submissionId: newId() })
  await context.setOffline(false)
  await page.goto(server.url)
  await keep(page, submission)
  await context.setOffline(true)
  await page.goto(`${server.url}/result/${submission.submissionId}`)
  await page.getByRole('radio', { name: at === 1 ? 'A4' : 'Carta' }).check()
  const { name, bytes } = await download(page, 'Descargar PDF')
  expect(name).toMatch(/^ECC-2026_resultado_CL-05-012_2026-11-2[34]\.pdf$/)
  const pages = pagesOf(bytes)
  expect(pages).toHaveLength(3)
  const folio = folioOf(submission.submissionId, submission.completedAt)
  for (const text of pages) expect(text).toContain(`Folio ${folio}`)
  const stage = edition.texts?.stages[example.expected.stage ?? '']?.label.es ?? ''
  expect(pages[0]).toContain(`Su clúster está en etapa ${stage}.`)
  const { width, height, rgba } = pictureOf(bytes, 3)
  const code = readResultCode(jsQR(rgba, width, height)?.data ?? '')
  expect(code).toMatchObject({ folio, stage: example.expected.stage })
  expect(code && verifies(code, submission, canonicalJson(submission), edition.scoring!)).toBe(true)

  const annex = await download(page, 'Descargar anexo')
  expect(annex.name).toMatch(/^ECC-2026_respuestas_CL-05-012_/)
  expect(pagesOf(annex.bytes).join(' ')).toContain('Sin respuesta')
  expect(violations).toEqual([])
})

test('the report names a round as the screens do, and never by an id that says nothing', async () => {
  await context.setOffline(false)
  await page.goto(server.url)
  const submission = submissionOf(workedExamples[0]!.input, { submissionId: newId(), roundId: 'trial' })
  await keep(page, submission)
  const roundOf = async (rounds: readonly object[]) => {
    await putRows(page, {
      device: [
        {
          key: 'census',
          value: {
            heardAt: '2026-11-23T15:00:00.000Z',
            clockOffsetMs: 0,
            trial: true,
            controller: null,
            rounds,
            registerVersion: 0,
          },
        },
      ],
    })
    await page.goto(`${server.url}/result/${submission.submissionId}`)
    const { bytes } = await download(page, 'Descargar PDF')
    return pagesOf(bytes)[0]
  }
  expect(await roundOf([{ roundId: 'trial', title: 'Modo de prueba' }])).toContain('Modo de prueba')
  expect(await roundOf([])).toContain('Sin ronda')
})

test('the page itself prints well: nothing folded, no button, light', async () => {
  await context.setOffline(false)
  await page.goto(`${server.url}/settings`)
  await page.getByRole('radio', { name: 'Oscuro' }).check()
  const submission = submissionOf(workedExamples[0]!.input, { submissionId: newId() })
  await keep(page, submission)
  await page.goto(`${server.url}/result/${submission.submissionId}`)
  await page.getByRole('button', { name: 'Imprimir' }).waitFor()
  const printed = await page.pdf({ format: 'Letter', preferCSSPageSize: true })
  const text = pagesOf(printed).join(' ')
  expect(text).toContain('Exploración')
  const indicator = edition.steps?.sus_control?.name.es ?? ''
  expect(text).toContain(indicator)
  for (const button of ['Descargar PDF', 'Imprimir', 'Ver tabla', 'Ver qué sigue', 'Ayuda']) {
    expect([button, text.includes(button)]).toEqual([button, false])
  }
  const { rgba } = pictureOf(printed, 1, 20)
  expect([...rgba.slice(0, 3)]).toEqual([255, 255, 255])
  await page.goto(`${server.url}/settings`)
  await page.getByRole('radio', { name: 'Claro' }).check()
})

test.each([
  ['A4', 595.92, 842.88],
  ['Letter', 612, 792],
] as const)('the page itself fits on eight pages of %s, and loses no word', async (format, width, height) => {
  await context.setOffline(false)
  await page.goto(server.url)
  for (const { input } of workedExamples) {
    const submission = submissionOf(input, { submissionId: newId() })
    await keep(page, submission)
    await page.goto(`${server.url}/result/${submission.submissionId}`)
    await page.getByRole('button', { name: 'Imprimir' }).waitFor()
    const printed = await page.pdf({ format, preferCSSPageSize: true })
    const pages = pagesOf(printed)
    expect(pages.length).toBeLessThanOrEqual(8)
    expect(pages.filter((text) => text.trim() === '')).toEqual([])
    // The box of a letter reaches a little above its line.
    const margin = (14 / 25.4) * 72 - 2
    const outside = wordsOf(printed).filter(
      ({ left, top, right, bottom }) =>
        left < margin || top < margin || right > width - margin || bottom > height - margin,
    )
    expect(outside).toEqual([])
    const text = pages.join(' ')
    const words = await wordsToPrint(page)
    expect(words.length).toBeGreaterThan(300)
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  }
})

/** The words of headings, indicators and answers as the screen shows them where it is printed, with everything unfolded. */
async function wordsToPrint(on: Page): Promise<string[]> {
  await on.emulateMedia({ media: 'print' })
  await on.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const texts = await on.locator('main').locator('h2, h3, th, dt, dd').filter({ visible: true }).allTextContents()
  await on.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await on.emulateMedia({ media: null })
  return texts.flatMap((text) => text.split(/\s+/))
}

test('the share button stands only where files can be shared, and hands over the report', async () => {
  const submission = submissionOf(workedExamples[0]!.input, { submissionId: newId() })
  await keep(page, submission)
  await page.goto(`${server.url}/result/${submission.submissionId}`)
  await page.getByRole('button', { name: 'Imprimir' }).waitFor()
  expect(await page.getByRole('button', { name: 'Compartir' }).count()).toBe(0)
  await page.evaluate(() => {
    navigator.canShare = (data) => data?.files?.length === 1
    navigator.share = async (data) => {
      document.title = `shared ${data?.files?.[0]?.name}`
    }
  })
  await page.getByRole('radio', { name: 'A4' }).check()
  await page.getByRole('button', { name: 'Compartir' }).click()
  await expect.poll(() => page.title()).toMatch(/^shared ECC-2026_resultado_CL-05-012_.*\.pdf$/)
})

test('where the browser refuses to share because the file took long, a second tap shares it', async () => {
  const submission = submissionOf(workedExamples[0]!.input, { submissionId: newId() })
  await keep(page, submission)
  await page.goto(`${server.url}/result/${submission.submissionId}`)
  await page.getByRole('button', { name: 'Imprimir' }).waitFor()
  await page.evaluate(() => {
    const outcomes = ['NotAllowedError', 'AbortError', 'NotAllowedError', 'NotAllowedError', 'NotAllowedError']
    navigator.canShare = () => true
    navigator.share = async (data) => {
      const outcome = outcomes.shift()
      if (outcome !== undefined) throw new DOMException('', outcome)
      document.title = `shared ${data?.files?.[0]?.name}`
    }
  })
  const share = page.getByRole('button', { name: 'Compartir' })
  const ready = page.getByText('El PDF está listo. Toque Compartir otra vez.')
  const failures = page.getByText(/No se pudo/)
  await page.getByRole('radio', { name: 'A4' }).check()
  await share.click()
  await ready.waitFor()
  // The sheet is closed again: nothing failed, and nothing is said.
  await share.click()
  await ready.waitFor({ state: 'detached' })
  expect(await failures.count()).toBe(0)
  await share.click()
  await ready.waitFor()
  await share.click()
  await page.getByText('No se pudo compartir. Use Descargar PDF y comparta el archivo.').waitFor()
  await share.click()
  await ready.waitFor()
  // A file for other paper is another file.
  await page.getByRole('radio', { name: 'Carta' }).check()
  await ready.waitFor({ state: 'detached' })
  await share.click()
  await expect.poll(() => page.title()).toMatch(/^shared ECC-2026_resultado_/)
  expect(await failures.count()).toBe(0)
})

test('where the code for files cannot be had, the screen says what to do, and gives the copy', async () => {
  const bare = await browser.newContext({ serviceWorkers: 'block' })
  const tab = await bare.newPage()
  await tab.goto(server.url)
  const submission = submissionOf(workedExamples[0]!.input, { submissionId: newId() })
  await keep(tab, submission)
  await tab.goto(`${server.url}/result/${submission.submissionId}`)
  await tab.getByRole('button', { name: 'Descargar PDF' }).waitFor()
  await bare.setOffline(true)
  await tab.getByRole('button', { name: 'Descargar PDF' }).click()
  await tab.getByText('No se pudo armar el PDF. Pruebe Imprimir o descargue la copia.').waitFor()
  const copy = await download(tab, 'Descargar copia')
  expect(new TextDecoder().decode(copy.bytes)).toBe(canonicalJson(submission))
  await bare.close()
})

test('the blank questionnaire can be taken along, on either paper, with or without a draft', async () => {
  await page.goto(`${server.url}/help`)
  await page.getByRole('radio', { name: 'A4' }).check()
  const fromHelp = await download(page, 'Descargar cuestionario en blanco')
  expect(fromHelp.name).toBe('ECC_cuestionario_cluster-maturity-1.pdf')
  expect(infoOf(fromHelp.bytes)).toMatch(/Page size: +595/)
  expect(pagesOf(fromHelp.bytes).join(' ')).toContain('¿Hay un modelo formal de gobernanza?')
  await page.goto(`${server.url}${startPath}`)
  await nameCluster(page)
  const beforeStart = await download(page, 'Descargar cuestionario en blanco')
  expect(infoOf(beforeStart.bytes)).toMatch(/Page size: +612/)
})
