import type { Page } from 'playwright-core'
import { beginDraft, nameCluster, startPath } from './draftSteps.ts'
import { answerSection } from './robot.ts'

const plan = {
  ...{ ci_status: 'closed', ci_name: 'Clúster del café de Caldas', founded_year: 2015, dept_main: '17' },
  ...{ depts_covered: ['17'], macro_sector: 'services', ciiu_section_main: 'I', consent_network: 'yes' },
  ...{ ref_year: new Date().getFullYear() - 1, lead_entity_type: 'association' },
}

/** A cluster that is no longer active is asked only who it is: the shortest way to a submission. */
export async function finishShort(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${startPath}`)
  await nameCluster(page)
  const draft = await beginDraft(page)
  await answerSection(page, plan)
  await page.goto(`${draft}/page/A_1`)
  await answerSection(page, plan)
  await page.goto(`${draft}/review`)
  await page.getByRole('button', { name: /^Finalizar/ }).waitFor()
  for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
  await page.getByRole('button', { name: /^Finalizar/ }).click()
  await page.waitForURL(/\/result\//)
}
