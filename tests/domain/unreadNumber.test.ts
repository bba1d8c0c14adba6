import { expect, test } from 'vitest'
import { faultsOf } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'
import type { NumberKind } from '#domain/numbers.ts'
import { problemOf, problemWords } from '#domain/unreadNumber.ts'
import { editionOf, number } from './formEdition.ts'

const integer: NumberKind = { decimals: 0, negative: false }
const decimal: NumberKind = { decimals: 2, negative: false }

test.each<[string, NumberKind, string, string]>([
  ['1.25', decimal, '¿Quiso decir 1,25 o 125?', 'Did you mean 1.25?'],
  ['1.25', integer, '¿Quiso decir 125? Si\u00a0no, escríbalo sin coma.', 'Write a whole number, without decimals.'],
  ['1,25', decimal, '¿Quiso decir 1,25?', 'Did you mean 1.25 or 125?'],
  ['1,25', integer, 'Escriba un número entero, sin coma.', 'Did you mean 125? If not, write it with no decimals.'],
  ['unos 40', integer, 'Escriba un número, por ejemplo 1.250.', 'Write a number, for example 1,250.'],
  ['-3', integer, 'Escriba un número de 0 en adelante.', 'Write a number from 0 upwards.'],
  [
    '3,141',
    { decimals: 1, negative: false },
    '¿Quiso decir 3.141? Si\u00a0no, escríbalo con 1 decimal como máximo.',
    'Did you mean 3,141?',
  ],
])('%j as %j says what to write', (typed, kind, es, en) => {
  const unread = { ...kind, typed }
  expect(problemWords(problemOf(unread, 'es'), 'es')).toBe(es)
  expect(problemWords(problemOf(unread, 'en'), 'en')).toBe(en)
})

const edition = editionOf([number('firms', { isRequired: true }), number('jobs', { visibleIf: '{firms} > 3' })])

function faultsOfUnread(box: string, answers = {}) {
  const said = { answers, nonresponse: {}, unread: { [box]: { ...integer, typed: 'unos 40' } } }
  return faultsOf(readForm(edition), edition, said, { completedYear: 2026 }).map(({ id, severity, variables }) => [
    id,
    severity,
    variables,
  ])
}

test('what is no number is one hard fault of its question, and not also a blank', () => {
  expect(faultsOfUnread('firms')).toEqual([['unread', 'hard', ['firms']]])
})

test('it is a fault of its question in whichever of its boxes it stands', () => {
  expect(faultsOfUnread('firms.small')).toEqual([['unread', 'hard', ['firms']]])
})

test('where an answer has several boxes, it says which one', () => {
  const items = [{ name: 'desks', title: 'Escritorios', inputType: 'number' }]
  const visit = editionOf([{ type: 'multipletext', name: 'seen', items }])
  const said = { answers: {}, nonresponse: {}, unread: { 'seen.desks': { ...integer, typed: 'unos 40' } } }
  const [fault] = faultsOf(readForm(visit), visit, said, { completedYear: 2026 })
  expect(fault?.message.es).toBe('Escritorios: Escriba un número, por ejemplo 1.250.')
})

test('in a hidden question it is none', () => {
  expect(faultsOfUnread('jobs', { firms: 2 })).toEqual([])
  expect(faultsOfUnread('jobs', { firms: 4 })).toEqual([['unread', 'hard', ['jobs']]])
})
