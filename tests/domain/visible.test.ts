import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import type { FormElement } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import { isShown, keepVisible, visibleQuestions } from '#domain/visible.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'
import { editionOf, faultsIn, idsOf, number, text } from './formEdition.ts'

const census = readForm(censusEdition())

function visibleIn(elements: FormElement[], answers: Answers): string[] {
  return [...visibleQuestions(readForm(editionOf(elements)), answers)].sort()
}

const chain = [
  text('status'),
  text('manager', { visibleIf: "{status} = 'active'" }),
  text('team', { visibleIf: "{manager} = 'yes'" }),
  text('training', { visibleIf: '{team} notempty' }),
]

test('hiding one question hides the whole chain behind it, whatever was answered there', () => {
  const answers = { status: 'active', manager: 'yes', team: '3', training: 'no' }
  expect(visibleIn(chain, answers)).toEqual(['manager', 'status', 'team', 'training'])
  expect(visibleIn(chain, { ...answers, status: 'idea' })).toEqual(['status'])
  expect(visibleIn(chain, { ...answers, manager: 'no' })).toEqual(['manager', 'status'])
})

test('a chain that stands in the reverse order is hidden as well', () => {
  expect(visibleIn([...chain].reverse(), { status: 'idea', manager: 'yes', team: '3' })).toEqual(['status'])
})

test('a question that is asked while another is blank is asked when that other one is hidden', () => {
  const elements = [
    text('status'),
    number('budget', { visibleIf: "{status} = 'active'" }),
    text('why', { visibleIf: '{budget} empty' }),
  ]
  expect(visibleIn(elements, { status: 'active', budget: 5 })).toEqual(['budget', 'status'])
  expect(visibleIn(elements, { status: 'idea', budget: 5 })).toEqual(['status', 'why'])
})

test('conditions in a circle come to an end', () => {
  const elements = [text('one', { visibleIf: '{other} empty' }), text('other', { visibleIf: '{one} empty' })]
  expect(visibleIn(elements, {})).toEqual(['one', 'other'])
  expect(visibleIn(elements, { one: 'a', other: 'b' })).toEqual(['other'])
  expect(visibleIn([text('own', { visibleIf: '{own} empty' })], { own: 'a' })).toHaveLength(1)
})

test('a question needs the conditions of its page and of its panels too', () => {
  const panel: FormElement = {
    type: 'panel',
    name: 'panel',
    visibleIf: "{status} = 'active'",
    elements: [number('firms'), number('jobs', { visibleIf: '{firms} > 0' })],
  }
  expect(visibleIn([text('status'), panel], { status: 'active', firms: 2 })).toEqual(['firms', 'jobs', 'status'])
  expect(visibleIn([text('status'), panel], { status: 'idea', firms: 2 })).toEqual(['status'])
})

test('a name that every object has is blank until it is answered', () => {
  const elements = [text('valueOf'), text('next', { visibleIf: '{valueOf} notempty' })]
  expect(visibleIn(elements, {})).toEqual(['valueOf'])
})

test('the answers and non-answers of hidden questions are dropped, the others kept as they are', () => {
  const form = readForm(editionOf([...chain, number('firms')]))
  const answered = {
    answers: { status: 'idea', manager: 'yes', firms: 0 },
    nonresponse: { team: 'dk', training: 'refused' },
  } as const
  expect(keepVisible(form, answered)).toEqual({ answers: { status: 'idea', firms: 0 }, nonresponse: {} })
  expect(answered.answers.manager).toBe('yes')
})

test('what is no question of the form is dropped', () => {
  const form = readForm(editionOf([text('status')]))
  expect(keepVisible(form, { answers: { status: 'a', stranger: 1 }, nonresponse: { other: 'dk' } })).toEqual({
    answers: { status: 'a' },
    nonresponse: {},
  })
})

test('of a cluster that is not active only the pages without that condition are shown', () => {
  const visible = visibleQuestions(census, { ...completeAnswers, ci_status: 'idea' })
  const shown = census.pages.filter((page) => isShown(page, visible)).map((page) => page.name)
  expect(shown).toEqual(['H_1', 'H_2', 'H_3', 'A_1', 'A_2', 'A_3', 'A_4', 'A_5', 'G_4'])
})

test('a page on which nothing is asked is not shown, though it has no condition of its own', () => {
  const shown = (answers: Answers) =>
    census.pages.filter((page) => isShown(page, visibleQuestions(census, answers))).map((page) => page.name)
  expect(shown(completeAnswers)).not.toContain('F_4')
  expect(shown({ ...completeAnswers, res_sales: 'measured' })).toContain('F_4')
  expect(shown(completeAnswers)).not.toContain('F_5')
  expect(shown({ ...completeAnswers, n_firms_active: 1 })).toContain('F_5')
})

const foreign = [
  "max({share.firms}, 0) > 10 and {status} = 'active'",
  'age({born}) >= 18',
  'today() > {opens}',
  '{visits[0].place} notempty',
]

test('a question whose condition only SurveyJS can read counts as shown, and is never demanded', () => {
  for (const visibleIf of foreign) {
    const asked = editionOf([text('status'), text('why', { visibleIf, isRequired: true })])
    expect(visibleIn(asked.form.pages[0]?.elements ?? [], { status: 'idea' })).toEqual(['status', 'why'])
    expect(faultsIn(asked)).toEqual([])
    expect(idsOf(faultsIn(asked, { why: 'a'.repeat(2001) }))).toEqual(['length'])
  }
})

test('beside a condition that only SurveyJS can read, those of its panel and page still hide a question', () => {
  const panel: FormElement = {
    type: 'panel',
    name: 'panel',
    visibleIf: "{status} = 'active'",
    elements: [text('name', { isRequired: true }), text('why', { visibleIf: 'age({born}) >= 18', isRequired: true })],
  }
  const elements = [text('status'), panel]
  expect(visibleIn(elements, { status: 'idea' })).toEqual(['status'])
  expect(visibleIn(elements, { status: 'active' })).toEqual(['name', 'status', 'why'])
  const faults = faultsIn(editionOf(elements), { status: 'active' })
  expect(faults.map(({ id, variables }) => [id, ...variables])).toEqual([['required', 'name']])
})
