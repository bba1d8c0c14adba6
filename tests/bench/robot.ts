import type { Page } from 'playwright-core'
import type { FormElement } from '#domain/edition.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

/** An answer of the robot; times in milliseconds of the page's clock. */
type Answered = { from: number; to: number; lastInputAt: number }

export type Fill = {
  /** worst interaction of each answer, input to paint, in steps of 8 ms; 16 stands for "at most 16" */
  interactions: number[]
  /** last input of each answer to the end of the next write that began after it */
  durable: number[]
  /** last input of each answer to the end of whatever write ends next: how the peers were measured */
  nextWrite: number[]
  sectionChanges: number[]
  totalMs: number
  /** answers in the stored draft, of 70 */
  stored: number
}

const pages = unscoredEdition().form.pages

/** Where the robot finds things on the page that it fills. */
export type Target = {
  block: (question: string) => string
  next: string
  /** texts for the boxes of a date, in their order, and what the first of them shows then */
  date: { typed: string[]; shown: string[] }
}

export const ours: Target = {
  block: (question) => `[id="${question}"]`,
  // Pages that are out of sight have a bar too.
  next: '#main ~ footer button:last-child',
  date: { typed: ['14', '07', '2026'], shown: ['14', '07', '2026'] },
}

export const plainSurvey: Target = {
  block: (question) => `[data-name="${question}"]`,
  next: '.sd-navigation__next-btn',
  date: { typed: ['07142026'], shown: ['2026-07-14'] },
}

/** Fills the unscored edition, of which the first page is open, with real mouse and key events; never waits in vain. */
export async function fill(page: Page, target: Target): Promise<Fill> {
  const answers: Answered[] = []
  const sectionChanges: number[] = []
  const from = await clock(page)
  for (const [at, { elements = [] }] of pages.entries()) {
    if (at > 0) sectionChanges.push(await changeSection(page, target, pages[at]))
    for (const question of elements) answers.push(await answer(page, target, question))
  }
  const totalMs = (await clock(page)) - from
  // Until the last write has ended and the last interaction was painted.
  await page.waitForTimeout(1000)
  const { writes, interactions } = await page.evaluate(() => window.probe)
  // The first question took its click when the page was opened: it is answered already.
  const measured = answers.slice(1)
  return {
    interactions: measured.map((answered) => {
      const own = interactions.filter(({ from }) => from >= answered.from && from < answered.to)
      return Math.max(16, ...own.map(({ duration }) => duration))
    }),
    durable: measured.map(({ lastInputAt }) => {
      const ends = writes.filter((write) => write.from >= lastInputAt).map(({ to }) => to)
      return Math.min(...ends) - lastInputAt
    }),
    nextWrite: measured.map(({ lastInputAt }) => {
      const ends = writes.map(({ to }) => to).filter((to) => to >= lastInputAt)
      return Math.min(...ends) - lastInputAt
    }),
    sectionChanges,
    totalMs,
    stored: await storedAnswers(page),
  }
}

function clock(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

export async function clickOn(page: Page, selector: string, index = 0): Promise<{ at: number; tag: string }> {
  const point = await page.evaluate(([what, which]) => window.probe.pointOf(what, which), [selector, index] as const)
  await page.mouse.click(point.x, point.y)
  return point
}

async function answer(page: Page, target: Target, question: FormElement): Promise<Answered> {
  const from = await clock(page)
  let lastInputAt = from
  const wait = async (selector: string, index: number, value: string | true) => {
    const given = [selector, index, value] as const
    ;({ inputAt: lastInputAt } = await page.evaluate((args) => window.probe.shows(...args), given))
  }
  const choose = async (index: number) => {
    const options = `${target.block(question.name)} :is([type=radio], [type=checkbox])`
    await clickOn(page, options, index)
    await wait(options, index, true)
  }
  const type = async (index: number, text: string, shown = text) => {
    const boxes = `${target.block(question.name)} :is(textarea, input:not([type=radio], [type=checkbox]))`
    await clickOn(page, boxes, index)
    await page.keyboard.type(text)
    await wait(boxes, index, shown)
  }
  if (question.type === 'radiogroup') await choose(0)
  else if (question.type === 'checkbox') for (const index of [0, 1]) await choose(index)
  else if (question.inputType === 'date') {
    for (const [index, text] of target.date.typed.entries()) await type(index, text, target.date.shown[index])
  } else for (const [index, text] of textsFor(question).entries()) await type(index, text)
  return { from, to: await clock(page), lastInputAt }
}

/** What is typed into the boxes of a question, in their order. */
function textsFor({ type, inputType, validators }: FormElement): string[] {
  if (type === 'multipletext') return ['25', '25', '25', '25']
  if (type === 'comment') return ['Visita corta, sin observaciones']
  if (inputType === 'number') return ['42']
  return [validators === undefined ? 'Planta doce' : '123-4567']
}

/** Milliseconds from each click to the frame in which the next can be made; the hub between two sections counts. */
async function changeSection(page: Page, target: Target, next: (typeof pages)[number] | undefined): Promise<number> {
  const question = `${target.block(next?.elements?.[0]?.name ?? '')} :is(input, textarea)`
  const link = `main a[href*="/page/${next?.name}"]`
  await clickOn(page, target.next)
  let total = 0
  for (;;) {
    const reached = await page.evaluate(async (selector) => {
      const point = await window.probe.pointOf(selector, 0)
      return { ...point, waited: point.at - window.probe.lastClickAt }
    }, `${question}, ${link}`)
    total += reached.waited
    if (reached.tag !== 'A') return total
    await page.mouse.click(reached.x, reached.y)
  }
}

function storedAnswers(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('cumulo')
        // A page that stores nothing has no such database: none is made here.
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve(0)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(Math.max(0, ...reading.result.map(({ answers }) => Object.keys(answers).length)))
          }
        }
      }),
  )
}
