import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import type { Edition, FormElement } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { DraftSession } from '../../src/app/draftSession.ts'
import { surveyPage, variableOf } from '../../src/app/formModel.ts'
import { PageModel } from '../../src/app/pageModel.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'
import { blankDraft, newDatabase } from '../support/deviceDatabase.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const name: FormElement = { type: 'text', name: 'name' }
const firms: FormElement = { type: 'text', inputType: 'number', name: 'firms' }
const why: FormElement = { type: 'comment', name: 'why', visibleIf: '{firms} > 100' }
// Two columns are nothing of ours.
const sizes: FormElement = {
  type: 'multipletext',
  name: 'sizes',
  colCount: 2,
  items: [
    { name: 'small', inputType: 'number' },
    { name: 'large', inputType: 'number' },
  ],
}
const code: FormElement = {
  type: 'text',
  name: 'code',
  validators: [{ type: 'text', minLength: 3, text: { es: 'Escriba tres cifras.', default: 'Write three digits.' } }],
}

type Given = { answers?: Answers; language?: Language; form?: object; edition?: Edition; pageName?: string }

/** The model of a page of these questions that somebody has opened, and how often it asked to be drawn again. */
function openPage(elements: FormElement[], { answers = {}, language = 'es', form = {}, ...given }: Given = {}) {
  const pages = [
    { name: 'before', elements: [{ type: 'text', name: 'earlier' }] },
    { name: 'page', visibleIf: "{earlier} = 'yes'", elements },
  ]
  const edition = given.edition ?? { id: 'small', edition: 1, title: 'Small', form: { ...form, pages } }
  const read = readForm(edition)
  const page = read.pages.find((each) => each.name === (given.pageName ?? 'page'))
  if (page === undefined) throw new Error('no such page')
  const session = new DraftSession(newDatabase(), blankDraft({ answers }))
  const model = new PageModel({ session, edition, form: read, earlier: undefined }, page, language)
  const drawn = { times: 0 }
  model.subscribe(() => {
    drawn.times += 1
  })
  model.follow()
  return { model, session, page, drawn, stored: () => session.read().draft.answers }
}

function withSurvey(elements: FormElement[], given: Given = {}) {
  const opened = openPage(elements, given)
  opened.model.join(surveyPage)
  return opened
}

function surveyQuestion(model: PageModel, variable: string) {
  const question = model.drawnBySurvey(variable)
  if (question === undefined) throw new Error(`SurveyJS does not draw ${variable}`)
  return question
}

test('an answer that is chosen is in the draft at once', () => {
  const { model, stored } = openPage([name])
  model.setValue('name', 'Café')
  expect(stored()).toEqual({ name: 'Café' })
  expect(model.valueOf('name')).toBe('Café')
})

test('an answer that is chosen shows at once what it asks for', () => {
  const { model, drawn } = openPage([firms, why])
  model.setValue('firms', 125)
  expect(model.isVisible('why')).toBe(true)
  expect(drawn.times).toBe(1)
})

test('an answer that changes nothing else on the page draws no other question again', () => {
  const { model, drawn } = openPage([name, firms, why])
  model.setValue('name', 'Café')
  model.setValue('firms', 7)
  expect(drawn.times).toBe(0)
})

test('what is typed is in the draft with every key, and reaches the conditions once the typing pauses', () => {
  const { model, drawn, stored } = openPage([firms, why])
  for (const value of [1, 12, 125]) {
    model.type('firms', value)
    expect(stored()).toEqual({ firms: value })
    vi.advanceTimersByTime(200)
  }
  expect(model.isVisible('why')).toBe(false)
  vi.advanceTimersByTime(1000)
  expect(model.isVisible('why')).toBe(true)
  expect(drawn.times).toBe(1)
})

test('a note or a saved draft does not end the pause of who is typing', () => {
  const { model, session } = openPage([firms, why])
  model.type('firms', 125)
  session.set({ notes: { firms: 'según la cámara' } })
  expect(model.isVisible('why')).toBe(false)
})

test('settling lets the conditions hear at once of what was typed', () => {
  const { model } = openPage([firms, why])
  model.type('firms', 125)
  model.settle()
  expect(model.isVisible('why')).toBe(true)
})

test('a non-answer is heard like a blank', () => {
  const { model, session } = openPage([firms, why], { answers: { firms: 125 } })
  expect(model.isVisible('why')).toBe(true)
  session.change({ variable: 'firms', nonAnswer: 'dk' })
  expect(model.isVisible('why')).toBe(false)
})

test('answers of other pages count in the conditions of this one', () => {
  const asked = { ...name, visibleIf: "{earlier} = 'yes'" }
  expect(openPage([asked], { answers: { earlier: 'yes' } }).model.isVisible('name')).toBe(true)
})

test('a page that was drawn ahead hears what other pages hold when it is shown', () => {
  const { model, session } = openPage([{ ...name, visibleIf: '{firms} > 5' }, firms])
  const unfollow = model.follow()
  unfollow()
  session.change({ variable: 'firms', value: 7 })
  model.follow()
  expect(model.isVisible('name')).toBe(true)
})

