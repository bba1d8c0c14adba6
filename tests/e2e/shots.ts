import { mkdirSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { launchOptions } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'
import { answerSection, edition } from './support/robot.ts'

// `npm run shots`: every screen at three sizes, into shots/.
const sizes = { portrait: [800, 1280], landscape: [1280, 800], phone: [360, 740] } as const

async function shoot(page: Page, name: string): Promise<void> {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `shots/${name}-${size}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 800, height: 1280 })
}

mkdirSync('shots', { recursive: true })
const server = await startServer()
const browser = await chromium.launch(launchOptions())
const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
await page.goto(`${server.url}/enrol#${server.invite}`)
await page.getByRole('button', { name: 'Vincular' }).click()
await page.getByText('Tableta vinculada').waitFor()
await shoot(page, '01-enrol')
await page.goto(server.url)
await page.getByRole('heading', { level: 1 }).waitFor()
await shoot(page, '02-home-empty')
await page.getByRole('link', { name: 'Nueva autoevaluación' }).first().click()
await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
await page.getByRole('textbox').fill('Clúster del café de Caldas')
await shoot(page, '03-choose')
await page.getByRole('button', { name: 'Elegir este clúster' }).click()
await page.getByRole('button', { name: 'Empezar', exact: true }).waitFor()
await shoot(page, '04-consent')
await page.getByRole('button', { name: 'Empezar', exact: true }).click()
await page.waitForURL(/\/page\//)
await page.getByRole('heading', { level: 2 }).first().waitFor()
await shoot(page, '05-page-consent')
await page.getByRole('button', { name: 'Continuar', exact: true }).click()
await page
  .getByRole('link', { name: /Elija una opción/ })
  .first()
  .waitFor()
await shoot(page, '06-page-errors')
await answerSection(page, { consent_network: 'yes' })
await page.getByRole('heading', { level: 1, name: 'Secciones' }).waitFor()
await shoot(page, '07-hub')
const plan = {
  ...{ ci_status: 'active', founded_year: 2015, ref_year: new Date().getFullYear() - 1 },
  ...{ dept_main: '17', depts_covered: ['17'], lead_entity_type: 'association', n_firms_linked: 100 },
  ...{ body_committee: 'quarterly', gov_formal_model: 'documented', res_sales: 'perceived', funding_horizon: 'y1_2' },
}
for (const section of edition.sections ?? []) {
  await page.getByRole('link', { name: `Continuar con ${section.title.es}` }).click()
  await page.waitForURL(/\/page\//)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await shoot(page, `08-section-${section.id}`)
  await answerSection(page, plan)
}
const draftPath = /\/draft\/[^/]+/.exec(page.url())?.[0]
await page.goto(`${server.url}${draftPath}/section/B`)
await page.getByRole('heading', { level: 1 }).waitFor()
await shoot(page, '08-summary')
await page.getByRole('button', { name: 'Continuar', exact: true }).click()
await page.getByRole('link', { name: 'Revisar y finalizar' }).waitFor()
await shoot(page, '08-hub-complete')
await page.getByRole('link', { name: 'Ir a pregunta' }).click()
await page.getByRole('searchbox').fill('comité')
await shoot(page, '08-find')
await page.goBack()
await page.getByRole('link', { name: 'Revisar y finalizar' }).click()
await page.getByRole('heading', { level: 1 }).waitFor()
await shoot(page, '09-review')
for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
await page.locator('[aria-current]').first().waitFor()
await shoot(page, '10-result')
await page.goto(server.url)
await page.getByRole('heading', { level: 1 }).waitFor()
await shoot(page, '11-home')
await page.goto(`${server.url}/settings`)
await page.getByText('Identificador de la tableta').waitFor()
await shoot(page, '12-settings')
await browser.close()
await server.close()
