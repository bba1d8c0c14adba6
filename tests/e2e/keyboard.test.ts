import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draftAt, makeActive } from './support/draftSteps.ts'
import { answerByKeyboard, follow, isButton, isLink, type Stop, stop, tabTo } from './support/keyboard.ts'
import { edition } from './support/robot.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser()

const plan = {
  ...{ founded_year: 2015, dept_main: '17', depts_covered: '17', lead_entity_type: 'association' },
  ...{ macro_sector: 'services', ciiu_section_main: 'I', consent_network: 'yes' },
}

const isHeading = ({ tag }: Stop) => tag === 'H1'

/** Answers page after page up to the summary of the section, and gives what has the focus there. */
async function answerSection(page: Page): Promise<void> {
  while (page.url().includes('/page/')) {
    await answerByKeyboard(page, plan)
    await follow(page)
  }
}

async function changeTheme(page: Page): Promise<void> {
  await tabTo(page, isLink('Ajustes y envíos'))
  expect(await follow(page)).toSatisfy(isHeading)
  await tabTo(page, ({ type, name }) => type === 'radio' && name === 'Claro')
  await page.keyboard.press('ArrowDown')
  expect(await stop(page)).toMatchObject({ name: 'Modo sol', isChecked: true })
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('sun')
  await tabTo(page, isLink('Cúmulo'), 'Shift+Tab')
  expect(await follow(page)).toSatisfy(isHeading)
}

async function startDraft(page: Page): Promise<void> {
  await tabTo(page, isLink('Nueva autoevaluación'))
  expect(await follow(page)).toSatisfy(isHeading)
  await tabTo(page, isButton('No encuentro mi clúster'))
  await page.keyboard.press('Space')
  await tabTo(page, ({ tag }) => tag === 'INPUT', 'Shift+Tab')
  await page.keyboard.type('Clúster del café de Caldas')
  await tabTo(page, isButton('Seguir con este nombre'))
  expect(await follow(page)).toSatisfy(isHeading)
  await tabTo(page, isButton('Empezar'))
  expect(await follow(page)).toSatisfy(isHeading)
}

/** Continuar on a page that lacks something: the summary has the focus, and its first link leads to the question. */
async function leaveTooEarly(page: Page): Promise<void> {
  await tabTo(page, isButton('Continuar'))
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'group')
}

test('a whole assessment is done with the keyboard alone, and the focus is never lost', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await changeTheme(page)
  await startDraft(page)

  await leaveTooEarly(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await stop(page)).toMatchObject({ question: 'notice_read', type: 'radio' })
  await page.keyboard.press('Space')
  await answerSection(page)

  for (const [place, section] of (edition.sections ?? []).entries()) {
    const verb = place === 0 ? 'Empezar' : 'Continuar'
    expect((await stop(page)).name).toBe(`${verb} con ${section.title.es}`)
    await follow(page)
    if (section.id === 'G') await deferOne(page)
    await answerSection(page)
    expect(await stop(page)).toMatchObject({ tag: 'H1', name: `Resumen: ${section.title.es}` })
    await tabTo(page, isButton('Continuar'))
    await follow(page)
  }

  await mendAtReview(page)
  await changeAtReview(page)
  await tabTo(page, isButton('Finalizar y ver resultado'))
  expect(await follow(page)).toSatisfy(isHeading)
  expect(new URL(page.url()).pathname).toMatch(/^\/result\//)
  await page.close()
})

/** Leaves the second page of the section with its faults, to be mended later. */
async function deferOne(page: Page): Promise<void> {
  await answerByKeyboard(page, plan)
  await follow(page)
  await leaveTooEarly(page)
  await tabTo(page, isButton('Seguir y resolver después'))
  await follow(page)
}

/** From the hub to the review, and from its summary to the page that was left with faults, and back. */
async function mendAtReview(page: Page): Promise<void> {
  await expect.poll(() => page.title()).toMatch(/^Error: Secciones/)
  await tabTo(page, isLink('Ver todo'))
  expect(await follow(page)).toSatisfy(isHeading)
  await tabTo(page, isButton('Finalizar y ver resultado'))
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert')
  await expect.poll(() => page.title()).toMatch(/^Error: Revise sus respuestas/)
  await tabTo(page, isLink(/^Tiempo con recursos asegurados\. Elija/))
  expect(await follow(page)).toMatchObject({ question: 'funding_horizon' })
  await answerByKeyboard(page, plan)
  expect(await follow(page)).toMatchObject({ tag: 'A', name: 'Cambiar: Tiempo con recursos asegurados' })
  await expect.poll(() => page.title()).toMatch(/^Revise sus respuestas/)
}

/** Cambiar, another answer, and back to the row from which it was asked for; then what is unlikely is confirmed. */
async function changeAtReview(page: Page): Promise<void> {
  await tabTo(page, isLink('Cambiar: Rol de quien responde'), 'Shift+Tab')
  expect(await follow(page)).toMatchObject({ question: 'respondent_role' })
  await page.keyboard.press('ArrowDown')
  await tabTo(page, isButton('Continuar'))
  expect(await follow(page)).toMatchObject({ tag: 'A', name: 'Cambiar: Rol de quien responde' })
  const unlikely = await page.getByRole('checkbox', { name: 'Es correcto', checked: false }).count()
  for (let left = unlikely; left > 0; left -= 1) {
    await tabTo(page, ({ type, isChecked }) => type === 'checkbox' && !isChecked, 'Shift+Tab')
    await page.keyboard.press('Space')
  }
}

test('a button that goes away when it is pressed leaves the keyboard where it stood', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.waitForURL(/\/draft\//)
  await makeActive(page, draftAt(page))
  await page.goto(`${draftAt(page)}/page/B_1`)
  await page.locator('#n_firms_linked').getByRole('textbox').fill('84')
  await page.locator('#firms_micro').getByRole('textbox').fill('60')
  const focusedIn = () => page.evaluate(() => document.activeElement?.closest('li[id]')?.id)
  await page.getByRole('button', { name: /^Poner lo que falta aquí: Pequeñas/ }).press('Enter')
  await expect.poll(focusedIn).toBe('firms_small')
  await page.getByRole('button', { name: 'Deshacer' }).press('Enter')
  await page.getByRole('button', { name: 'Deshacer' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  await page.close()
})
