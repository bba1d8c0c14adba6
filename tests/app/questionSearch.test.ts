import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { readForm } from '#domain/form.ts'
import { matchingQuestions, searchedQuestions } from '../../src/app/questionSearch.ts'
import { censusEdition } from '../support/builders.ts'

const form = readForm(censusEdition())

function questionsWith(answers: Answers = { ci_status: 'active' }) {
  return searchedQuestions(form, { answers, nonresponse: {} }, 'es')
}

const found = (query: string) => matchingQuestions(questionsWith(), query).map(({ variable }) => variable)

test('every variable can be found, consent first, with a title in words', () => {
  const all = questionsWith()
  expect(all.map(({ variable }) => variable).sort()).toEqual(form.questions.map(({ name }) => name).sort())
  expect(all[0]?.variable).toBe('notice_read')
  expect(all.filter(({ title, text }) => title === '' || `${title} ${text}`.includes('{'))).toEqual([])
})

test.each([
  ['B04', ['n_firms_active']],
  ['b4', ['n_firms_active']],
  ['C05', ['body_assembly', 'body_committee', 'body_tables']],
  ['COMITE ESTRATEGICO', ['body_committee', 'committee_private_pct']],
  ['presupuesto ejecutado', ['budget_cop']],
  ['(.*', []],
])('%j finds %j', (query, expected) => {
  expect(found(query)).toEqual(expected)
})

test('nothing typed lists them all; the name of a section lists what it asks', () => {
  expect(found('  ')).toHaveLength(form.questions.length)
  expect(found('gobernanza')).toEqual(expect.arrayContaining(['manager_status', 'accountability']))
})

test('what skip logic hides is found and said to be hidden', () => {
  const isAsked = (variable: string, answers: Answers) =>
    questionsWith(answers).find((question) => question.variable === variable)?.isAsked
  expect(isAsked('team_fte', { ci_status: 'active' })).toBe(false)
  expect(isAsked('team_fte', { ci_status: 'active', manager_status: 'active' })).toBe(true)
})
