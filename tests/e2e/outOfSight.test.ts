import { expect, test } from 'vitest'
import { draftAt, makeActive } from './support/draftSteps.ts'
import { startServerAndBrowser } from './support/served.ts'

// A slow tablet has the next page ready beside the one that is shown, and keeps the one that was left for a moment.

const { server, browser } = await startServerAndBrowser()

async function openPage(name: string) {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.goto(`${server.url}/new/cluster-maturity.1`)
  await page.waitForURL(/\/draft\//)
  await makeActive(page, draftAt(page))
  await page.goto(`${draftAt(page)}/page/${name}`)
  return { page, hidden: page.locator('main:not([id])') }
}

test('the page that comes next can be neither seen nor reached before it is shown', async () => {
  const { page, hidden } = await openPage('A_2')
  await hidden.getByRole('button', { includeHidden: true }).first().waitFor({ state: 'attached' })
  expect(await page.getByRole('main').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Continuar' }).count()).toBe(1)
  expect(await hidden.evaluate((main) => main.checkVisibility())).toBe(false)
  // It makes the page no longer than what is seen.
  const beyond = await page.evaluate(() => {
    const [main, bar] = ['#main', '#main ~ footer'].map((part) => document.querySelector(part)?.getBoundingClientRect())
    return document.documentElement.scrollHeight - (main?.bottom ?? 0) - window.scrollY - (bar?.height ?? 0)
  })
  expect(Math.abs(beyond)).toBeLessThanOrEqual(1)
  const reached = new Set<string>()
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => (document.activeElement?.closest('main:not([id])') ? 'hidden' : 'shown')))
  }
  expect([...reached]).toEqual(['shown'])
  await page.context().close()
})

test('whoever goes on and at once back again finds the page, its answers and the keyboard where they were', async () => {
  const { page, hidden } = await openPage('A_2')
  const year = page.getByRole('main').getByRole('textbox').first()
  await year.fill('2015')
  await hidden.first().waitFor({ state: 'attached' })
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.waitForURL(/\/page\/A_3/)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await page.getByRole('button', { name: 'Atrás' }).click()
  await page.waitForURL(/\/page\/A_2/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading)
  expect(await year.inputValue()).toBe('2015')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  // The page that was left is taken away, and the one that comes next is there again.
  await page.waitForFunction(() => document.querySelectorAll('main').length === 2)
  await page.context().close()
})

test('whoever goes on and answers at once is not interrupted by the heading, which takes the focus a frame later', async () => {
  const { page, hidden } = await openPage('A_2')
  await page.getByRole('main').getByRole('textbox').first().fill('2015')
  await hidden.getByRole('button', { includeHidden: true }).first().waitFor({ state: 'attached' })
  const focused = await page.evaluate(async () => {
    const nameOf = (element: Element | null) => element?.tagName
    const left = document.querySelector('#main')
    document.querySelector<HTMLElement>('#main ~ footer button:last-child')?.click()
    for (let turn = 0; turn < 100 && document.querySelector('#main') === left; turn += 1) await Promise.resolve()
    document.querySelector<HTMLInputElement>('#main input')?.focus()
    const atOnce = nameOf(document.activeElement)
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
    return [document.querySelector('#main') !== left, atOnce, nameOf(document.activeElement)]
  })
  expect(focused).toEqual([true, 'INPUT', 'INPUT'])
  await page.context().close()
})
