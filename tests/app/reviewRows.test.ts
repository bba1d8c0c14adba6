import { expect, test } from 'vitest'
import type { Answered, Json } from '#domain/answers.ts'
import type { Edition, FormElement } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import { readForm } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { answerText } from '../../src/app/answerText.ts'
import { changeHref, reviewSections } from '../../src/app/screens/reviewRows.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'

const both = (text: string) => ({ es: text, en: text })
const firms = { unit: { es: 'empresas', en: 'firms' }, unitOne: { es: 'empresa', en: 'firm' } }
const choices = [
  { value: 'a', text: { es: 'Primera', en: 'First' } },
  { value: 'b', text: { es: 'Segunda', en: 'Second' } },
]

function said(element: Partial<FormElement>, value: Json, language: Language = 'es'): string | undefined {
  const edition = { id: 'small', edition: 1, title: 'Small', form: { pages: [pageOf({ type: 'text', ...element })] } }
  const [question] = readForm(edition).questions
  return answerText(question!, { answers: { one: value }, nonresponse: {} }, language)
}

function pageOf(element: Partial<FormElement> & { type: string }) {
  return { name: 'page', elements: [{ name: 'one', ...element }] }
}

test.each<[Partial<FormElement>, Json, string, string]>([
  [{ type: 'radiogroup', choices }, 'a', 'Primera', 'First'],
  [{ type: 'radiogroup', choices }, 'gone', 'gone', 'gone'],
  [{ type: 'checkbox', choices }, ['b', 'a'], 'Segunda, Primera', 'Second, First'],
  [{ type: 'boolean' }, false, 'No', 'No'],
  [{ type: 'boolean' }, true, 'Sí', 'Yes'],
  [{ type: 'comment' }, 'Línea uno\nlínea dos', 'Línea uno\nlínea dos', 'Línea uno\nlínea dos'],
  [{ inputType: 'number' }, 12_500, '12.500', '12,500'],
  [{ inputType: 'number', grouping: false }, 2015, '2015', '2015'],
  [{ inputType: 'number', decimals: 1 }, 1.5, '1,5', '1.5'],
  [{ inputType: 'number', unit: both('%') }, 40, '40%', '40%'],
  [{ inputType: 'number', ...firms }, 0, '0\u00a0empresas', '0\u00a0firms'],
  [{ inputType: 'number', ...firms }, 1, '1\u00a0empresa', '1\u00a0firm'],
  [{ inputType: 'number', decimals: 1, ...firms }, 1.5, '1,5\u00a0empresas', '1.5\u00a0firms'],
  [{ inputType: 'number', money: 'COP' }, 1_250_000, '$\u00a01.250.000', 'COP\u00a01,250,000'],
  [{ inputType: 'date' }, '2026-11-23', '23 de noviembre de\u00a02026', '23 November\u00a02026'],
  [{ type: 'multipletext' }, { own: 40, other: 'x' }, 'own: 40; other: x', 'own: 40; other: x'],
])('of %o the answer %j reads "%s" and "%s"', (element, value, es, en) => {
  expect([said(element, value), said(element, value, 'en')]).toEqual([es, en])
})

test.each<[Json]>([[''], [[]]])('a blank such as %j reads as nothing', (value) => {
  expect(said({ type: 'text' }, value)).toBeUndefined()
})

const edition: Edition = {
  id: 'small',
  edition: 1,
  title: 'Small',
  consent: { id: 'consent', title: both('Permisos'), minutes: 1, pages: ['c_1'] },
  sections: [
    { id: 'a', title: both('Identificación'), minutes: 1, pages: ['a_1'] },
    { id: 'b', title: both('Empresas'), minutes: 1, pages: ['b_1'] },
  ],
  form: {
    pages: [
      { name: 'a_1', elements: [{ type: 'text', name: 'name', title: both('Nombre'), isRequired: true }] },
      {
        name: 'b_1',
        visibleIf: '{name} notempty',
        elements: [
          { type: 'text', inputType: 'number', name: 'firms', title: both('¿Cuántas empresas tiene {name}?') },
          {
            type: 'panel',
            name: 'sizes',
            title: both('Tamaños'),
            layout: 'grid',
            elements: [{ type: 'text', inputType: 'number', name: 'large', title: both('Grandes'), max: 10 }],
          },
        ],
      },
      { name: 'c_1', elements: [{ type: 'boolean', name: 'agreed', title: both('Acepta') }] },
    ],
  },
}
const form = readForm(edition)

function review(answered: Answered) {
  return reviewSections(form, answered, faultsOf(form, edition, answered, { completedYear: 2026 }), 'es')
}

test('the review goes through the form with consent first, and names what each row is about', () => {
  const sections = review({ answers: { agreed: true, name: 'Café', large: 3 }, nonresponse: { firms: 'dk' } })
  expect(sections.map(({ title, rows }) => [title, ...rows.map((row) => `${row.title}: ${row.answer}`)])).toEqual([
    ['Permisos', 'Acepta: Sí'],
    ['Identificación', 'Nombre: Café'],
    ['Empresas', '¿Cuántas empresas tiene Café?: No sabe', 'Tamaños\u00a0· Grandes: 3'],
  ])
})

test('what is not asked has no row, and a section without rows is left out', () => {
  expect(review({ answers: { firms: 12 }, nonresponse: {} }).map(({ id }) => id)).toEqual(['consent', 'a'])
})

test('a fault stands at the row where it can be mended', () => {
  const faultIds = (answered: Answered) =>
    review(answered).flatMap(({ rows }) => rows.flatMap((row) => row.faults.map(({ id }) => `${row.variable} ${id}`)))
  expect(faultIds({ answers: {}, nonresponse: {} })).toEqual(['name required'])
  expect(faultIds({ answers: { name: 'Café', large: 12 }, nonresponse: {} })).toEqual(['large range'])
})

test('a note stands at the row of its question', () => {
  const answered = { answers: { name: 'Café' }, nonresponse: {}, notes: { name: 'Lo dijo la gerente', firms: '' } }
  const rows = reviewSections(form, answered, [], 'es').flatMap((section) => section.rows)
  expect(rows.map(({ variable, note }) => [variable, note])).toContainEqual(['name', 'Lo dijo la gerente'])
  expect(rows.filter(({ note }) => note !== undefined)).toHaveLength(1)
})

test('every variable that was asked in the published questionnaire is in the review, once, under a title in words', () => {
  const census = censusEdition()
  const rows = reviewSections(readForm(census), { answers: completeAnswers, nonresponse: {} }, [], 'en').flatMap(
    (section) => section.rows,
  )
  const answered = rows.filter((row) => row.answer !== undefined).map(({ variable }) => variable)
  expect(answered.sort()).toEqual(Object.keys(completeAnswers).sort())
  expect(new Set(rows.map(({ variable }) => variable)).size).toBe(rows.length)
  expect(rows.filter(({ title }) => title === '' || title.includes('{'))).toEqual([])
})

test('the link to a row survives any key', () => {
  expect(changeHref('a/b', { page: 'p 1', variable: 'ci_name' }, 'review')).toBe(
    '/draft/a%2Fb/page/p%201?from=review#ci_name',
  )
})
