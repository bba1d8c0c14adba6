import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import type { Json } from '#domain/answers.ts'
import { parseEdition } from '#domain/edition.ts'
import { type Panel, type Question, questionsOf, readForm } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'

const parsed = parseEdition(JSON.parse(readFileSync('surveys/cluster-maturity.1.json', 'utf8')))
if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
export const edition = parsed.edition
export const form = readForm(edition)

/** What to answer, by variable; a required question that is not named gets "No sabe" or its first option. */
export type Plan = Readonly<Record<string, Json>>

/** Answers every question that the page shows, also those that appear while answering. */
export async function answerPage(page: Page, plan: Plan): Promise<void> {
  const name = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '')
  const asked = form.pages.find((each) => each.name === name)
  if (asked === undefined) throw new Error(`not a page of the form: ${page.url()}`)
  await page.getByRole('heading', { level: 1, name: inLanguage(asked.title, 'es'), exact: true }).waitFor()
  for (const question of questionsOf(asked)) {
    const block = page.locator(`main [id="${question.name}"]`)
    if ((await block.count()) > 0) await answer(block, question, plan[question.name] ?? fallback(question))
  }
  for (const panel of asked.elements) if (panel.kind === 'panel') await answerTable(page, panel, plan)
}

/** A table that must be filled and is not planned gets one "No sabe" for all of its rows. */
async function answerTable(page: Page, panel: Panel, plan: Plan): Promise<void> {
  const isPlanned = panel.questions.some((question) => plan[question.name] !== undefined)
  if (isPlanned || !panel.isRequired || !panel.nonAnswers.includes('dk')) return
  const table = page.locator('section', { has: page.locator(`main [id="${panel.questions[0]?.name}"]`) })
  if ((await table.count()) > 0) await table.getByRole('checkbox', { name: 'No sabe', exact: true }).last().check()
}

function fallback(question: Question): Json | undefined {
  if (!question.isRequired || question.nonAnswers.includes('dk')) return question.isRequired ? 'dk' : undefined
  const [first] = question.choices
  if (first !== undefined) return question.kind === 'multiple' ? [first.value] : first.value
  return question.kind === 'number' ? (question.min ?? 0) : 'Texto de prueba'
}

async function answer(block: Locator, question: Question, value: Json | undefined): Promise<void> {
  if (value === undefined) return
  if (value === 'dk') return block.getByRole('checkbox', { name: 'No sabe', exact: true }).check()
  if (question.kind === 'number') {
    const typed = formatNumber(value as number, { grouping: question.grouping, decimals: question.decimals }, 'es')
    return retype(block, typed)
  }
  if (question.kind === 'text') return retype(block, String(value))
  const wanted = Array.isArray(value) ? value : [value]
  // By its words: a long list does not keep the order of the edition.
  for (const choice of question.choices.filter((each) => wanted.includes(each.value))) {
    const row = block
      .locator('label')
      .filter({ has: block.page().getByText(inLanguage(choice.text, 'es'), { exact: true }) })
    await row.getByRole(question.kind === 'multiple' ? 'checkbox' : 'radio').check()
  }
}

/** Key by key, in place of what a new draft may start with. */
async function retype(block: Locator, text: string): Promise<void> {
  const box = block.getByRole('textbox')
  await box.clear()
  await box.pressSequentially(text)
  // As a person goes on to the next question: what this answer asks for appears then.
  await box.blur()
}

/** Goes on, past what is only unlikely; an error is the robot's own, and ends the test with what the page says. */
export async function proceed(page: Page): Promise<void> {
  const before = page.url()
  const goOn = page.getByRole('button', { name: 'Continuar', exact: true })
  await goOn.click()
  const summary = page.getByRole('group', { name: /por revisar/ })
  const warnings = page.getByRole('group', { name: /por confirmar/ })
  const isLeft = page.waitForURL((url) => url.href !== before).then(() => 'left')
  const seen = await Promise.race([
    isLeft,
    summary.waitFor().then(() => 'errors'),
    warnings.waitFor().then(() => 'warnings'),
  ])
  if (seen === 'warnings') await goOn.click()
  if (seen !== 'errors') {
    await isLeft
    return
  }
  isLeft.catch(() => {})
  throw new Error(`${before}: ${await summary.textContent()}`)
}

/** Answers page after page, and leaves the summary of the section for the hub. */
export async function answerSection(page: Page, plan: Plan): Promise<void> {
  while (page.url().includes('/page/')) {
    await answerPage(page, plan)
    await proceed(page)
  }
  if (page.url().includes('/section/')) await proceed(page)
}
