import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blankDraft } from '../support/deviceDatabase.ts'
import { putRows } from './support/deviceRows.ts'
import { fullAnswers } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

// Fingers that are faster than the tablet: what they meet is not always what they were meant for.

const { server, browser } = await startServerAndBrowser()
const draft = `${server.url}/draft/draft-1`

/** A page of questions of a tablet that has all the answers but those of `blank`. */
async function openPage(name: string, ...blank: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const answers = Object.fromEntries(Object.entries(fullAnswers).filter(([variable]) => !blank.includes(variable)))
  await putRows(page, { drafts: [blankDraft({ mode: 'self', answers })] })
  await goTo(page, name)
  return page
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.goto(`${draft}/page/${name}`)
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
}

const box = (page: Page, variable: string) => page.locator(`main [id="${variable}"]`)
const goOn = (page: Page) => page.getByRole('button', { name: 'Continuar', exact: true })

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}

/** A hand on the screen that does not wait for the page. */
async function handOn(page: Page): Promise<(at: { x: number; y: number }) => Promise<unknown>> {
  const driver = await page.context().newCDPSession(page)
  return (at) =>
    Promise.all([
      driver.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] }),
      driver.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    ])
}

test('the second of two quick taps does not press what has moved under the finger', async () => {
  const page = await openPage('E_5', 'networks')
  const networks = box(page, 'networks')
  await networks.getByRole('checkbox', { name: /^TCI/ }).check()
  await networks.getByRole('checkbox', { name: 'Ninguna' }).check()
  await networks.getByRole('button', { name: 'Deshacer' }).dblclick()
  expect(await networks.getByRole('checkbox', { name: /^TCI/ }).isChecked()).toBe(true)
  expect(await networks.getByRole('checkbox', { name: 'No sabe' }).isChecked()).toBe(false)
  expect(await networks.getByRole('checkbox', { name: 'Prefiere no responder' }).isChecked()).toBe(false)
  // Of what stands still, two quick taps are two taps.
  await networks.getByRole('checkbox', { name: /^TCI/ }).dblclick()
  expect(await networks.getByRole('checkbox', { name: /^TCI/ }).isChecked()).toBe(true)
  await page.context().close()
})

test('a tap that was made before a page was shown answers nothing on it', async () => {
  const page = await openPage('C_2', 'body_assembly')
  const option = await middleOf(box(page, 'body_assembly').getByRole('radio').nth(2))
  await goTo(page, 'C_1')
  await page.evaluate(() => {
    const work = () => {
      const end = performance.now() + 400
      while (performance.now() < end);
    }
    document.addEventListener('click', work, { capture: true, once: true })
  })
  const tap = await handOn(page)
  const onward = await middleOf(goOn(page))
  const first = tap(onward)
  await page.waitForTimeout(100)
  await Promise.all([first, tap(option)])
  await page.waitForURL(/C_2$/)
  await page.locator('[data-save-state=saved]').waitFor()
  expect(await box(page, 'body_assembly').getByRole('radio', { checked: true }).count()).toBe(0)
  // As soon as the page is there it takes what is meant for it.
  await page.touchscreen.tap(option.x, option.y)
  expect(await box(page, 'body_assembly').getByRole('radio', { checked: true }).count()).toBe(1)
  await page.context().close()
})

test('who goes on tapping because nothing seems to happen passes over no page', async () => {
  const page = await openPage('A_1')
  const onward = await middleOf(goOn(page))
  const tap = await handOn(page)
  for (let taps = 0; taps < 7; taps += 1) {
    await tap(onward)
    await page.waitForTimeout(60)
  }
  await page.locator('[data-save-state=saved]').waitFor()
  expect(page.url()).toBe(`${draft}/page/A_2`)
  await page.context().close()
})

test('the second of two quick taps neither leaves the page that the first has brought nor confirms what it has asked', async () => {
  const page = await openPage('A_1', 'founded_year')
  await goOn(page).dblclick()
  await page.getByRole('heading', { level: 1, name: 'Años de inicio y de referencia' }).waitFor()
  expect(await page.getByRole('group', { name: /por revisar/ }).count()).toBe(0)
  await goTo(page, 'B_2')
  for (const each of await page.locator('main').getByRole('textbox').all()) await each.fill('9999')
  await goOn(page).dblclick()
  await page.getByRole('group', { name: /por confirmar/ }).waitFor()
  expect(page.url()).toBe(`${draft}/page/B_2`)
  await page.context().close()
})
