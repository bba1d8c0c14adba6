import type { Page } from 'playwright-core'
import type { Json } from '#domain/answers.ts'
import { type Page as FormPage, type Question, questionsOf } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { form, type Plan } from './robot.ts'

/** What has the focus: `question` is the variable around it, `name` what a screen reader would say of it. */
export type Stop = {
  tag: string
  type: string
  name: string
  question: string
  value: string
  isChecked: boolean
  isShown: boolean
}

export function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const active = document.activeElement ?? document.body
    const input = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : undefined
    const label = active.getAttribute('aria-label') ?? input?.labels?.[0]?.textContent ?? active.textContent ?? ''
    return {
      tag: active.tagName,
      type: input?.type ?? '',
      name: label.replace(/\s+/g, ' ').trim(),
      question: active.closest('section[id]')?.id ?? '',
      value: input?.value ?? '',
      isChecked: input instanceof HTMLInputElement && input.checked,
      isShown: active !== document.body && active.getClientRects().length > 0,
    }
  })
}

const mostStops = 250

/** Presses Tab, or Shift+Tab, until what is wanted has the focus; `onTheWay` may answer what it passes. */
export async function tabTo(
  page: Page,
  isWanted: (stop: Stop) => boolean,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  onTheWay: (stop: Stop) => Promise<void> = async () => {},
): Promise<Stop> {
  const passed = new Set<string>()
  for (let count = 0; count < mostStops; count += 1) {
    await page.keyboard.press(key)
    const now = await stop(page)
    if (isWanted(now)) return now
    await onTheWay(now)
    passed.add(`${now.tag} ${now.name.slice(0, 40)}`)
  }
  throw new Error(`${page.url()}: not reached with ${key}; passed\n${[...passed].join('\n')}`)
}

export function isButton(name: string): (stop: Stop) => boolean {
  return (now) => now.tag === 'BUTTON' && now.name === name
}

export function isLink(name: string | RegExp): (stop: Stop) => boolean {
  return (now) => now.tag === 'A' && (typeof name === 'string' ? now.name === name : name.test(now.name))
}

/** Presses Enter on what has the focus; gives what has it on the screen that follows, where there must be something. */
export async function follow(page: Page): Promise<Stop> {
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
  await page.waitForFunction(() => document.activeElement?.closest('main') != null)
  const now = await stop(page)
  if (!now.isShown) throw new Error(`${page.url()}: the focus is on something that nobody sees (${now.tag})`)
  return now
}

/** Goes through a page with Tab, answers what must be answered, and leaves the focus on Continuar. */
export async function answerByKeyboard(page: Page, plan: Plan): Promise<void> {
  const name = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '')
  const asked = form.pages.find((each) => each.name === name)
  if (asked === undefined) throw new Error(`not a page of the form: ${page.url()}`)
  const settled = new Set<string>()
  await tabTo(page, isButton('Continuar'), 'Tab', async (now) => {
    const id = now.question === '' ? `table ${now.name}` : now.question
    if (settled.has(id)) return
    if (await answerAt(page, asked, now, plan)) settled.add(id)
  })
}

/** True when the question that has the focus is settled. */
async function answerAt(page: Page, asked: FormPage, now: Stop, plan: Plan): Promise<boolean> {
  // A question begins with what counts for it, folded away.
  if (now.tag === 'SUMMARY') return false
  const question = questionsOf(asked).find(({ name }) => name === now.question)
  if (question === undefined) {
    // "No sabe" for a whole table stands outside of its rows.
    if (now.type !== 'checkbox' || now.name !== 'No sabe') return false
    if (!asked.elements.some((element) => element.kind === 'panel' && element.isRequired)) return false
    await page.keyboard.press('Space')
    return true
  }
  const planned = plan[question.name]
  if (planned === undefined && !question.isRequired) return false
  if (planned === undefined && question.nonAnswers.includes('dk')) {
    if (now.type !== 'checkbox' || now.name !== 'No sabe') return false
    await page.keyboard.press('Space')
    return true
  }
  return giveAnswer(page, question, now, planned)
}

async function giveAnswer(page: Page, question: Question, now: Stop, planned: Json | undefined): Promise<boolean> {
  if (now.type === 'radio' || now.type === 'checkbox') {
    if (!now.isChecked) await page.keyboard.press('Space')
    const steps = question.choices.findIndex(({ value }) => value === planned)
    // A filtered list begins with what was wanted.
    if (question.choices.length <= 7) {
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
    }
    return true
  }
  if (now.type === 'search') {
    const choice = question.choices.find(({ value }) => value === planned)
    if (typeof choice?.text === 'object') await page.keyboard.type(String(choice.text.es ?? ''))
    return false
  }
  // What a draft starts with is an answer already.
  if (now.value !== '') return true
  if (question.kind === 'number') {
    const { grouping, decimals } = question
    await page.keyboard.type(formatNumber(Number(planned ?? question.min ?? 0), { grouping, decimals }, 'es'))
  } else await page.keyboard.type(String(planned ?? 'Texto de prueba'))
  return true
}