test('a page that was reached is shown, whatever its own condition says', () => {
  const { model } = openPage([name, why], { answers: { earlier: 'no' } })
  expect(model.isVisible('name')).toBe(true)
  expect(model.isVisible('why')).toBe(false)
})

test('an answer that gets hidden keeps its value, and is there when it is shown again', () => {
  const { model } = openPage([firms, why], { answers: { firms: 125, why: 'muchas' } })
  model.setValue('firms', 5)
  expect(model.isVisible('why')).toBe(false)
  expect(model.valueOf('why')).toBe('muchas')
})

test('only what SurveyJS alone can ask waits for it', () => {
  const { model, page } = openPage([name, sizes, code])
  expect(page.elements.map((element) => model.canAsk(element))).toEqual([true, false, false])
  expect(model.isWhole).toBe(false)
  expect(model.isVisible('sizes')).toBe(false)
  model.join(surveyPage)
  expect(model.isWhole).toBe(true)
  expect(model.isVisible('sizes')).toBe(true)
  expect(model.drawnBySurvey('name')).toBeUndefined()
})

test('nothing of the published questionnaire waits for SurveyJS', () => {
  const edition = censusEdition()
  const waiting = edition.form.pages.filter(({ name: pageName }) => !openPage([], { edition, pageName }).model.isWhole)
  expect(waiting.map((page) => page.name)).toEqual([])
})

test('complete answers to the published questionnaire have no fault on any page', () => {
  const edition = censusEdition()
  const faulty = edition.form.pages.filter(
    ({ name: pageName }) => withSurvey([], { edition, pageName, answers: completeAnswers }).model.validate().size > 0,
  )
  expect(faulty.map((page) => page.name)).toEqual([])
}, 60_000)

test("an answer given in SurveyJS's own input is in the draft at once, and one that it works out too", () => {
  const jobs: FormElement = { type: 'text', inputType: 'number', name: 'jobs', setValueExpression: '{sizes.small} * 2' }
  const { model, stored } = withSurvey([sizes, jobs])
  surveyQuestion(model, 'sizes').value = { small: 12 }
  expect(stored()).toEqual({ sizes: { small: 12 }, jobs: 24 })
})

test('SurveyJS hears in the pause of an answer in one of our inputs, and what it works out from it is kept', () => {
  const jobs: FormElement = { type: 'text', inputType: 'number', name: 'jobs', setValueExpression: '{firms} * 2' }
  const { model, stored } = withSurvey([firms, jobs])
  model.type('firms', 12)
  vi.advanceTimersByTime(1000)
  expect(stored()).toEqual({ firms: 12, jobs: 24 })
  expect(surveyQuestion(model, 'jobs').value).toBe(24)
})

test('a condition that only SurveyJS can read is judged by it', () => {
  const asked = { ...name, visibleIf: '{total} > 10' }
  const form = { calculatedValues: [{ name: 'total', expression: '{firms} + 5' }] }
  const { model } = withSurvey([firms, asked], { form })
  expect(model.isVisible('name')).toBe(false)
  model.setValue('firms', 7)
  vi.advanceTimersByTime(1000)
  expect(model.isVisible('name')).toBe(true)
})

test('what was said elsewhere of a question that SurveyJS draws shows there at once', () => {
  const { model, session } = withSurvey([sizes], { answers: { sizes: { small: 3, large: 4 } } })
  session.change({ variable: 'sizes', nonAnswer: 'dk' })
  expect(surveyQuestion(model, 'sizes').isEmpty()).toBe(true)
})

test("a box of SurveyJS's is a part of its question's answer", () => {
  const { model } = withSurvey([sizes, code])
  const rows = surveyQuestion(model, 'sizes').getNestedQuestions()
  expect(rows.map(variableOf)).toEqual([
    { variable: 'sizes', part: 'small' },
    { variable: 'sizes', part: 'large' },
  ])
  expect(variableOf(surveyQuestion(model, 'code'))).toEqual({ variable: 'code' })
})

test("the draft's own lists are never changed in place by SurveyJS", () => {
  const kinds: FormElement = { type: 'checkbox', name: 'kinds', choices: ['a', 'b'], showOtherItem: true }
  const { model, stored } = withSurvey([kinds], { answers: { kinds: ['a'] } })
  const before = stored().kinds
  surveyQuestion(model, 'kinds').value.push('b')
  expect(before).toEqual(['a'])
})

test('validating judges what was typed a moment ago', () => {
  const { model } = withSurvey([code])
  model.type('code', '12')
  expect([...model.validate()]).toEqual([['code', 'Escriba tres cifras.']])
  model.type('code', '123')
  expect([...model.validate()]).toEqual([])
})

test.each<[Language, string]>([
  ['es', 'Escriba tres cifras.'],
  ['en', 'Write three digits.'],
])('in %s a fault is told in that language', (language, message) => {
  const { model } = withSurvey([code], { answers: { code: 'x' }, language })
  expect([...model.validate()]).toEqual([['code', message]])
})

test('only what is shown is judged', () => {
  const hidden = { ...code, visibleIf: '{firms} > 100' }
  const { model } = withSurvey([firms, hidden], { answers: { code: 'x' } })
  expect([...model.validate()]).toEqual([])
  model.setValue('firms', 125)
  expect([...model.validate().keys()]).toEqual(['code'])
})
