import { expect, test } from 'vitest'
import { answersText } from '../../src/app/answersFile.ts'
import { censusEdition } from '../support/builders.ts'
import { submissionOf, workedExamples } from './report/reports.ts'

test('the record of answers tells the rows of one table from those of another, and has the notes', () => {
  const { answers } = workedExamples[2]!.input
  const measured = { answers: { ...answers, res_sales: 'measured', n_firms_measured: 10 }, nonresponse: {} }
  const submission = submissionOf(measured, { notes: { res_sales: 'Según la cámara' } })
  const text = answersText(submission, censusEdition(), 'es')
  const titles = text.split('\n').filter((line) => line.endsWith('Crecimiento en ventas'))
  expect(titles).toHaveLength(2)
  expect(new Set(titles).size).toBe(2)
  expect(text).toContain('  Nota: Según la cámara')
})
