import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answers, Json } from '#domain/answers.ts'
import type { Edition, FormElement } from '#domain/edition.ts'
import type { Language } from '#domain/text.ts'
import { type PageModel, pageModel, type SurveyQuestion } from '../../src/app/formModel.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function boxOf(model: PageModel, name: string) {
  const question = model.question(name)
  if (question === undefined) throw new Error(`no question ${name}`)
  return question
}

type Told = { variable: string; value: Json | undefined }
type Given = { answers?: Answers; language?: Language }

const name: FormElement = { type: 'text', name: 'name' }
const firms: FormElement = { type: 'text', inputType: 'number', name: 'firms' }
const why: FormElement = { type: 'comment', name: 'why', visibleIf: '{firms} > 100' }
const code: FormElement = {
  type: 'text',
  name: 'code',
  validators: [
    { type: 'regex', regex: '^[0-9]{3}$', text: { es: 'Escriba tres cifras.', default: 'Write three digits.' } },
  ],
}

/** The model of a page of these questions, and all that it told of answers and of what may look different. */
function openPage(elements: FormElement[], { answers = {}, language = 'es' }: Given = {}) {
  const pages = [
    { name: 'before', elements: [{ type: 'text', name: 'earlier' }] },
    { name: 'page', visibleIf: "{earlier} = 'yes'", elements },
  ]
  const edition: Edition = { id: 'small', edition: 1, title: 'Small', form: { pages } }
  const told: Told[] = []
  const drawn: string[] = []
  const model = pageModel({ edition, pageName: 'page', answers, language }, (variable, value) =>
    told.push({ variable, value }),
  )
  model.subscribe((variable) => drawn.push(variable))
  return { model, told, drawn }
}

function valueIn(model: PageModel, variable: string): unknown {
  return model.question(variable)?.value
}

test('an answer that is chosen is told once, and its question is drawn again', () => {
  const { model, told, drawn } = openPage([name])
  model.setValue('name', 'Café')
  expect(told).toEqual([{ variable: 'name', value: 'Café' }])
  expect(drawn).toEqual(['name'])
  expect(valueIn(model, 'name')).toBe('Café')
})

test('an answer that is taken back is told as a blank', () => {
  const { model, told } = openPage([name], { answers: { name: 'Café' } })
  model.setValue('name', undefined)
  expect(told).toEqual([{ variable: 'name', value: undefined }])
})

test('what is typed is told with every key, and reaches the conditions once the typing pauses', () => {
  const { model, told, drawn } = openPage([firms, why])
  for (const value of [1, 12, 125]) model.type(boxOf(model, 'firms'), value)
  expect(told.map(({ value }) => value)).toEqual([1, 12, 125])
  expect(drawn).toEqual([])
  expect(model.isVisible('why')).toBe(false)
  vi.advanceTimersByTime(1000)
  expect(model.isVisible('why')).toBe(true)
  expect(drawn).toContain('firms')
  expect(drawn).toContain('')
  expect(told).toHaveLength(3)
})

test('each key starts the pause anew', () => {
  const { model } = openPage([firms, why])
  for (const value of [125, 1250, 12_500]) {
    model.type(boxOf(model, 'firms'), value)
    vi.advanceTimersByTime(200)
    expect(model.isVisible('why')).toBe(false)
  }
  vi.advanceTimersByTime(1000)
  expect(valueIn(model, 'firms')).toBe(12_500)
})

test('settling takes at once what was typed, and tells it no second time', () => {
  const { model, told } = openPage([firms, why])
  model.type(boxOf(model, 'firms'), 125)
  model.settle()
  expect(valueIn(model, 'firms')).toBe(125)
  expect(model.isVisible('why')).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([{ variable: 'firms', value: 125 }])
})

test('two questions that are typed into one after the other are both taken', () => {
  const { model } = openPage([name, firms])
  model.type(boxOf(model, 'name'), 'Café')
  model.type(boxOf(model, 'firms'), 7)
  model.settle()
  expect([valueIn(model, 'name'), valueIn(model, 'firms')]).toEqual(['Café', 7])
})

test('what was typed and cleared again is a blank', () => {
  const { model, told } = openPage([firms, why], { answers: { firms: 125 } })
  expect(model.isVisible('why')).toBe(true)
  model.type(boxOf(model, 'firms'), undefined)
  model.settle()
  expect(told).toEqual([{ variable: 'firms', value: undefined }])
  expect(model.question('firms')?.isEmpty()).toBe(true)
  expect(model.isVisible('why')).toBe(false)
})

test('choosing an answer first takes what was typed elsewhere', () => {
  const { model, told } = openPage([name, firms])
  model.type(boxOf(model, 'name'), 'Café')
  model.setValue('firms', 7)
  expect(valueIn(model, 'name')).toBe('Café')
  expect(told.map(({ variable }) => variable)).toEqual(['name', 'firms'])
})

test('an answer that is chosen after it was typed wins', () => {
  const { model, told } = openPage([firms])
  model.type(boxOf(model, 'firms'), 12)
  model.setValue('firms', undefined)
  vi.advanceTimersByTime(1000)
  expect(model.question('firms')?.isEmpty()).toBe(true)
  expect(told.at(-1)).toEqual({ variable: 'firms', value: undefined })
})

test('an answer that SurveyJS itself works out is told too', () => {
  const jobs: FormElement = { type: 'text', inputType: 'number', name: 'jobs', setValueExpression: '{firms} * 2' }
  const { model, told } = openPage([firms, jobs])
  model.type(boxOf(model, 'firms'), 12)
  model.settle()
  expect(told).toEqual([
    { variable: 'firms', value: 12 },
    { variable: 'jobs', value: 24 },
  ])
})

