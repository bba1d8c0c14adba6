import { rmSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Edition } from '#domain/edition.ts'
import { makeInvite } from '../../src/server/enrolment.ts'
import { temporaryFolder } from '../support/server.ts'
import { nameCluster } from './support/draftSteps.ts'
import { buildWith, type ServedEdition, serveWith } from './support/extraEdition.ts'
import { proceed } from './support/robot.ts'
import { enrol, startBrowser, waitForWorker } from './support/served.ts'
import { command, freePort } from './support/serverProcess.ts'
import { unsoundAt } from './support/sound.ts'

/** Nothing but a SurveyJS form, in one language, with a question and a condition that only SurveyJS knows. */
const visit: Edition = {
  id: 'field-visit',
  edition: 1,
  title: 'Visita de campo',
  form: {
    pages: [
      {
        name: 'place',
        title: 'El lugar',
        elements: [
          {
            type: 'radiogroup',
            name: 'site',
            title: '¿Dónde fue la visita?',
            isRequired: true,
            choices: [
              { value: 'plant', text: 'Planta' },
              { value: 'office', text: 'Oficina' },
            ],
          },
          { type: 'text', name: 'firms_seen', title: '¿Cuántas empresas vio?', inputType: 'number', isRequired: true },
          {
            type: 'text',
            name: 'desk',
            title: 'Nombre de la oficina',
            visibleIf: "{site} = 'office'",
            isRequired: true,
          },
          {
            type: 'multipletext',
            name: 'seen',
            title: '¿Qué hay allí?',
            items: [
              { name: 'machines', title: 'Máquinas', inputType: 'number' },
              { name: 'desks', title: 'Escritorios', inputType: 'number' },
            ],
            validators: [
              { type: 'expression', expression: '{seen.machines} + {seen.desks} = 10', text: 'Deben sumar 10.' },
            ],
          },
        ],
      },
      {
        name: 'people',
        title: 'Las personas',
        elements: [
          {
            type: 'multipletext',
            name: 'share',
            title: '¿Cómo se reparten, en porcentaje?',
            colCount: 2,
            items: [
              { name: 'women', title: 'Mujeres', inputType: 'number' },
              { name: 'men', title: 'Hombres', inputType: 'number' },
            ],
          },
          {
            type: 'text',
            name: 'why_women',
            title: '¿Por qué hay más mujeres?',
            visibleIf: 'max({share.women}, 0) > 50',
            isRequired: true,
          },
        ],
      },
      {
        name: 'end',
        title: 'Para terminar',
        elements: [{ type: 'comment', name: 'remarks', title: 'Observaciones' }],
      },
    ],
  },
}

const extra = await buildWith(visit)
const dataDir = temporaryFolder()
let server: ServedEdition | undefined

afterAll(async () => {
  delete process.env.CUMULO_SURVEYS_DIR
  await server?.close()
  extra.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

const browser = await startBrowser()

function question(page: Page, name: string) {
  return page.locator(`section[id="${name}"]`)
}

async function answerPages(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Empezar con El lugar' }).click()
  await page.getByRole('radio', { name: 'Planta' }).check()
  await question(page, 'firms_seen').getByRole('textbox').fill('1.250')
  expect(await question(page, 'desk').count()).toBe(0)
  await page.getByLabel('Máquinas', { exact: true }).fill('4')
  await page.getByLabel('Escritorios', { exact: true }).fill('5')
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.getByRole('link', { name: 'Deben sumar 10.' }).waitFor()
  await page.getByLabel('Escritorios', { exact: true }).fill('6')
  await page.getByRole('link', { name: 'Deben sumar 10.' }).waitFor({ state: 'detached' })
  await proceed(page)

  const why = question(page, 'why_women')
  const [women, men] = [page.getByLabel('Mujeres', { exact: true }), page.getByLabel('Hombres', { exact: true })]
  await women.waitFor()
  expect(await why.count()).toBe(0)
  await women.fill('60')
  await men.fill('40')
  await why.waitFor()
  await women.fill('40')
  await men.fill('unos 60')
  await why.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  const notRead = page.getByRole('link', { name: /Escriba un número, por ejemplo 1\.250\.$/ })
  await notRead.click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe('share.men')
  expect([await women.inputValue(), await men.inputValue()]).toEqual(['40', 'unos 60'])
  await men.fill('60')
  await notRead.waitFor({ state: 'detached' })
  await proceed(page)

  await question(page, 'remarks').getByRole('textbox').fill('Todo bien; nada más')
  await proceed(page)
}

test('an edition without scoring is listed, captured offline, finished, received and exported', async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  server = await serveWith(extra, dataDir, port)
  const invite = await makeInvite(server.store, { chamber: null, cluster: null }, new Date())
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await enrol(page, url, invite)
  await waitForWorker(page)
  await server.close()
  server = undefined

  await page.goto(url)
  await page.getByRole('link', { name: 'Empezar: Visita de campo' }).click()
  await nameCluster(page)
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await answerPages(page)

  await page.getByRole('heading', { level: 1, name: 'Revise sus respuestas antes de finalizar' }).waitFor()
  await page.getByText('Al finalizar quedará en “Listas para enviar”.').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('no pueden enviarse así')
  await page.getByRole('button', { name: 'Finalizar', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Sus respuestas', exact: true }).waitFor()
  expect(await unsoundAt(page, [360, 740])).toEqual([])
  await page.getByText('Saldrá cuando haya internet.').waitFor()
  expect(await page.getByText(/[Ee]tapa|Puntaje/).count()).toBe(0)
  const folio = /CC-\d\d-[\w*~$=]{8}/.exec((await page.locator('main').textContent()) ?? '')?.[0]
  expect(folio).toBeDefined()

  server = await serveWith(extra, dataDir, port)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByRole('region', { name: 'Estado del envío' }).getByText('Recibida por el censo').waitFor()

  process.env.CUMULO_SURVEYS_DIR = extra.surveysDir
  const csv = await command('export', ['--format', 'csv', '--edition', 'field-visit.1'], dataDir)
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[]
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    folio,
    cluster_name: 'Clúster del café de Caldas',
    questionnaire: 'field-visit',
    edition: '1',
    // The cluster was named on the device: received, and looked at before it counts.
    verdict: 'quarantined',
    site: 'plant',
    firms_seen: '1250',
    desk: '-8',
    why_women: '-9',
    remarks: 'Todo bien; nada más',
  })
  expect(JSON.parse(rows[0]?.seen ?? '')).toEqual({ machines: 4, desks: 6 })
  expect(JSON.parse(rows[0]?.share ?? '')).toEqual({ women: 40, men: 60 })
  expect(Object.keys(rows[0] ?? {})).not.toContain('stage')
  await page.close()
})
