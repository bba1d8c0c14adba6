import { expect, test } from 'vitest'
import { roundInForce } from '#domain/round.ts'
import { round } from '../support/builders.ts'

const questionnaire = { id: 'cluster-maturity', edition: 1 }
const noon = new Date('2026-11-20T17:00:00Z')
const other = round({ roundId: 'visit', questionnaire: { id: 'field-visit', edition: 1 } })
const idOf = (rounds: Parameters<typeof roundInForce>[0], at = noon) => roundInForce(rounds, questionnaire, at)?.roundId

test('a questionnaire is asked in the open round of its own id and edition, wherever that stands in the list', () => {
  const older = round({ roundId: '2025', questionnaire: { ...questionnaire, edition: 2 } })
  const closed = round({ roundId: '2024', status: 'closed' })
  expect(idOf([other, older, closed, round()])).toBe('2026')
  expect(idOf([other, older, closed])).toBeUndefined()
  expect(idOf([])).toBeUndefined()
})

test('a round is in force from the first to the last moment of its days in Colombia', () => {
  const rounds = [round({ opensOn: '2026-03-01', closesOn: '2026-11-20' })]
  expect(idOf(rounds, new Date('2026-03-01T04:59:59Z'))).toBeUndefined()
  expect(idOf(rounds, new Date('2026-03-01T05:00:00Z'))).toBe('2026')
  expect(idOf(rounds, new Date('2026-11-21T04:59:59Z'))).toBe('2026')
  expect(idOf(rounds, new Date('2026-11-21T05:00:00Z'))).toBeUndefined()
  expect(idOf([round({ closesOn: null })], new Date('2031-01-01T00:00:00Z'))).toBe('2026')
})
