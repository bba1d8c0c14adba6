import { expect, test } from 'vitest'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

const { server, browser } = await startServerAndBrowser()

test('what is typed in the last moment before the page is left is kept, however fast the typing', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await seedDevice(page, 'es')
  const box = page.locator('section[id="ci_name"]').getByRole('textbox')
  for (const name of ['Café', 'Cacao', 'Caña', 'Coco', 'Cuero']) {
    await page.goto(`${server.url}${seeded.fresh}/page/A_1`)
    await box.evaluate((element: HTMLInputElement, typed) => {
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      for (let length = 1; length <= typed.length; length += 1) {
        setValue?.call(element, typed.slice(0, length))
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }
      location.reload()
    }, name)
    await page.waitForEvent('load')
    await expect.poll(() => box.inputValue()).toBe(name)
  }
  await page.context().close()
})
