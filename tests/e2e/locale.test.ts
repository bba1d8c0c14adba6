import { expect, test } from 'vitest'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'

// Browsers of Latin American tablets say es-419 or en-US, whose separators are the reverse of Colombia's.

const { server, browser } = await startServerAndBrowser()

test.each(['es-419', 'es-US', 'en-US'])('numbers are those of Colombia in a browser that says %s', async (locale) => {
  const context = await browser.newContext({ locale, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const { scored } = await seedDevice(page, 'es')

  await page.goto(`${server.url}${seeded.full}/page/B_1`)
  await expect.poll(() => page.getByRole('textbox').first().inputValue()).toBe('1.234')
  await page.goto(`${server.url}${seeded.full}/page/F_4`)
  const growth = page.getByRole('textbox', { name: /variación mediana/ })
  await expect.poll(() => growth.inputValue()).toBe('-12,5')
  await growth.fill('1.234,5')
  await growth.blur()
  await expect.poll(() => growth.inputValue()).toBe('1.234,5')
  await page.goto(`${server.url}${seeded.full}/page/F_5`)
  await page.getByText('US$ 1.234.567').waitFor()

  await page.goto(`${server.url}${seeded.full}/review`)
  const review = page.getByRole('main')
  for (const said of ['1.234 empresas', '12.345', '1.234,5']) await review.getByText(said).first().waitFor()

  await page.goto(`${server.url}/result/${scored}`)
  await page.getByText(/^Puntaje: \d+,\d de 100\.$/).waitFor()
  const result = (await page.getByRole('main').textContent()) ?? ''
  expect(result.match(/\d\.\d(?!\d\d)/g)).toBeNull()
  expect(result).toContain('1.234')
  await context.close()
})
