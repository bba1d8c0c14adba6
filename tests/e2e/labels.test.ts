import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { score } from '#domain/scoring.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import { oneDecimal } from '../../src/app/resultWords.ts'
import { pagesOf } from '../support/poppler.ts'
import { exampleAnswers } from '../support/scoringCases.ts'
import { startServer } from '../support/server.ts'
import { assessByLabels, type LabelRobot } from './support/labelRobot.ts'
import { edition, form } from './support/robot.ts'
import { startBrowser, waitForWorker } from './support/served.ts'

// The whole assessment without a network, by somebody who knows only roles and names, as assistive technology does.

/** A worked example of the scoring rules, and who the initiative is. */
function planOf(example: 'A' | 'B' | 'C'): Answers {
  return {
    ...exampleAnswers(example),
    ...{ consent_personal: 'yes', consent_network: 'yes', consent_profile: 'no', consent_microdata: 'yes' },
    ...{ respondent_name: 'María Peña', respondent_email: 'maria@example.org', respondent_role: 'other' },
    ...{ respondent_role_other: 'Asesora', ci_name: 'Clúster del café de Nariño', muni_main: 'Pasto' },
    ...{ ref_year: new Date().getFullYear() - 1, dept_main: '52', depts_covered: ['52', '19'] },
    ...{ lead_entity_type: 'association', macro_sector: 'agroindustry', ciiu_section_main: 'A' },
    ...{ ciiu_sections_other: ['C', 'I'], legal_form: 'host_program', prior_assessment: ['ssme'] },
    ...{ n_firms_linked: 1250, firms_micro: 1000, firms_small: 200, firms_medium: 40, firms_large: 10 },
    ...{ firms_size_unknown: 0, size_source: 'register', focus_areas: ['market_access', 'other'] },
    ...{ focus_areas_other: 'Turismo de montaña', services: ['training'], n_jobs: 4200, exports_usd: 1250000 },
    ...{ top_challenges: ['funding'], comments: 'Nada más.' },
  }
}

const browser = await startBrowser()

const sizes = { portrait: [800, 1280], landscape: [1280, 800], phone: [360, 740] } as const

/** Visited once; then there is no network, and no server either. */
async function openWithoutNetwork(language: Language, size: keyof typeof sizes): Promise<[BrowserContext, Page]> {
  const server = await startServer()
  const [width, height] = sizes[size]
  // What a browser says its language is must not change how a number is read or written.
  const locale = language === 'es' ? 'en-US' : 'es-419'
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1, name: texts('es').home.title }).waitFor()
  await waitForWorker(page)
  await server.close()
  await context.setOffline(true)
  await page.reload()
  const { languages } = texts('es').topBar
  if (language !== 'es') await page.getByRole('button', { name: languages[language], exact: true }).click()
  await page.getByRole('heading', { level: 1, name: texts(language).home.title }).waitFor()
  return [context, page]
}

async function expectStage(page: Page, language: Language, { given }: LabelRobot): Promise<void> {
  const rules = edition.scoring
  if (rules === undefined) throw new Error('the edition has no scoring')
  const { stage, index } = score(rules, keepVisible(form, given))
  const t = resultTexts(language).result
  const label = inLanguage(edition.texts?.stages[stage ?? '']?.label, language)
  expect(label).not.toBe('')
  await page.getByText(t.stage(label).join('')).waitFor()
  await page.getByText(t.score(oneDecimal(index, language)), { exact: true }).waitFor()
  const here = page.getByRole('listitem').filter({ hasText: t.youAreHere })
  expect(await here.textContent()).toContain(label)
}

async function downloadReport(page: Page, language: Language): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: reportTexts(language).actions.downloadReport, exact: true }).click()
  return pagesOf(readFileSync(await (await coming).path())).join(' ')
}

test.each([
  { language: 'es', size: 'portrait', mode: 'interview', example: 'A' },
  { language: 'en', size: 'landscape', mode: 'self', example: 'C' },
  { language: 'es', size: 'phone', mode: 'self', example: 'B' },
] as const)('by roles and names alone, without network: $language, $size, $mode', async (run) => {
  const { language, size, mode, example } = run
  const [context, page] = await openWithoutNetwork(language, size)
  const plan = planOf(example)
  const robot = { page, language, mode, person: 'Marta R.', plan, given: { answers: {}, nonresponse: {} } }
  await assessByLabels(robot)
  await expectStage(page, language, robot)
  expect(await downloadReport(page, language)).toContain('Clúster del café de Nariño')
  await context.close()
})
