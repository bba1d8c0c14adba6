import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { readForm } from '#domain/form.ts'
import { type CalculatedTotal, calculatedTotals, confirmationOf } from '#domain/totals.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { censusEdition } from '../support/builders.ts'

const form = readForm(censusEdition())

function totals(answers: Answers): CalculatedTotal[] {
  const active = { ci_status: 'active', ...answers }
  return calculatedTotals(form.pages, { answers: active, nonresponse: {} }, visibleQuestions(form, active))
}

const sizes = { firms_micro: 60, firms_small: 20, firms_medium: 3, firms_large: 1, firms_size_unknown: 0 }
const briefly = (answers: Answers) => totals(answers).map(({ panel, sum }) => `${panel.name} ${sum}`)

test('parts of a whole that add up to it, and counts of different things, are summed', () => {
  expect(briefly({ n_firms_linked: 84, ...sizes, n_associations: 2, n_academia: 3 })).toEqual(['B02 84', 'B06 5'])
  expect(briefly({ budget_cop: 1000, fund_host: 40, fund_fees: 60 })).toEqual(['G02 100'])
})

test('parts that do not add up are not summed: a fault asks already', () => {
  expect(briefly({ n_firms_linked: 90, ...sizes })).toEqual([])
  expect(briefly({ budget_cop: 1000, fund_host: 40, fund_fees: 59 })).toEqual([])
})

test('one amount is no sum, and percentages of different wholes have none', () => {
  expect(briefly({ n_associations: 2 })).toEqual([])
  const measured = { n_firms_active: 50, n_firms_measured: 10, res_sales: 'measured', res_new: 'measured' }
  expect(briefly({ ...measured, pct_sales: 30, pct_new: 20 })).toEqual([])
})

test('amounts that skip logic hides do not count', () => {
  expect(briefly({ ci_status: 'closed', n_associations: 2, n_academia: 3 })).toEqual([])
})

test('the same sum of other parts is another statement to confirm', () => {
  const [one] = totals({ n_associations: 2, n_academia: 3 })
  const [other] = totals({ n_associations: 3, n_academia: 2 })
  expect(one?.sum).toBe(other?.sum)
  expect(confirmationOf(one!)).not.toBe(confirmationOf(other!))
})
