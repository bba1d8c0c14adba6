import type { Page } from 'playwright-core'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { peopleTexts } from '#ui/peopleTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import type { TestServer } from '../../support/server.ts'
import { putRows } from './deviceRows.ts'
import { startPath } from './draftSteps.ts'
import { corrections, press, resultScreens, type Screen, trays } from './screensOfResults.ts'
import { seedDevice, seeded } from './seededDevice.ts'

export type Visit = {
  page: Page
  server: TestServer
  language: Language
  /** not used yet: the device enrols with it */
  invite: string
}

/** The pages of questions, and all that is around them, from a new device to its settings. */
export type Part = 'around' | 'questions'

/**
 * Brings the screens of these parts about, each in the states that look different, and lets it be looked at.
 * The page must belong to a context of its own that has no service worker. Nothing is sent: what waits goes on waiting.
 */
export async function visitScreens(
  visit: Visit,
  parts: readonly Part[],
  look: (name: string) => Promise<void>,
): Promise<void> {
  const { page, server, language, invite } = visit
  await page.context().route('**/api/v1/submissions', (route) => route.abort())
  const show = async ({ name, at, act }: Screen) => {
    await page.goto(`${server.url}${at}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (at.includes('/page/')) await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
    await act?.(page)
    await page.evaluate(() => document.fonts.ready)
    await look(name)
  }
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await putRows(page, {
    device: [{ key: 'preferences', value: { language, theme: 'light', textSize: 'A' } }],
  })
  const around = (screens: Screen[]) => (parts.includes('around') ? screens : [])
  for (const screen of around(newDevice(invite, language))) await show(screen)
  const results = await seedDevice(page, language)
  const screens = [
    ...around([...people(language), ...beforeQuestions(language)]),
    ...(parts.includes('questions') ? questions(language) : []),
    ...around([...aroundQuestions(language), ...resultScreens(language, results), ...trays(language)]),
    ...around(corrections(language, results)),
  ]
  for (const screen of screens) await show(screen)
}

function newDevice(invite: string, language: Language): Screen[] {
  const { choose, enrol } = texts(language)
  return [
    { name: '01-home-empty', at: '/' },
    { name: '02-profiles-empty', at: '/profiles' },
    { name: '03-help', at: '/help' },
    { name: '04-enrol', at: `/enrol#${invite}` },
    {
      name: '05-enrolled',
      at: `/enrol#${invite}`,
      act: async (page) => {
        await press(page, enrol.action)
        await page.getByRole('heading', { name: enrol.linked }).waitFor()
      },
    },
    {
      name: '06-choose',
      at: startPath,
      act: async (page) => page.getByRole('radio').first().check(),
    },
    {
      name: '07-choose-none',
      at: startPath,
      act: async (page) => {
        await page.getByRole('searchbox').fill('macadamia')
        await page.getByText(choose.none('macadamia')).waitFor()
      },
    },
    {
      name: '08-choose-by-name',
      at: startPath,
      act: async (page) => {
        await press(page, choose.notFound)
        await page.getByRole('textbox').fill('Clúster del café de Caldas')
      },
    },
    { name: '09-not-found', at: '/nothing' },
  ]
}

function people(language: Language): Screen[] {
  const { profiles } = peopleTexts(language)
  return [
    {
      name: '10-profiles',
      at: '/profiles',
      act: (page) => page.getByText(profiles.more, { exact: true }).first().click(),
    },
  ]
}

function beforeQuestions(language: Language): Screen[] {
  const { choose, consent } = texts(language)
  const { before } = draftTexts(language)
  return [
    {
      name: '11-choose-existing',
      at: startPath,
      act: async (page) => {
        await page.getByRole('radio', { name: 'Clúster de Energía' }).check()
        await press(page, choose.start)
        await page.getByRole('heading', { name: choose.duplicateTitle }).waitFor()
      },
    },
    { name: '12-before-starting', at: `${seeded.fresh}/consent` },
    {
      name: '13-before-starting-interview',
      at: `${seeded.fresh}/consent`,
      act: async (page) => {
        await page.getByRole('radio', { name: before.modes.interview }).check()
        await page.getByRole('textbox', { name: before.enumerator }).fill('')
        await press(page, consent.start)
        await page.getByRole('alert').waitFor()
      },
    },
    { name: '14-hub-fresh', at: `${seeded.fresh}/hub` },
  ]
}

/** Question pages of every kind, as they are opened and in what they say of an answer. */
function questions(language: Language): Screen[] {
  const t = texts(language).page
  const capture = captureTexts(language)
  const { full, faulty, fresh } = seeded
  return [
    { name: '15-page-consent', at: `${fresh}/page/H_1` },
    {
      name: '16-page-errors',
      at: `${fresh}/page/H_1`,
      act: async (page) => {
        await press(page, t.continue)
        await page.getByRole('button', { name: t.fixLater }).waitFor()
      },
    },
    {
      name: '17-page-rail',
      at: `${full}/page/A_2`,
      act: async (page) => {
        const rail = page.getByRole('button', { name: draftTexts(language).rail.button })
        if (await rail.isVisible()) await rail.click()
      },
    },
    { name: '18-page-long-lists', at: `${full}/page/A_3` },
    { name: '19-page-composition', at: `${full}/page/B_1` },
    {
      name: '20-page-composition-incomplete',
      at: `${faulty}/page/G_1`,
      act: async (page) => {
        await page.getByRole('textbox').nth(1).fill('50')
        await page.getByRole('textbox').nth(2).fill('')
        await page
          .getByRole('button', { name: capture.composition.fillNamed('') })
          .first()
          .waitFor()
      },
    },
    {
      name: '21-page-number-asked',
      at: `${faulty}/page/B_1`,
      act: async (page) => {
        await page
          .getByRole('textbox')
          .first()
          .fill(language === 'es' ? '1.25' : '1,25')
        await page.getByRole('status').getByRole('group').waitFor()
      },
    },
    {
      name: '22-page-warnings',
      at: `${full}/page/B_2`,
      act: async (page) => {
        await press(page, t.continue)
        await page.getByRole('checkbox', { name: resultTexts(language).review.isCorrect }).waitFor()
      },
    },
    { name: '23-page-levels', at: `${full}/page/C_1` },
    { name: '24-page-table', at: `${full}/page/C_2` },
    {
      name: '25-page-interview',
      at: `${faulty}/page/C_3`,
      act: async (page) => {
        await page.getByText(t.countsAs, { exact: true }).first().click()
        await press(page, capture.note.add)
        await page.getByRole('textbox', { name: capture.note.label, exact: true }).fill('Lo dijo la gerente.')
      },
    },
    { name: '26-page-checkboxes', at: `${full}/page/D_4` },
    { name: '27-page-details', at: `${full}/page/F_4` },
    { name: '28-page-money', at: `${full}/page/F_5` },
    { name: '29-page-text', at: `${full}/page/F_6` },
    { name: '30-page-shares', at: `${full}/page/G_1` },
    {
      name: '37-page-not-saved',
      at: `${full}/page/F_6`,
      act: async (page) => {
        await page.evaluate(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('no room', 'QuotaExceededError')
          }
        })
        await page.getByRole('textbox').first().fill('Ferias')
        await page.getByRole('alert').waitFor()
      },
    },
  ]
}

function aroundQuestions(language: Language): Screen[] {
  const { review } = resultTexts(language)
  const { full, faulty } = seeded
  return [
    { name: '31-hub', at: `${faulty}/hub` },
    { name: '32-hub-complete', at: `${full}/hub` },
    { name: '33-summary', at: `${full}/section/B` },
    {
      name: '34-find',
      at: `${full}/find`,
      act: (page) => page.getByRole('searchbox').fill(language === 'es' ? 'comité' : 'committee'),
    },
    {
      name: '35-review-faults',
      at: `${faulty}/review`,
      act: async (page) => {
        await press(page, review.finish)
        await page.getByRole('alert').waitFor()
      },
    },
    { name: '36-review', at: `${full}/review` },
  ]
}
