import { expect, test } from 'vitest'
import type { Answers, NonAnswers } from '#domain/answers.ts'
import {
  type CompositionState,
  compositionFaults,
  compositionState,
  convertedParts,
  sumMessage,
  type WrittenParts,
} from '#domain/composition.ts'
import type { FormElement } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import { type Panel, readForm } from '#domain/form.ts'
import { editionOf, faultsIn, number } from './formEdition.ts'

function panel(more: Partial<FormElement> = {}): FormElement {
  const elements = ['own', 'public', 'other'].map((name) => number(name, { min: 0 }))
  return { type: 'panel', name: 'split', layout: 'composition', composition: { total: 100 }, elements, ...more }
}

const ofFirms = panel({ composition: { totalVariable: 'firms' } })

function read(element: FormElement): Panel {
  const [first] = readForm(editionOf([element])).pages[0]?.elements ?? []
  if (first?.kind !== 'panel') throw new Error('no panel')
  return first
}

function state(element: FormElement, answers: Answers): CompositionState {
  return compositionState(read(element), { answers, nonresponse: {} })
}

function faults(element: FormElement, answers: Answers, nonresponse: NonAnswers = {}): [string, string][] {
  return compositionFaults(read(element), { answers, nonresponse }).map(({ id, severity }) => [id, severity])
}

test('parts that are blank count as nothing in the sum, and are named', () => {
  expect(state(panel(), { own: 60, other: 0 })).toEqual({
    sum: 60,
    total: 100,
    filled: 2,
    blank: ['public'],
    isPercent: true,
  })
})

test('the total of counts is the answer of the variable that gives it, and is never assumed', () => {
  expect(state(ofFirms, { firms: 40, own: 10 })).toMatchObject({ sum: 10, total: 40, isPercent: false })
  expect(state(ofFirms, { own: 10 }).total).toBeUndefined()
  expect(faults(ofFirms, { own: 10, public: 5 })).toEqual([])
})

test.each<[number, [string, string][]]>([
  [98, [['composition:split', 'hard']]],
  [99, [['composition-near:split', 'soft']]],
  [100, []],
  [101, [['composition-near:split', 'soft']]],
  [102, [['composition:split', 'hard']]],
])('percentages that add up to %i give %j', (sum, expected) => {
  expect(faults(panel(), { own: sum - 30, public: 20, other: 10 })).toEqual(expected)
})

test('counts must add up exactly: one off is already wrong', () => {
  expect(faults(ofFirms, { firms: 40, own: 39 })).toEqual([['composition:split', 'hard']])
  expect(faults(ofFirms, { firms: 40, own: 30, public: 10 })).toEqual([])
  expect(faults(ofFirms, { firms: 0, own: 0 })).toEqual([])
})

test('percentages with decimals that add up to 100 are no fault', () => {
  // Added up as binary fractions they are 99.99999999999999.
  expect(faults(panel(), { own: 33.4, public: 33.3, other: 33.3 })).toEqual([])
})

test('an untouched composition is a fault only where it is required and has no non-answer', () => {
  expect(faults(panel(), {})).toEqual([])
  expect(faults(panel({ isRequired: true }), {})).toEqual([['required', 'hard']])
  expect(faults(panel({ isRequired: true }), {}, { own: 'dk', public: 'dk', other: 'dk' })).toEqual([])
})

test('a hidden composition is no fault', () => {
  const edition = editionOf([number('firms'), panel({ isRequired: true, visibleIf: '{firms} > 0' })])
  expect(faultsIn(edition, { firms: 0, own: 7 })).toEqual([])
  expect(faultsIn(edition, { firms: 3, own: 7 }).map((fault) => fault.variables)).toEqual([['own', 'public', 'other']])
})

test('the answers stay as they were given: nothing is scaled to the total', () => {
  const answers = { own: 30, public: 20, other: 10 }
  faults(panel(), answers)
  expect(answers).toEqual({ own: 30, public: 20, other: 10 })
})

