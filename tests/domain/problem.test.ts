import { expect, test } from 'vitest'
import { Problem, problemOf, Refusal, refusal } from '#domain/problem.ts'
import { problemNumber } from '#domain/problemNumber.ts'

test('a problem says in both languages what happened and what to do', () => {
  const problem = problemOf('cluster-unknown', { clusterId: 'CL-99-999' })
  expect(Problem.parse(problem)).toEqual(problem)
  expect(problem.es).toContain('CL-99-999')
  expect(problem.en).toContain('CL-99-999')
})

test('a refusal is an error that carries its problem', () => {
  const thrown = refusal('body-too-large', { limit: '1 MiB' })
  expect(thrown).toBeInstanceOf(Refusal)
  expect(thrown.problem.status).toBe(413)
  expect(thrown.message).toBe(thrown.problem.en)
})

test('a person reads out a number instead of a code, and the code only where none is known', () => {
  expect(problemNumber('other-bytes-stored')).toMatch(/^R-\d\d$/)
  expect(problemNumber('of-a-later-server')).toBe('of-a-later-server')
})