test('validating judges what was typed a moment ago', () => {
  const { model } = openPage([code])
  model.type(boxOf(model, 'code'), '12')
  expect([...model.validate()]).toEqual([['code', 'Escriba tres cifras.']])
  model.type(boxOf(model, 'code'), '123')
  expect([...model.validate()]).toEqual([])
})

test.each<[Language, string]>([
  ['es', 'Escriba tres cifras.'],
  ['en', 'Write three digits.'],
])('in %s a fault is told in that language', (language, message) => {
  const { model } = openPage([code], { answers: { code: 'x' }, language })
  expect([...model.validate()]).toEqual([['code', message]])
})

test('only what is shown is judged', () => {
  const hidden = { ...code, visibleIf: '{firms} > 100' }
  const { model } = openPage([firms, hidden], { answers: { code: 'x' } })
  expect([...model.validate()]).toEqual([])
  model.setValue('firms', 125)
  expect([...model.validate().keys()]).toEqual(['code'])
})

test('complete answers to the published questionnaire have no fault on any page', () => {
  const edition = censusEdition()
  const faulty = edition.form.pages.filter(({ name: pageName }) => {
    const model = pageModel({ edition, pageName, answers: completeAnswers, language: 'es' }, () => {})
    return model.validate().size > 0
  })
  expect(faulty.map(({ name: page }) => page)).toEqual([])
}, 60_000)

test('answers of other pages count in the conditions of this one', () => {
  const asked = { ...name, visibleIf: "{earlier} = 'yes'" }
  expect(openPage([asked], { answers: { earlier: 'yes' } }).model.isVisible('name')).toBe(true)
  expect(openPage([asked], { answers: { earlier: 'no' } }).model.isVisible('name')).toBe(false)
})

test('a page that was reached is shown, whatever its own condition says', () => {
  const { model } = openPage([name], { answers: { earlier: 'no' } })
  expect(model.isVisible('name')).toBe(true)
})

test('an answer that gets hidden keeps its value, and is there when it is shown again', () => {
  const { model, told } = openPage([firms, why], { answers: { firms: 125, why: 'muchas' } })
  model.setValue('firms', 5)
  expect(model.isVisible('why')).toBe(false)
  model.setValue('firms', 200)
  expect(valueIn(model, 'why')).toBe('muchas')
  expect(told.map(({ variable }) => variable)).toEqual(['firms', 'firms'])
})

test('a question that this page does not ask is neither found nor shown', () => {
  const { model } = openPage([name])
  expect(model.question('earlier')).toBeUndefined()
  expect(model.isVisible('earlier')).toBe(false)
})

test('a part of a question of several parts is told as the whole answer', () => {
  const split: FormElement = { type: 'multipletext', name: 'split', items: [{ name: 'own' }, { name: 'other' }] }
  const { model, told } = openPage([split])
  model.setValue('split', { own: 40, other: 60 })
  expect(told).toEqual([{ variable: 'split', value: { own: 40, other: 60 } }])
})

test('the answers that a model was given are never changed by it', () => {
  const answers: Answers = { many: ['a'], name: 'Café' }
  const many: FormElement = { type: 'checkbox', name: 'many', choices: ['a', 'b'] }
  const { model } = openPage([many, name], { answers })
  model.setValue('many', ['a', 'b'])
  model.type(boxOf(model, 'name'), 'Té')
  model.settle()
  expect(answers).toEqual({ many: ['a'], name: 'Café' })
})

test('who no longer listens is told nothing', () => {
  const { model } = openPage([name])
  const listener = vi.fn()
  model.subscribe(listener)()
  model.setValue('name', 'Café')
  expect(listener).not.toHaveBeenCalled()
})

test('a page that is left while someone types has told everything, and tells nothing afterwards', () => {
  const { model, told } = openPage([name])
  model.type(boxOf(model, 'name'), 'Café')
  model.settle()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([{ variable: 'name', value: 'Café' }])
})

test('a page that was drawn ahead is shown with what other pages hold by then', () => {
  const shownForBig = { type: 'text', name: 'reason', visibleIf: '{firms} > 5' }
  const { model, told } = openPage([name, shownForBig], { answers: { firms: 3 } })
  expect(model.isVisible('reason')).toBe(false)
  model.refresh({ firms: 8, unrelated: 1 })
  expect([model.isVisible('reason'), told]).toEqual([true, []])
  model.setValue('name', 'Cacao')
  expect(told).toEqual([{ variable: 'name', value: 'Cacao' }])
})

test('what is typed into one box of several is saved at once, beside the others, and settles as one answer', () => {
  const parts: FormElement = { type: 'multipletext', name: 'parts', items: [{ name: 'a' }, { name: 'b' }] }
  const edition = { ...censusEdition(), form: { pages: [{ name: 'page', elements: [parts] }] } }
  const told: unknown[] = []
  const given = { edition, pageName: 'page', language: 'es' as const, answers: { parts: { a: 1 } } }
  const model = pageModel(given, (_, value) => told.push(value))
  const [, second] = (boxOf(model, 'parts') as unknown as { items: { editor: SurveyQuestion }[] }).items
  if (second === undefined) throw new Error('no second box')
  model.type(second.editor, 2)
  model.type(second.editor, 25)
  expect(told).toEqual([
    { a: 1, b: 2 },
    { a: 1, b: 25 },
  ])
  expect(valueIn(model, 'parts')).toEqual({ a: 1 })
  model.settle()
  expect(valueIn(model, 'parts')).toEqual({ a: 1, b: 25 })
  model.type(second.editor, undefined)
  model.settle()
  expect(valueIn(model, 'parts')).toEqual({ a: 1 })
  expect(told).toHaveLength(3)
})
