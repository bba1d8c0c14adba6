import type { Page } from 'playwright-core'
import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { planTexts } from '#ui/planTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { retentionTexts } from '#ui/retentionTexts.ts'
import { texts } from '#ui/texts.ts'
import type { SeededResults } from './seededDevice.ts'

/** A screen in a state: where it is, and what is done there to bring it about. */
export type Screen = { name: string; at: string; act?: (page: Page) => Promise<void> }

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

export function resultScreens(language: Language, results: SeededResults): Screen[] {
  const { simulation } = planTexts(language)
  const { scored, insufficient, lastStage, received, parked } = results
  return [
    { name: '39-result-last-stage', at: `/result/${lastStage}` },
    { name: '40-result', at: `/result/${scored}` },
    {
      name: '41-result-unfolded',
      at: `/result/${scored}`,
      act: (page) =>
        page.evaluate(() => {
          for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true
        }),
    },
    { name: '42-result-insufficient', at: `/result/${insufficient}` },
    { name: '43-simulate', at: `/result/${scored}/simulate` },
    {
      name: '44-simulate-path',
      at: `/result/${scored}/simulate`,
      act: (page) => press(page, simulation.wholePath),
    },
    { name: '45-plan', at: `/result/${scored}/plan` },
    { name: '46-plan-empty', at: `/result/${received}/plan` },
    { name: '47-sent-waiting', at: `/sent/${scored}` },
    { name: '48-sent-parked', at: `/sent/${parked}` },
    { name: '49-sent-received', at: `/sent/${received}` },
  ]
}

export function trays(language: Language): Screen[] {
  const { banner, fault, home, topBar } = texts(language)
  const retention = retentionTexts(language)
  const isRead = (page: Page) => page.getByRole('heading', { name: new RegExp(`^${home.sent}`) }).waitFor()
  return [
    { name: '50-home', at: '/', act: isRead },
    {
      name: '51-home-delete',
      at: '/',
      act: async (page) => {
        await isRead(page)
        await page.getByText(home.moreOptions, { exact: true }).first().click()
        await page.getByText(home.delete, { exact: true }).first().click()
        await page.getByRole('dialog').waitFor()
      },
    },
    { name: '52-settings', at: '/settings' },
    { name: '53-privacy', at: '/privacy' },
    {
      name: '54-home-delete-finished',
      at: '/',
      act: async (page) => {
        await isRead(page)
        const ready = page.getByRole('region', { name: new RegExp(`^${home.ready}`) })
        await ready.getByText(home.moreOptions, { exact: true }).first().click()
        await ready.getByText(retention.delete, { exact: true }).first().click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('button', { name: retention.confirm, exact: true }).click()
        await dialog.getByText(retention.folioFault, { exact: false }).waitFor()
      },
    },
    {
      name: '55-home-install',
      at: '/',
      act: async (page) => {
        await page.evaluate(() => window.dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })))
        await page.getByRole('button', { name: banner.installAction, exact: true }).waitFor()
      },
    },
    {
      name: '56-failed',
      at: '/',
      act: async (page) => {
        const code = '**/assets/HelpScreen-*.js'
        await page.route(code, (route) => route.abort())
        await page.reload()
        await page.getByRole('link', { name: topBar.help, exact: true }).click()
        await page.getByRole('heading', { name: fault.title }).waitFor()
        await page.unroute(code)
      },
    },
  ]
}

/** A result that the census has is corrected: what changed, and the reason that is asked for. */
export function corrections(language: Language, { received }: SeededResults): Screen[] {
  const { open, goOn } = correctionTexts(language)
  const correct = async (page: Page) => {
    await page.getByText(new RegExp(`^(${open}|${goOn})$`)).click()
    await page.waitForURL(/\/review$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  return [
    { name: '57-correction-unchanged', at: `/result/${received}`, act: correct },
    {
      name: '58-correction',
      at: `/result/${received}`,
      act: async (page) => {
        await correct(page)
        await page.locator('#ci_name').getByRole('link').first().click()
        await page.locator('main [id="ci_name"]').getByRole('textbox').fill('Clúster de Café del Oriente')
        await press(page, texts(language).page.continue)
        await page.waitForURL(/\/review/)
        await press(page, resultTexts(language).review.finish)
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: '59-correction-hub',
      at: `/result/${received}`,
      act: async (page) => {
        await correct(page)
        await page.goto(page.url().replace(/review$/, 'hub'))
        await page.getByRole('heading', { level: 1 }).waitFor()
      },
    },
  ]
}
