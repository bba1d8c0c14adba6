import { expect, test } from 'vitest'
import { faultsOf } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'
import { editionOf, number } from './formEdition.ts'

const edition = editionOf([
  number('firms', { unit: { es: 'empresas', en: 'firms' } }),
  number('budget', { money: 'COP' }),
  number('growth', { min: -100, max: 1000, unit: { es: '%', en: '%' } }),
  number('share', { min: 0, max: 100 }),
  number('founded', { grouping: false }),
])
const form = readForm(edition)

function asked(before: Record<string, number>, now: Record<string, number>): string[] {
  const at = { completedYear: 2026, earlier: { answers: before, year: 2025 } }
  return faultsOf(form, edition, { answers: now, nonresponse: {} }, at).map(({ message }) => message.es)
}

test('a number that is ten times that of the last round is asked about, in words', () => {
  expect(asked({ firms: 84 }, { firms: 840 })).toEqual(['En 2025 reportaron 84 empresas y ahora 840. ¿Es correcto?'])
  expect(asked({ firms: 1250 }, { firms: 125 })).toEqual([
    'En 2025 reportaron 1.250 empresas y ahora 125. ¿Es correcto?',
  ])
  expect(asked({ budget: 1000 }, { budget: 10_000 })).toEqual([
    'En 2025 reportaron $\u00a01.000 y ahora $\u00a010.000. ¿Es correcto?',
  ])
})

test('a likely change, a zero, a percentage and a year are not asked about', () => {
  expect(asked({ firms: 84 }, { firms: 839 })).toEqual([])
  expect(asked({ firms: 0 }, { firms: 839 })).toEqual([])
  expect(asked({ firms: 84 }, { firms: 0 })).toEqual([])
  expect(asked({ share: 5 }, { share: 90 })).toEqual([])
  expect(asked({ growth: 5 }, { growth: 90 })).toEqual([])
  expect(asked({ founded: 199 }, { founded: 1999 })).toEqual([])
  expect(asked({}, { firms: 12 })).toEqual([])
})
