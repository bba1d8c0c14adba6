import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import type { Edition, FormElement } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'

const elements: FormElement[] = [
  {
    type: 'text',
    inputType: 'number',
    name: 'firms',
    min: -1_000_000,
    max: 1_000_000,
    decimals: 2,
    validators: [{ type: 'numeric', minValue: 0, maxValue: 5000 }],
  },
  { type: 'text', name: 'code', validators: [{ type: 'regex', regex: '^[a-c]{2}-\\d{2}$', caseInsensitive: true }] },
  {
    type: 'checkbox',
    name: 'topics',
    choices: ['a', 'b', 'c', 'd'],
    validators: [{ type: 'answercount', minCount: 2, maxCount: 3 }],
  },
  {
    type: 'multipletext',
    name: 'shares',
    items: [
      { name: 'small', inputType: 'number', min: 0, max: 100 },
      { name: 'large', inputType: 'number', isRequired: true },
      { name: 'why', maxLength: 5 },
    ],
    validators: [{ type: 'expression', expression: '{shares.small} + {shares.large} = 100' }],
  },
  {
    type: 'multipletext',
    name: 'contact',
    items: [{ name: 'town', isRequired: true }, { name: 'street' }],
  },
  {
    type: 'radiogroup',
    name: 'active',
    choices: ['yes', 'no'],
    validators: [{ type: 'expression', expression: "{active} = 'yes' or {firms} empty" }],
  },
]
const names = elements.map(({ name }) => name)
const edition: Edition = { id: 'small', edition: 1, title: 'Small', form: { pages: [{ name: 'page', elements }] } }
const form = readForm(edition)

const codes = fc.oneof(
  fc.constantFrom('ab-12', 'AB-12', 'ab-1', 'xab-12', 'abc', 'ca-99'),
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
)
const amounts = fc.oneof(fc.constantFrom(0, -1, 1, 40, 60, 100, 5000, 5000.01, 5001), fc.integer({ min: -9, max: 120 }))
// SurveyJS draws the bounds of a box among several and does not judge them: there is nothing to be compared with.
const withinBounds = fc.integer({ min: 0, max: 100 })
const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      firms: amounts,
      code: codes,
      topics: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
      shares: fc
        .record({ small: withinBounds, large: amounts, why: fc.constantFrom('x', 'abcde') }, { requiredKeys: [] })
        .filter((parts) => Object.keys(parts).length > 0),
      contact: fc.constantFrom({ town: 'Neiva' }, { street: 'Calle 5' }),
      active: fc.constantFrom('yes', 'no'),
    },
    { requiredKeys: [] },
  )
  .map((given) => given as Answers)

/** The questions that SurveyJS would not let pass. */
function refusedBySurveyJs(given: Answers): string[] {
  const model = new Model(edition.form)
  model.data = structuredClone(given)
  return names.filter((name) => !model.getQuestionByName(name).validate(false))
}

function refusedByUs(given: Answers): string[] {
  const faults = faultsOf(form, edition, { answers: given, nonresponse: {} }, { completedYear: 2026 })
  return names.filter((name) => faults.some(({ variables }) => variables[0] === name))
}

test('validators and boxes that are judged without SurveyJS refuse exactly what it refuses', () => {
  fc.assert(
    fc.property(answers, (given) => {
      expect(refusedByUs(given)).toEqual(refusedBySurveyJs(given))
    }),
    { numRuns: 200 },
  )
}, 120_000)

const text = (element: Partial<FormElement>): FormElement => ({ type: 'text', name: 'one', ...element })

test.each<[string, FormElement]>([
  ['another kind of validator', text({ validators: [{ type: 'email' }] })],
  ['an option of a validator', text({ validators: [{ type: 'regex', regex: 'a', notificationType: 'warning' }] })],
  ['an expression of another language', text({ validators: [{ type: 'expression', expression: 'age({one}) > 1' }] })],
  ['a broken regex', text({ validators: [{ type: 'regex', regex: '(' }] })],
  ['numbers of a text', text({ validators: [{ type: 'numeric', minValue: 1 }] })],
])('%s is left to SurveyJS', (_, element) => {
  const { pages } = readForm({ ...edition, form: { pages: [{ name: 'page', elements: [element] }] } })
  expect(pages[0]?.elements[0]).not.toHaveProperty('validators')
})

test('a validator speaks with its own words, in both languages, and ours stand in for it', () => {
  const say = (validators: object[]) => {
    const element = text({ inputType: 'number', validators })
    const small: Edition = { ...edition, form: { pages: [{ name: 'page', elements: [element] }] } }
    const answered = { answers: { one: 7 }, nonresponse: {} }
    return faultsOf(readForm(small), small, answered, { completedYear: 2026 })[0]?.message
  }
  expect(say([{ type: 'numeric', minValue: 10, text: { es: 'Son diez o más.', default: 'Ten or more.' } }])).toEqual({
    es: 'Son diez o más.',
    en: 'Ten or more.',
  })
  expect(say([{ type: 'numeric', minValue: 1000, maxValue: 5000 }])).toEqual({
    es: 'Escriba un número desde 1.000 hasta 5.000.',
    en: 'Write a number from 1,000 up to 5,000.',
  })
})

test('a box at fault is named', () => {
  const answered = { answers: { shares: { small: 140, large: 1 } }, nonresponse: {} }
  const faults = faultsOf(form, edition, answered, { completedYear: 2026 })
  expect(faults.map(({ message }) => message.es)).toContain('small: Escriba un número de 0 a 100.')
})
