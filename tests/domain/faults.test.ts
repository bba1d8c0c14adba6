import { expect, test } from 'vitest'
import type { Answers, Json } from '#domain/answers.ts'
import type { Check, FormElement } from '#domain/edition.ts'
import { faultsOnPage } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'
import { editionOf, faultsIn, idsOf, number, text } from './formEdition.ts'

const choices = ['a', 'b', { value: 'none', text: 'Ninguna', isExclusive: true }]
const single: FormElement = { type: 'radiogroup', name: 'one', choices }
const multiple: FormElement = { type: 'checkbox', name: 'many', choices, maxSelectedChoices: 2 }

function idsFor(element: FormElement, value: Json): string[] {
  return idsOf(faultsIn(editionOf([element]), { [element.name]: value }))
}

test('complete answers to the published questionnaire have no fault', () => {
  expect(faultsIn(censusEdition(), completeAnswers)).toEqual([])
})

test('only a blank that is required is a fault, and it says in both languages what to do', () => {
  const edition = editionOf([number('firms', { isRequired: true }), number('jobs')])
  const message = { es: 'Escriba un número.', en: 'Write a number.' }
  expect(faultsIn(edition)).toEqual([{ id: 'required', severity: 'hard', variables: ['firms'], message }])
  expect(faultsIn(edition, { firms: 0 })).toEqual([])
})

test.each<Json>(['', []])('%j is a blank, but false and 0 are answers', (blank) => {
  expect(idsFor({ ...multiple, isRequired: true }, blank)).toEqual(['required'])
  expect(idsFor({ type: 'boolean', name: 'yes', isRequired: true }, false)).toEqual([])
  expect(idsFor(number('firms', { isRequired: true }), 0)).toEqual([])
})

test.each(['dk', 'refused', 'na'] as const)('the non-answer %s settles a required question that offers it', (code) => {
  const edition = editionOf([number('firms', { isRequired: true, nonAnswers: [code] })])
  expect(faultsIn(edition, {}, { firms: code })).toEqual([])
})

test('a non-answer that is not offered is a hard fault, required or not', () => {
  const offering = number('jobs', { nonAnswers: ['dk'] })
  const edition = editionOf([number('firms', { isRequired: true }), offering])
  const faults = faultsIn(edition, {}, { firms: 'dk', jobs: 'na' })
  expect(faults).toMatchObject([
    { id: 'non-answer', severity: 'hard', variables: ['firms'] },
    { id: 'non-answer', severity: 'hard', variables: ['jobs'] },
  ])
})

test('what a panel offers counts for each of its questions', () => {
  const panel = { type: 'panel', name: 'sizes', nonAnswers: ['dk' as const], elements: [number('small')] }
  expect(faultsIn(editionOf([panel]), {}, { small: 'dk' })).toEqual([])
  expect(idsOf(faultsIn(editionOf([panel]), {}, { small: 'refused' }))).toEqual(['non-answer'])
})

test('a required question names "No sabe" only where that is offered', () => {
  const offered = faultsIn(editionOf([{ ...single, isRequired: true, nonAnswers: ['dk'] }]))
  expect(offered[0]?.message.es).toBe('Elija una opción o marque “No sabe”.')
  const refusedOnly = faultsIn(editionOf([{ ...single, isRequired: true, nonAnswers: ['refused'] }]))
  expect(refusedOnly[0]?.message.es).toBe('Elija una opción.')
})

test.each<[number | string, string[]]>([
  [-1, ['range']],
  [0, []],
  [9999, []],
  [10_000, ['range']],
  [1.5, ['range']],
  ['12', ['range']],
])('of a whole number from 0 to 9999, %j gives %j', (value, expected) => {
  expect(idsFor(number('firms', { min: 0, max: 9999 }), value)).toEqual(expected)
})

test('a range says of what it is, and is written as the number itself is: thousands for firms, none for a year', () => {
  const edition = editionOf([
    number('firms', { max: 9999 }),
    number('team', { min: 1, max: 1500 }),
    number('year', { min: 1900, max: 2100, grouping: false }),
    number('share', { min: 0, max: 100, unit: { es: '%', en: '%' } }),
  ])
  const messages = faultsIn(edition, { firms: 10_000, team: 0, year: 3000, share: 101 }).map((fault) => fault.message)
  expect(messages).toEqual([
    { es: 'Escriba un número hasta 9.999.', en: 'Write a number up to 9,999.' },
    { es: 'Escriba un número de 1 a 1.500.', en: 'Write a number from 1 to 1,500.' },
    {
      es: 'El año no puede ser anterior a 1900 ni posterior a 2100.',
      en: 'The year cannot be before 1900 or after 2100.',
    },
    { es: 'El porcentaje va de 0 a 100.', en: 'The percentage goes from 0 to 100.' },
  ])
})

test('decimals are no fault where the question takes them', () => {
  expect(idsFor(number('team', { decimals: 1 }), 1.5)).toEqual([])
})

