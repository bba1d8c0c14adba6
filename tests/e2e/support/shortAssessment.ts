import type { Page } from 'playwright-core'
import { answerSection } from './robot.ts'

const plan = {
  ...{ ci_status: 'closed', ci_name: 'Clúster del café de Caldas', founded_year: 2015, dept_main: '17' },
  ...{ depts_covered: ['17'], macro_sector: 'services', ciiu_section_main: 'I', consent_network: 'yes' },
  ...{ ref_year: new Date().getFullYear() - 1, lead_entity_type: 'association' },
}

/** A cluster that is no longer active is asked only who it is: the shortest way to a submission. */
export async function finishShort(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/start?edition=cluster-maturity.1`)
  await page.getByRole('button', { name: 'No encuentro mi clúster' }).click()
  await page.getByRole('textbox').fill('Clúster del café de Caldas')
  await page.getByRole('button', { name: 'Elegir este clúster' }).click()
  await page.getByRole('button', { name: 'Empezar', exact: true }).click()
  await page.waitForURL(/\/page\//)
  await answerSection(page, plan)
  const draft = page.url().replace(/(\/draft\/[^/]+).*/, '$1')
  await page.goto(`${draft}/page/A_1`)
  await answerSection(page, plan)
  await page.goto(`${draft}/review`)
  await page.getByRole('button', { name: /^Finalizar/ }).waitFor()
  for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
  await page.getByRole('button', { name: /^Finalizar/ }).click()
  await page.waitForURL(/\/result\//)
}
