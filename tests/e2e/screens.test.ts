import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOptions } from '../support/chromium.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { answerSection, edition } from './support/robot.ts'

type AxeRun = { violations: { id: string; nodes: { html: string }[] }[] }
declare const axe: { run: () => Promise<AxeRun> }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: TestServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await chromium.launch(launchOptions())
  page = await browser.newPage({ viewport: { width: 360, height: 740 } })
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

/** What axe finds on the screen as it stands. Evaluated by the driver, which the page's policy does not bind. */
async function violations(): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations: found } = await page.evaluate(() => axe.run())
  return found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)
}

async function widerThanScreen(): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}

async function expectSound(): Promise<void> {
  expect(await violations()).toEqual([])
  expect([page.url(), await widerThanScreen()]).toEqual([page.url(), false])
}

test('no screen from the first to the result has an accessibility violation, nor is wider than a phone', async () => {
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectSound()
  for (const theme of ['Modo sol', 'Oscuro', 'Claro']) {
    await page.goto(`${server.url}/settings`)
    await page.getByRole('radio', { name: theme }).check()
    await page.getByText('Identificador de la tableta').waitFor()
    await expectSound()
  }
  await page.goto(`${server.url}/enrol#${server.invite}`)
  await page.getByRole('button', { name: 'Vincular' }).waitFor()
  await expectSound()
  await page.goto(`${server.url}/start?edition=cluster-maturity.1`)
  await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
  await page.getByRole('textbox').fill('Clúster del café de Caldas')
  await expectSound()
  await page.getByRole('button', { name: 'Elegir este clúster' }).click()
  await page.getByRole('button', { name: 'Empezar', exact: true }).waitFor()
  await expectSound()
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await page.waitForURL(/\/page\//)
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.getByRole('heading', { name: /por revisar/ }).waitFor()
  await expectSound()
  await answerSection(page, {})
  for (const section of edition.sections ?? []) {
    await page.getByRole('heading', { level: 1, name: 'Secciones' }).waitFor()
    await expectSound()
    await page.getByRole('link', { name: `Continuar con ${section.title.es}` }).click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await expectSound()
    await answerSection(page, plan)
  }
  const draft = /^.*\/draft\/[^/]+/.exec(page.url())?.[0]
  await page.goto(`${draft}/section/B`)
  await page.getByRole('heading', { level: 1, name: /^Resumen/ }).waitFor()
  await expectSound()
  await page.getByRole('button', { name: 'Continuar', exact: true }).click()
  await page.getByRole('link', { name: 'Revisar y finalizar' }).click()
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).waitFor()
  await expectSound()
  for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await page.waitForURL(/\/result\//)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectSound()
})

const plan = {
  ...{ ci_status: 'active', founded_year: 2015, ref_year: new Date().getFullYear() - 1, dept_main: '17' },
  ...{ depts_covered: ['17'], lead_entity_type: 'association', macro_sector: 'services', ciiu_section_main: 'I' },
}
