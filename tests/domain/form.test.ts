import { expect, test } from 'vitest'
import type { Edition, FormElement } from '#domain/edition.ts'
import { type Element, type Question, questionsOf, readForm } from '#domain/form.ts'
import { censusEdition } from '../support/builders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'
import { editionOf, number, text } from './formEdition.ts'

function read(element: FormElement): Element {
  const [first] = readForm(editionOf([element])).pages[0]?.elements ?? []
  if (first === undefined) throw new Error('nothing was read')
  return first
}

function question(element: FormElement): Question {
  const found = read(element)
  if (found.kind === 'panel') throw new Error(`${element.name} is a panel`)
  return found
}

test.each([
  ['radiogroup', undefined, 'single'],
  ['dropdown', undefined, 'single'],
  ['checkbox', undefined, 'multiple'],
  ['tagbox', undefined, 'multiple'],
  ['boolean', undefined, 'boolean'],
  ['comment', undefined, 'text'],
  ['text', undefined, 'text'],
  ['text', 'email', 'text'],
  ['text', 'number', 'number'],
  ['text', 'date', 'date'],
  ['matrix', undefined, 'other'],
] as const)('a %s with the input type %s is of the kind %s', (type, inputType, kind) => {
  expect(question({ type, name: 'one', ...(inputType === undefined ? {} : { inputType }) }).kind).toBe(kind)
})

test('what only decorates asks for nothing', () => {
  const elements = ['html', 'image', 'expression'].map((type) => ({ type, name: type }))
  expect(readForm(editionOf([...elements, text('asked')])).questions.map(({ name }) => name)).toEqual(['asked'])
})

test('a number is whole unless the question says how many decimals it may have', () => {
  expect(question(number('firms')).decimals).toBe(0)
  expect(question(number('team', { decimals: 1 })).decimals).toBe(1)
  expect(question(number('share', { step: 0.5 })).decimals).toBe(2)
  expect(question(number('pairs', { step: 2 })).decimals).toBe(0)
})

test('a limit that is an expression of SurveyJS is no limit here', () => {
  expect(question(number('firms', { min: 0, max: '{linked}' }))).toMatchObject({ min: 0 })
  expect(question(number('firms', { max: '{linked}' }))).not.toHaveProperty('max')
})

test('a choice that is only a code is shown as its code', () => {
  const choices = ['a', 2, { value: 'none', text: { es: 'Ninguna', en: 'None' }, isExclusive: true }]
  expect(question({ type: 'checkbox', name: 'many', choices }).choices).toEqual([
    { value: 'a', text: 'a', isExclusive: false },
    { value: 2, text: '2', isExclusive: false },
    { value: 'none', text: { es: 'Ninguna', en: 'None' }, isExclusive: true },
  ])
})

test('a question carries every condition on it, from the page inwards', () => {
  const inner: FormElement = { type: 'panel', name: 'inner', elements: [number('jobs', { visibleIf: '{c} = 1' })] }
  const outer: FormElement = { type: 'panel', name: 'outer', visibleIf: '{b} = 1', elements: [inner, number('firms')] }
  const page = { name: 'page', visibleIf: '{a} = 1', elements: [outer] }
  const form = readForm({ id: 'small', edition: 1, title: 'Small', form: { pages: [page] } })
  expect(form.question('jobs')?.visibleIf).toEqual(['{a} = 1', '{b} = 1', '{c} = 1'])
  expect(form.question('firms')?.visibleIf).toEqual(['{a} = 1', '{b} = 1'])
})

test('the questions of a panel inside a panel belong to the outer one', () => {
  const inner: FormElement = { type: 'panel', name: 'inner', elements: [number('jobs')] }
  const panel = read({ type: 'panel', name: 'outer', layout: 'rows', elements: [inner, number('firms')] })
  expect(panel).toMatchObject({ kind: 'panel', name: 'outer', layout: 'rows' })
  expect(panel.kind === 'panel' && panel.questions.map(({ name, panel: of }) => [name, of])).toEqual([
    ['jobs', 'outer'],
    ['firms', 'outer'],
  ])
})

test('the published form has its consent apart, and every other page in one section', () => {
  const form = readForm(censusEdition())
  expect(form.consent?.pages.map(({ name }) => name)).toEqual(['H_1', 'H_2', 'H_3'])
  const inSections = form.sections.flatMap((section) => section.pages)
  expect([...(form.consent?.pages ?? []), ...inSections]).toEqual(form.pages)
  expect(form.pages.flatMap(questionsOf)).toEqual(form.questions)
})

test('without sections every page is one, and takes half a minute a question', () => {
  const edition: Edition = unscoredEdition()
  const form = readForm(edition)
  expect(form.consent).toBeUndefined()
  expect(form.sections.map(({ id, title, minutes }) => ({ id, title, minutes }))[0]).toEqual({
    id: 'b1_page_1',
    title: 'Sección 1',
    minutes: 5,
  })
  expect(form.sections).toHaveLength(8)
})

test('a variable that the form does not ask for is not found', () => {
  const form = readForm(editionOf([text('name')]))
  expect(form.question('name')?.page).toBe('page')
  expect(form.question('constructor')).toBeUndefined()
})

test('a condition on a value that SurveyJS calculates is left to SurveyJS', () => {
  const why = text('why', { visibleIf: '{linked} > 10 and {All_Firms} > 100' })
  const plain = editionOf([number('linked'), why])
  const calculatedValues = [{ name: 'all_firms', expression: '{linked} * 2' }]
  const edition = { ...plain, form: { ...plain.form, calculatedValues } }
  expect(readForm(plain).question('why')).toMatchObject({ foreignConditions: [] })
  expect(readForm(edition).question('why')).toMatchObject({
    visibleIf: [],
    foreignConditions: ['{linked} > 10 and {All_Firms} > 100'],
  })
})

test('a box that is required makes its question required', () => {
  const boxes = (isRequired: boolean): FormElement => ({
    type: 'multipletext',
    name: 'contact',
    items: [{ name: 'town', isRequired }, { name: 'street' }],
  })
  expect([true, false].map((isRequired) => question(boxes(isRequired)).isRequired)).toEqual([true, false])
})
