import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Draft } from '../../src/app/database.ts'
import { validSubmission } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'
import { putRows, readRows, storedRow } from './support/deviceRows.ts'
import { fullAnswers, seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser()

test('what was answered is ticked, also when the next page has been drawn out of sight', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await seedDevice(page, 'es')
  const ticked = page.getByRole('main').getByRole('radio', { checked: true })
  for (const name of ['A_3', 'A_5', 'C_1', 'D_3', 'G_2']) {
    await page.goto(`${server.url}${seeded.full}/page/${name}`)
    await ticked.first().waitFor()
    const before = await ticked.count()
    await page.locator('main:not([id])').waitFor({ state: 'attached' })
    expect([name, await ticked.count()]).toEqual([name, before])
  }
  await page.goto(`${server.url}${seeded.fresh}/page/A_3`)
  await page.getByRole('checkbox', { name: 'Amazonas' }).check()
  await page.getByRole('checkbox', { name: 'Arauca' }).check()
  await page.getByText('Ha elegido 2: Amazonas, Arauca').waitFor()
  await page.context().close()
})

test('what is heard of the census does not move a page of questions that is open', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/hello', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  const option = page.getByRole('main').getByRole('radio').first()
  await option.waitFor()
  await page.locator('[data-save-state=saved]').waitFor()
  const before = await option.boundingBox()
  answer()
  await page.waitForFunction(() => localStorage.getItem('isTrial') === 'true')
  expect(await option.boundingBox()).toEqual(before)
  await page.getByRole('button', { name: 'Guardar y salir' }).click()
  await page.getByText('Modo de prueba').waitFor()
  await page.context().close()
})

test('an option that is tapped in the moment in which it appears stays chosen', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.addInitScript(() => {
    // Before anything else can run: the page has been drawn, and does not listen to the draft yet.
    const observer = new MutationObserver(() => {
      const option = document.querySelector<HTMLInputElement>('main [type=radio]')
      if (option === null) return
      observer.disconnect()
      option.click()
      document.documentElement.dataset.tapped = String(option.checked)
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.locator('html[data-tapped]').waitFor()
  expect(await page.locator('html').getAttribute('data-tapped')).toBe('true')
  await page.context().close()
})

/** A page of a draft of a cluster that answered in the year before. */
async function openAfterYears(name: string, { blank }: { blank: readonly string[] }): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const before = { ...fullAnswers, ref_year: 2024, networks: ['red_cluster_colombia'] }
  const times = { startedAt: '2025-11-20T14:00:00.000Z', completedAt: '2025-11-20T14:40:00.000Z' }
  const answers = Object.fromEntries(Object.entries(fullAnswers).filter(([variable]) => !blank.includes(variable)))
  await putRows(page, {
    submissions: [storedRow(validSubmission({ answers: before, ...times }))],
    drafts: [blankDraft({ mode: 'self', answers })],
  })
  await page.goto(`${server.url}/draft/draft-1/page/${name}`)
  return page
}

test('who answers one part of a whole has not said "No sabe" of the others any more', async () => {
  const page = await openAfterYears('G_1', { blank: [] })
  const part = (name: string) => page.locator(`main [id="${name}"]`)
  const dontKnow = page.locator('section', { has: page.locator('[id="fund_host"]') }).getByLabel('No sabe')
  const nonAnswers = async () => {
    await page.locator('[data-save-state=saved]').waitFor()
    const [[draft] = []] = (await readRows(page, 'drafts')) as Draft[][]
    return Object.keys(draft?.nonresponse ?? {}).length
  }
  await dontKnow.check()
  await expect.poll(nonAnswers).toBe(7)
  await part('fund_national')
    .getByRole('button', { name: /^Usar lo de 2024/ })
    .click()
  expect(await dontKnow.isChecked()).toBe(false)
  await expect.poll(nonAnswers).toBe(0)
  await dontKnow.check()
  await expect.poll(nonAnswers).toBe(7)
  await part('fund_regional').getByRole('textbox').pressSequentially('40')
  expect(await dontKnow.isChecked()).toBe(false)
  await expect.poll(nonAnswers).toBe(0)
  expect(await part('fund_regional').getByRole('textbox').inputValue()).toBe('40')
  await page.context().close()
})

test('what was unticked is not offered back once the answer of the round before was taken', async () => {
  const page = await openAfterYears('E_5', { blank: ['networks'] })
  const networks = page.locator('main [id="networks"]')
  await networks.getByRole('checkbox', { name: /^TCI/ }).check()
  await networks.getByRole('checkbox', { name: 'Ninguna' }).check()
  const undo = networks.getByRole('button', { name: 'Deshacer' })
  await undo.waitFor()
  await networks.getByRole('button', { name: /^Usar lo de 2024/ }).click()
  expect(await networks.getByRole('checkbox', { name: /^Red Clúster/ }).isChecked()).toBe(true)
  expect(await networks.getByText(/^Se desmarc/).count()).toBe(0)
  await page.context().close()
})
