import { expect, test } from 'vitest'
import { completeAnswers } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'
import { startServerWithRegister } from '../support/server.ts'
import { putRows } from './support/deviceRows.ts'
import { form } from './support/robot.ts'
import { startServerAndBrowser } from './support/served.ts'
import { unsoundAt } from './support/sound.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

test('the review names the table of a sum once, keeps both answers of an unlikely pair, and leads to where one is confirmed', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const year = new Date().getFullYear()
  const answers = {
    ...completeAnswers,
    ...{ ref_year: year - 1, fee_system: 'none', budget_cop: 1_000_000, fund_host: 40, fund_fees: 5 },
    ...{ consent_personal: 'no', respondent_name: 'Ana Ruiz' },
  }
  const visitedPages = form.pages.map(({ name }) => name)
  await putRows(page, { drafts: [blankDraft({ answers, visitedPages, roundId: 'trial', mode: 'self' })] })
  await page.goto(`${server.url}/draft/draft-1/review?show=warned`)
  const row = (variable: string) => page.locator(`main [id="${variable}"]`)
  await row('fund_host')
    .getByText(/^✕ Por corregir: Fuentes del presupuesto. Los porcentajes suman \d+/)
    .waitFor()
  await row('fee_system').waitFor()
  expect(await row('fund_national').count()).toBe(0)
  await page
    .getByRole('heading', { name: /^✕ Hay \d+ respuestas? que no puede.* así y 1 aviso por confirmar$/ })
    .waitFor()
  await row('fund_fees').getByRole('link', { name: 'Confirmar' }).click()
  const isSeen = () =>
    page.getByRole('checkbox', { name: 'Es correcto' }).evaluate((box) => box.getBoundingClientRect().top)
  await expect.poll(isSeen).toBeGreaterThan(0)
  expect(new URL(page.url()).hash).toBe('#confirm-check%3Ag_fees_without_system')
  expect(await unsoundAt(page, [1280, 800], [800, 1280], [320, 640])).toEqual([])
  await page.getByRole('checkbox', { name: 'Es correcto' }).check()
  await page.getByRole('heading', { name: '! Avisos confirmados' }).waitFor()
  await page.getByRole('checkbox', { name: 'Es correcto' }).uncheck()
  await page.getByRole('heading', { name: '! Hay 1 aviso por confirmar' }).waitFor()
  // What was not authorised is not declared either.
  expect(await page.getByRole('region', { name: 'Declaración' }).textContent()).not.toContain('Ana Ruiz')
  await page.goto(`${server.url}/draft/draft-1/section/G`)
  await row('fund_fees').getByRole('link', { name: 'Revisar', exact: true }).click()
  await page.waitForURL(/\/review\?show=warned$/)
  await page.close()
})
