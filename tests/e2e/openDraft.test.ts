import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServerWithRegister } from '../support/server.ts'
import { seedDevice, seeded } from './support/seededDevice.ts'
import { startServerAndBrowser } from './support/served.ts'
import { dress } from './support/sound.ts'

const { server, browser } = await startServerAndBrowser(startServerWithRegister)

async function openSeeded(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, serviceWorkers: 'block' })
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await seedDevice(page, 'es')
  return page
}

test('a section tells how long it takes only while something is to be done there', async () => {
  const page = await openSeeded(800, 1280)
  const rows = async (draft: string) => {
    await page.goto(`${server.url}${draft}/hub`)
    const row = page.getByRole('main').getByRole('listitem')
    await row.first().waitFor()
    return row.allTextContents()
  }
  const saysMinutes = (row: string) => /aprox\.\s\d+\smin/.test(row)
  expect((await rows(seeded.full)).filter(saysMinutes)).toEqual([])
  const faulty = await rows(seeded.faulty)
  expect(faulty.filter(saysMinutes)).toEqual(faulty.filter((row) => /Faltan? \d/.test(row)))
  const isOnlyWrong = (row: string) => row.includes('Con errores') && !saysMinutes(row)
  expect(faulty.filter(isOnlyWrong)).toEqual(
    faulty.filter((row) => /\d respuestas? por corregir/.test(row) && !saysMinutes(row)),
  )
  expect(faulty.some(saysMinutes) && !faulty.every(saysMinutes)).toBe(true)
  await page.close()
})

test('an error on the pages of consent is counted and reached in the list of sections, and in the rail', async () => {
  const page = await openSeeded(800, 1280)
  const consent = page.getByRole('link', { name: /^Aviso y autorizaciones/ })
  await page.goto(`${server.url}${seeded.full}/hub`)
  expect(await consent.textContent()).toBe('Aviso y autorizaciones')
  await page.goto(`${server.url}${seeded.faulty}/hub`)
  await consent.filter({ hasText: '✕ Con errores' }).waitFor()
  const faulty = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Con errores' })
  await page.getByText(`${await faulty.count()} secciones tienen respuestas por revisar.`).waitFor()
  await page.getByRole('link', { name: 'Continuar con Aviso y autorizaciones' }).waitFor()
  await consent.click()
  await page.waitForURL(/\/page\/H_3/)
  await page.setViewportSize({ width: 1280, height: 800 })
  const first = page.getByRole('navigation').getByRole('listitem').first()
  await first.getByRole('link', { name: /^Aviso y autorizaciones/ }).waitFor()
  await expect.poll(() => first.getByRole('link').getAttribute('aria-current')).toBe('step')
  await page.close()
})

test('a section with an error goes on at the page that has it', async () => {
  const page = await openSeeded(800, 1280)
  await page.goto(`${server.url}${seeded.faulty}/hub`)
  await page.getByRole('link', { name: /^Identificación/ }).click()
  await page.waitForURL(/\/page\/A_2/)
  await page.close()
})

test('a long list stands in the order of the alphabet, whatever the order of its codes', async () => {
  const page = await openSeeded(800, 1280)
  await page.goto(`${server.url}${seeded.fresh}/page/A_3`)
  const departments = page.getByRole('radiogroup').filter({ hasText: 'Antioquia' }).getByRole('radio')
  await departments.first().waitFor()
  const words = await departments.evaluateAll((all) => all.map((each) => each.closest('label')?.textContent ?? ''))
  expect(words.slice(0, 3)).toEqual(['Amazonas', 'Antioquia', 'Arauca'])
  expect(words).toEqual([...words].sort(new Intl.Collator('es').compare))
  await page.close()
})

test('what was chosen in a long list is on top when it is opened or filtered, and stays where it was tapped', async () => {
  const page = await openSeeded(800, 1280)
  await page.goto(`${server.url}${seeded.full}/page/F_4`)
  const countries = page.locator('[id="new_market_countries"]')
  const words = async () => (await countries.locator('label:has([type=checkbox])').allTextContents()).slice(0, 3)
  await countries.getByText('Se muestran 60 de 249').waitFor()
  expect(await words()).toEqual(['Canadá', 'Estados Unidos', 'Afganistán'])
  await countries.getByRole('checkbox', { name: 'Albania' }).check()
  await countries.getByRole('checkbox', { name: 'Canadá' }).uncheck()
  expect(await words()).toEqual(['Canadá', 'Estados Unidos', 'Afganistán'])
  await countries.getByRole('searchbox').fill('brasil')
  expect(await words()).toEqual(['Albania', 'Estados Unidos', 'Brasil'])
  await page.close()
})

test('on a phone the name of the cluster is whole, and of the bar only where the answers are stays in sight', async () => {
  const page = await openSeeded(320, 740)
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(`${server.url}${seeded.faulty}/page/A_1`)
  const bar = page.getByRole('banner')
  await bar.locator('summary').filter({ hasText: 'Sin conexión' }).waitFor()
  const name = bar.getByText(/^Clúster de turismo de naturaleza/).first()
  for (const size of ['A', 'A+', 'A++'] as const) {
    await dress(page, { theme: 'light', size })
    await page.evaluate(() => window.scrollTo(0, 0))
    const isWhole = () =>
      name.evaluate((element) => {
        const box = element.closest('p')
        return box !== null && box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight
      })
    await expect.poll(isWhole).toBe(true)
    await page.evaluate(() => window.scrollTo(0, 700))
    const inSight = () => bar.evaluate((element) => element.getBoundingClientRect().bottom)
    await expect.poll(inSight).toBeLessThan(60)
    const saved = bar.locator('summary').filter({ hasText: 'Guardado' })
    expect(await saved.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
  }
  await page.close()
})