test.each<[string, string[]]>([
  ['ab', ['length']],
  [' ab ', ['length']],
  ['abc', []],
  ['abcdef', ['length']],
])('a text of 3 to 5 letters: %j gives %j', (value, expected) => {
  expect(idsFor(text('name', { minLength: 3, maxLength: 5 }), value)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['maria@example.org', []],
  [' maria@example.org ', []],
  ['maria@example', ['mail']],
  ['maria.example.org', ['mail']],
  ['a@b@example.org', ['mail']],
  ['maría peña@example.org', ['mail']],
])('the mail address %j gives %j', (value, expected) => {
  expect(idsFor(text('mail', { inputType: 'email' }), value)).toEqual(expected)
})

test.each<[FormElement, Json, string[]]>([
  [single, 'a', []],
  [single, 'gone', ['choices']],
  [multiple, ['a', 'b'], []],
  [multiple, ['a', 'gone'], ['choices']],
  [multiple, ['a', 'b', 'none'], ['choices']],
  [multiple, ['a', 'none'], ['choices']],
  [multiple, ['none'], []],
])('of $name the answer %j gives %j', (element, value, expected) => {
  expect(idsFor(element, value)).toEqual(expected)
})

const tooMany: Check = {
  id: 'active_over_linked',
  severity: 'soft',
  when: '{active} notempty and {linked} notempty and {active} > {linked}',
  variables: ['active', 'linked'],
  message: {
    es: 'Activas: {active}. Vinculadas: {linked}. Año: {completed_year}. {unknown}',
    en: '{active} of {linked}',
  },
}
const firms = (rule: Partial<FormElement> = {}) => [
  text('status'),
  number('linked', { nonAnswers: ['dk'] }),
  number('active', rule),
]

test('a check that holds is told with the answers in its message, and with the severity that the edition gives', () => {
  const answers: Answers = { active: 12_500, linked: 40 }
  expect(faultsIn(editionOf(firms(), [tooMany]), answers)).toEqual([
    {
      id: 'check:active_over_linked',
      severity: 'soft',
      variables: ['active', 'linked'],
      message: { es: 'Activas: 12.500. Vinculadas: 40. Año: 2026. …', en: '12,500 of 40' },
    },
  ])
  const [hard] = faultsIn(editionOf(firms(), [{ ...tooMany, severity: 'hard' }]), answers)
  expect(hard?.severity).toBe('hard')
})

test('a check over a blank or a non-answer is silent', () => {
  const edition = editionOf(firms(), [tooMany])
  expect(faultsIn(edition, { active: 5 })).toEqual([])
  expect(faultsIn(edition, { active: 5 }, { linked: 'dk' })).toEqual([])
  expect(faultsIn(edition, { active: 5, linked: 5 })).toEqual([])
})

test('of a hidden question nothing is told, whatever its answer was', () => {
  const rule = { visibleIf: "{status} = 'active'", min: 0, max: 10, isRequired: true }
  const edition = editionOf(firms(rule), [tooMany])
  const answers: Answers = { status: 'active', active: 12, linked: 3 }
  expect(idsOf(faultsIn(edition, answers))).toEqual(['range', 'check:active_over_linked'])
  expect(faultsIn(edition, { ...answers, status: 'idea' })).toEqual([])
})

test('a check never reads the answer of a hidden question', () => {
  const elements = [text('status'), number('linked', { visibleIf: "{status} = 'active'" }), number('active')]
  const edition = editionOf(elements, [tooMany])
  expect(faultsIn(edition, { status: 'idea', active: 12, linked: 3 })).toEqual([])
})

test.each<[string, string, string[]]>([
  ['05001', '05', []],
  ['05001', '76', ['check:a_town_in_department']],
  ['Medellín', '76', []],
  ['5001', '76', []],
])('the town %s in the department %s gives %j', (town, department, expected) => {
  const given = { ...completeAnswers, muni_main: town, dept_main: department, depts_covered: [department] }
  expect(idsOf(faultsIn(censusEdition(), given))).toEqual(expected)
})

test('years are judged against the year of completion, not against today', () => {
  const edition = censusEdition()
  expect(idsOf(faultsIn(edition, { ...completeAnswers, founded_year: 2027 }))).toEqual(['check:a_founded_year_range'])
  expect(idsOf(faultsIn(edition, { ...completeAnswers, ref_year: 2026 }))).toEqual(['check:a_ref_year_range'])
  expect(idsOf(faultsIn(edition, { ...completeAnswers, ref_year: 2022 }))).toEqual([])
  expect(idsOf(faultsIn(edition, { ...completeAnswers, ref_year: 2021 }))).toEqual(['check:a_ref_year_range'])
})

test('faults stand in the order of the form, and on the page that asks their first variable', () => {
  const { ci_name: _name, gov_formal_model: _model, ...rest } = completeAnswers
  const given: Answers = { ...rest, founded_year: 1980 }
  const faults = faultsIn(censusEdition(), given)
  expect(faults.map((fault) => fault.variables[0])).toEqual(['ci_name', 'gov_formal_model', 'founded_year'])
  const { pages } = readForm(censusEdition())
  const onPages = pages.flatMap((page) => faultsOnPage(faults, page).map((fault) => [page.name, fault.id]))
  expect(onPages).toEqual([
    ['A_1', 'required'],
    ['A_2', 'check:a_founded_year_range'],
    ['C_1', 'required'],
  ])
})