test('the message says what the parts add up to and what is missing or too many', () => {
  expect(sumMessage(state(panel(), { own: 95 }))).toEqual({
    es: 'Los porcentajes suman 95. Faltan 5 para llegar a 100.',
    en: 'The percentages add up to 95; 5 missing to reach 100.',
  })
  expect(sumMessage(state(panel(), { own: 99 })).es).toBe('Los porcentajes suman 99. Falta 1 para llegar a 100.')
  expect(sumMessage(state(ofFirms, { firms: 1200, own: 1201 }))).toEqual({
    es: 'Las cantidades suman 1.201. Sobra 1 para un total de 1.200.',
    en: 'The counts add up to 1,201; 1 too many for a total of 1,200.',
  })
  expect(sumMessage(state(panel(), { own: 108 }))).toEqual({
    es: 'Los porcentajes suman 108. Sobran 8.',
    en: 'The percentages add up to 108; 8 too many.',
  })
})

function converted(element: FormElement, written: Record<string, number>, answers: Answers = {}) {
  return convertedParts(read(element), written, { answers, nonresponse: {} })
}

test('percentages become counts of the total once they add up, and blank rows stay blank', () => {
  expect(converted(ofFirms, { own: 60, public: 40 }, { firms: 84 })).toEqual({ own: 50, public: 34 })
  expect(converted(ofFirms, { own: 33, public: 33, other: 33 }, { firms: 10 })).toEqual({ own: 4, public: 3, other: 3 })
  expect(converted(ofFirms, { own: 60, public: 30 }, { firms: 84 })).toBeUndefined()
  expect(converted(ofFirms, { own: 60, public: 40 })).toBeUndefined()
})

test('amounts become percentages of their own sum', () => {
  expect(converted(panel(), { own: 250, public: 750 })).toEqual({ own: 25, public: 75 })
  expect(converted(panel(), { own: 1, public: 1, other: 1 })).toEqual({ own: 34, public: 33, other: 33 })
  expect(converted(panel(), { own: 0 })).toBeUndefined()
  expect(converted(panel(), {})).toBeUndefined()
})

/** What is said of parts of 84 firms that were written as they are here. */
function saidOf(element: FormElement, written: WrittenParts, answers: Answers = { firms: 84 }) {
  const edition = editionOf([number('firms'), element])
  const typed = { answers, nonresponse: {}, writtenAs: { split: written } }
  return faultsOf(readForm(edition), edition, typed, { completedYear: 2026 }).map(({ id, severity, message }) => [
    id,
    severity,
    message.es,
  ])
}

const percent = (own: number, other: number): WrittenParts => ({ unit: 'percent', values: { own, other } })

test('percentages of counts are judged as they were written, though nothing of them is stored yet', () => {
  const short = 'Los porcentajes suman 95. Faltan 5 para llegar a 100.'
  expect(saidOf(ofFirms, percent(60, 35))).toEqual([['composition:split', 'hard', short]])
  const near = 'Los porcentajes suman 99. Falta 1 para llegar a 100.'
  expect(saidOf(ofFirms, percent(60, 39), { firms: 84, own: 51, other: 33 })).toEqual([
    ['composition-near:split', 'soft', near],
  ])
  expect(saidOf(ofFirms, percent(60, 40), { firms: 84, own: 50, other: 34 })).toEqual([])
  expect(saidOf(panel({ isRequired: true, ...{ composition: { totalVariable: 'firms' } } }), percent(60, 35))).toEqual([
    ['composition:split', 'hard', short],
  ])
})

test('percentages without the total that makes counts of them ask for it', () => {
  const asked = 'Escriba primero el total. Con él, los porcentajes pasan a cantidades.'
  expect(saidOf(ofFirms, percent(60, 40), {})).toEqual([['composition:split', 'hard', asked]])
})

test('amounts that come to nothing are no percentages', () => {
  const nothing = 'Las cantidades suman 0. Escriba al menos una mayor que 0.'
  expect(saidOf(panel(), { unit: 'amount', values: { own: 0 } })).toEqual([['composition:split', 'hard', nothing]])
})

test('who went back to the stored unit is judged by what is stored', () => {
  expect(saidOf(ofFirms, { unit: 'amount', values: { own: 60 } })).toEqual([])
})
