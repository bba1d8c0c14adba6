import type { Locator, Page } from 'playwright-core'
import type { Answers, Json, NonAnswers } from '#domain/answers.ts'
import type { Panel, Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { type FormText, fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { peopleTexts } from '#ui/peopleTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import { form, type Plan } from './robot.ts'

/**
 * Answers as somebody who hears the screen: it knows what things are (their role) and what they are called (the words
 * of the edition and of the catalogues), and nothing of how the page is made.
 */
export type LabelRobot = {
  page: Page
  language: Language
  mode: 'self' | 'interview'
  person: string
  /** what to answer, by variable; a required question that is not named gets "No sabe" or its first option */
  plan: Plan
  /** what it has answered so far */
  given: { answers: Answers; nonresponse: NonAnswers }
}

const exact = true

/** From the home screen to the result: a profile, a cluster, every question, the review. */
export async function assessByLabels(robot: LabelRobot): Promise<void> {
  await workAs(robot)
  await begin(robot)
  const { page, language } = robot
  const { hub } = texts(language)
  const { review, result } = resultTexts(language)
  for (let title = await headingOf(page); title !== result.title; title = await headingOf(page)) {
    const asked = form.pages.find((each) => inLanguage(each.title, language) === title)
    if (asked !== undefined) {
      for (const element of asked.elements) {
        await (element.kind === 'panel' ? answerPanel(robot, element) : answerQuestion(robot, element, false))
      }
      await goOn(robot)
    } else if (title.startsWith(review.sectionTitle(''))) await goOn(robot)
    else if (title === hub.title) await leaveFor(page, () => nextOfHub(robot).click())
    else if (title === review.title) await finish(robot)
    else throw new Error(`a screen that nobody announced: ${title}`)
  }
}

async function workAs({ page, language, person }: LabelRobot): Promise<void> {
  const { home } = texts(language)
  const { profiles } = peopleTexts(language)
  await leaveFor(page, () => page.getByRole('link', { name: home.chooseProfile, exact }).click())
  await page.getByRole('textbox', { name: profiles.name, exact }).fill(person)
  await page.getByRole('button', { name: profiles.create, exact }).click()
  await leaveFor(page, () => page.getByRole('button', { name: profiles.enterAs(person), exact }).click())
  await page.getByText(home.worksAs(person), { exact }).waitFor()
}

async function begin({ page, language, mode, person, plan, given }: LabelRobot): Promise<void> {
  const { home, choose, consent } = texts(language)
  const { before } = draftTexts(language)
  await leaveFor(page, () => page.getByRole('link', { name: home.startNew, exact }).click())
  await page.getByRole('button', { name: choose.notFound, exact }).click()
  await page.getByRole('textbox', { name: choose.name }).fill(String(plan.ci_name))
  given.answers.ci_name = String(plan.ci_name)
  await leaveFor(page, () => page.getByRole('button', { name: choose.startNamed, exact }).click())
  const ways = page.getByRole('group', { name: before.mode, exact })
  await ways.getByRole('radio', { name: before.modes[mode] }).check()
  if (mode === 'interview') {
    const name = ways.getByRole('textbox', { name: before.enumerator, exact })
    if ((await name.inputValue()) !== person) throw new Error('the interview does not carry the name of the profile')
  }
  await leaveFor(page, () => page.getByRole('button', { name: consent.start, exact }).click())
}

async function finish({ page, language }: LabelRobot): Promise<void> {
  const t = resultTexts(language).review
  for (const box of await page.getByRole('checkbox', { name: t.isCorrect, exact }).all()) await box.check()
  await leaveFor(page, () => page.getByRole('button', { name: t.finish, exact }).click())
}

function nextOfHub({ page, language }: LabelRobot): Locator {
  const { hub } = texts(language)
  const main = page.getByRole('main')
  return main
    .getByRole('link', { name: hub.review, exact })
    .or(main.getByRole('link', { name: hub.start('').trim() }))
    .or(main.getByRole('link', { name: hub.continue('').trim() }))
}

async function headingOf(page: Page): Promise<string> {
  return ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').trim()
}

/** Does what leads elsewhere, and waits until the heading is another. */
async function leaveFor(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await headingOf(page)
  await act()
  await otherHeading(page, before).waitFor()
}

function otherHeading(page: Page, before: string): Locator {
  const same = new RegExp(`^\\s*${before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
  return page.getByRole('heading', { level: 1 }).filter({ hasNotText: same })
}

/** Continuar, past what is only unlikely; an error is the robot's own. */
async function goOn({ page, language }: LabelRobot): Promise<void> {
  const before = await headingOf(page)
  await page.getByRole('button', { name: texts(language).page.continue, exact }).click()
  const past = page.getByRole('button', { name: captureTexts(language).warnings.goOn, exact })
  const later = page.getByRole('button', { name: texts(language).page.fixLater, exact })
  await otherHeading(page, before).or(past).or(later).first().waitFor()
  if (await later.isVisible()) throw new Error(`${before}: ${await page.getByRole('main').textContent()}`)
  if (await past.isVisible()) await leaveFor(page, () => past.click())
}

/** A text as it is said on screen, of a robot that gave these answers. */
function said({ language, plan }: LabelRobot, text: FormText | undefined): string {
  const words = inLanguage(text, language)
  return fillPlaceholders(words, (variable) => (plan[variable] === undefined ? undefined : String(plan[variable])))
}

function titleOf(robot: LabelRobot, { title }: { title?: FormText }, isOptional: boolean): string {
  const { language } = robot
  const words = said(robot, title) + (isOptional ? ` ${texts(language).page.optional}` : '')
  return robot.mode === 'interview' ? `${captureTexts(language).readAloud} ${words}` : words
}

/** A question of a composition is no heading of its own: its box is called by the table and its row. */
async function answerPanel(robot: LabelRobot, panel: Panel): Promise<void> {
  const rows = panel.questions.filter((row) => isAsked(robot, row))
  if (rows.length === 0) return
  if (panel.layout !== 'composition') {
    for (const row of rows) await answerQuestion(robot, row, true)
    return
  }
  const { page, plan, given } = robot
  const isOptional = !panel.isRequired && panel.questions.every(({ isRequired }) => !isRequired)
  const title = titleOf(robot, panel, isOptional)
  const planned = rows.filter(({ name }) => plan[name] !== undefined)
  for (const row of planned) {
    const name = `${title} ${said(robot, row.title ?? row.short)}`
    await typeNumber(robot, page.getByRole('textbox', { name, exact }), row)
  }
  if (planned.length > 0 || !panel.isRequired) return
  await sayUnknown(robot, title)
  for (const { name } of rows) given.nonresponse[name] = 'dk'
}

async function answerQuestion(robot: LabelRobot, question: Question, isRow: boolean): Promise<void> {
  if (!isAsked(robot, question)) return
  const { page, plan, given } = robot
  const isOptional = !question.isRequired && !isRow
  const title = titleOf(robot, question, isOptional)
  const value = plan[question.name] ?? fallback(question)
  if (value === undefined) return
  if (value === 'dk') {
    await sayUnknown(robot, title)
    given.nonresponse[question.name] = 'dk'
    return
  }
  given.answers[question.name] = value
  const box = page.getByRole('textbox', { name: title, exact })
  if (question.kind === 'number') return typeNumber(robot, box, question)
  if (question.kind === 'text') return box.fill(String(value))
  await choose(robot, question, title, Array.isArray(value) ? value : [value])
}

function fallback(question: Question): Json | undefined {
  if (!question.isRequired) return undefined
  if (question.nonAnswers.includes('dk')) return 'dk'
  const [first] = question.choices
  if (first !== undefined) return question.kind === 'multiple' ? [first.value] : first.value
  return question.kind === 'number' ? (question.min ?? 0) : 'Texto de prueba'
}

function isAsked({ given }: LabelRobot, { name }: Question): boolean {
  return visibleQuestions(form, given.answers).has(name)
}

async function sayUnknown({ page, language }: LabelRobot, title: string): Promise<void> {
  const group = page.getByRole('group', { name: title, exact })
  await group.getByRole('checkbox', { name: texts(language).page.dk, exact }).check()
}

/** Key by key, in place of what a new draft may start with. */
async function typeNumber({ language, plan, given }: LabelRobot, box: Locator, question: Question): Promise<void> {
  const value = Number(plan[question.name] ?? given.answers[question.name])
  given.answers[question.name] = value
  const { grouping, decimals } = question
  await box.clear()
  await box.pressSequentially(formatNumber(value, { grouping, decimals }, language))
}

/** Long lists are filtered first, as nobody scrolls through 33 departments. */
async function choose(robot: LabelRobot, question: Question, title: string, wanted: readonly Json[]): Promise<void> {
  const { page, language } = robot
  const isMultiple = question.kind === 'multiple'
  const list = page.getByRole(isMultiple ? 'group' : 'radiogroup', { name: title, exact })
  await list.first().waitFor()
  const filter = list.getByRole('searchbox', { name: texts(language).page.filterOptions, exact })
  const isLong = (await filter.count()) > 0
  for (const choice of question.choices.filter(({ value }) => wanted.includes(value))) {
    const text = inLanguage(choice.text, language)
    if (isLong) await filter.fill(text)
    const hint = isLong ? '' : inLanguage(choice.hint, language)
    const name = hint === '' ? text : `${text} ${hint}`
    await list.getByRole(isMultiple ? 'checkbox' : 'radio', { name, exact }).check()
  }
}
