import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { launchOptions } from '../support/chromium.ts'
import { exampleAnswers } from '../support/scoringCases.ts'
import { beginDraft, nameCluster, saved } from './support/draftSteps.ts'
import { answerPage, answerSection, edition, type Plan, proceed } from './support/robot.ts'
import { enrol, waitForWorker } from './support/served.ts'
import { command, freePort, type ServerProcess, startServerProcess } from './support/serverProcess.ts'

const caseA = exampleAnswers('A')

const plan: Plan = {
  ...caseA,
  consent_network: 'yes',
  ci_name: 'Clúster de prueba del café',
  dept_main: '17',
  depts_covered: ['17', '63'],
  lead_entity_type: 'association',
  macro_sector: 'agroindustry',
  ciiu_section_main: 'A',
  n_firms_linked: 1250,
  founded_year: 2023,
  ref_year: 2025,
}

const profile = mkdtempSync(join(tmpdir(), 'cumulo-profile-'))
const dataDir = mkdtempSync(join(tmpdir(), 'cumulo-data-'))
let server: ServerProcess | undefined
let context: BrowserContext | undefined
const violations: string[] = []
const foreign: string[] = []

async function openBrowser(): Promise<Page> {
  context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(),
    viewport: { width: 800, height: 1280 },
    locale: 'es-419',
  })
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
  })
  context.on('request', (request) => {
    if (!/^(http:\/\/localhost:|data:|blob:|chrome)/.test(request.url())) foreign.push(request.url())
  })
  return context.pages()[0] ?? (await context.newPage())
}

/** As a flat battery or the system would: nothing gets to say goodbye. */
function killChromium(): void {
  execFileSync('pkill', ['-9', '-f', profile])
}

afterAll(async () => {
  await context?.close().catch(() => undefined)
  await server?.stop()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  rmSync(dataDir, { recursive: true, force: true })
})

test('a person answers everything offline, through two killed browsers, and the census gets it exactly once', async () => {
  const port = await freePort()
  server = await startServerProcess(port, dataDir)
  const invite = /\/enrol#(\S+)/.exec(server.printed())?.[1] ?? ''
  let page = await openBrowser()

  await enrol(page, server.url, invite)
  await waitForWorker(page)

  killChromium()
  await server.stop()
  page = await openBrowser()
  await page.goto(`http://localhost:${port}/`)
  await page
    .getByRole('link', { name: /Empezar|Nueva autoevaluación/ })
    .first()
    .click()
  await nameCluster(page, 'Clúster de prueba del café')
  await page.getByRole('radio', { name: /Responder nosotros mismos/ }).check()
  await beginDraft(page)
  await answerSection(page, plan)

  await page.getByRole('link', { name: /Empezar con Identificación/ }).click()
  await page.waitForURL(/\/page\//)
  await answerPage(page, plan)
  await proceed(page)
  await answerPage(page, plan)
  await saved(page)
  const resumeAt = page.url()
  killChromium()

  page = await openBrowser()
  await page.goto(`http://localhost:${port}/`)
  await page.getByRole('link', { name: /Continuar donde quedó: Identificación/ }).click()
  await page.waitForURL(resumeAt)
  await expect.poll(() => page.locator('section[id="founded_year"]').getByRole('textbox').inputValue()).toBe('2023')
  await proceed(page)
  await answerSection(page, plan)

  const sections = edition.sections?.slice(1) ?? []
  for (const section of sections) {
    await page.getByRole('link', { name: `Continuar con ${section.title.es}` }).click()
    await page.waitForURL(/\/page\//)
    await answerSection(page, plan)
  }
  await page.getByRole('link', { name: 'Revisar y finalizar' }).click()
  for (const box of await page.getByRole('checkbox', { name: /Es correcto/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Finalizar y ver resultado' }).click()
  await page.waitForURL(/\/result\//)
  const sentence = await page.getByRole('heading', { level: 1 }).textContent()

  server = await startServerProcess(port, dataDir)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page
    .getByText(/Recibida/)
    .first()
    .waitFor()

  const ndjson = await command('export', ['--format', 'ndjson'], dataDir)
  const lines = ndjson.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  const submission = JSON.parse(lines[0] ?? '') as { answers: Plan; result: { stage: string; index: number } }
  for (const [variable, value] of Object.entries(caseA)) {
    if (submission.answers[variable] !== undefined)
      expect([variable, submission.answers[variable]]).toEqual([variable, value])
  }
  const scored = JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/score.ts'], { input: ndjson, encoding: 'utf8' }),
  ) as typeof submission.result
  expect(submission.result).toEqual(scored)
  const label = edition.texts?.stages[scored.stage]?.label.es ?? ''
  expect(`${sentence} ${await page.locator('main').textContent()}`).toContain(label)
  expect(await page.locator('[aria-current]').first().textContent()).toContain(label)

  const csv = await command('export', ['--format', 'csv'], dataDir)
  expect(csv).toContain('Clúster de prueba del café')
  expect(violations).toEqual([])
  expect(foreign).toEqual([])
})
