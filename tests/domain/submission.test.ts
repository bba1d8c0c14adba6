import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainlySubmission, Submission, Tombstone } from '#domain/submission.ts'
import { completeAnswers, tombstone, validSubmission } from '../support/builders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

test('a composed submission has the shape of wire format 1, and the result of its answers', () => {
  const submission = validSubmission()
  expect(Submission.parse(submission)).toEqual(submission)
  expect(submission.questionnaire).toEqual({ id: 'cluster-maturity', edition: 1 })
  expect(submission.answers).toEqual(completeAnswers)
  expect(submission.result?.stage).toBe('s1_exploracion')
})

test('a submission of an unscored questionnaire has no result', () => {
  const submission = validSubmission({ edition: unscoredEdition() })
  expect(submission.result).toBeNull()
  expect(Submission.safeParse(submission).success).toBe(true)
})

test('one that may never be sent has no number in the sequence', () => {
  expect(Submission.safeParse(validSubmission({ seq: null })).success).toBe(true)
})

test.each([
  ['another format', { format: 2 }],
  ['an id of another version', { submissionId: '3b241101-e2bb-4255-8caf-4136c566a962' }],
  ['an id in capitals', { submissionId: '017F22E2-79B0-7CC3-98C4-DC0C0C07398F' }],
  ['seq 0', { seq: 0 }],
  ['seq 1.5', { seq: 1.5 }],
  ['a day in place of an instant', { completedAt: '2026-11-20' }],
  ['an instant without a zone', { completedAt: '2026-11-20T10:00:00' }],
  ['a malformed cluster id', { clusterId: 'CL-5-1' }],
  ['an unknown non-answer', { nonresponse: { fee_system: 'skip' } }],
  ['answers in a list', { answers: [] }],
  ['an unknown mode', { mode: 'phone' }],
])('%s is no submission', (_, fault) => {
  expect(Submission.safeParse({ ...validSubmission(), ...fault }).success).toBe(false)
  expect(isPlainlySubmission({ ...validSubmission(), ...fault })).toBe(false)
})

test('the quick look never takes what the schema refuses, and knows every submission that is whole', () => {
  const places = [
    'result',
    'indicators',
    'dimensions',
    'conditions',
    'path',
    '0',
    'level',
    'status',
    'index',
    'x',
    'from',
  ]
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      null,
      -1,
      0,
      2.5,
      4,
      5,
      100,
      100.1,
      1.5,
      true,
      '',
      'final',
      'scored',
      [],
      {},
      { level: null },
    ),
  )
  const spoilt = (value: unknown, [step, ...rest]: readonly number[], by: unknown): unknown => {
    if (step === undefined || typeof value !== 'object' || value === null) return by
    const keys = [...Object.keys(value), places[step % places.length] ?? '']
    const key = keys[step % keys.length] ?? ''
    const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value }
    copy[key] = spoilt(copy[key], rest, by)
    return copy
  }
  const whole = validSubmission()
  expect(isPlainlySubmission(whole)).toBe(true)
  expect(isPlainlySubmission({ ...whole, result: null })).toBe(true)
  fc.assert(
    fc.property(fc.array(fc.nat(999), { maxLength: 4 }), fc.option(strange, { nil: undefined }), (steps, by) => {
      const result = spoilt(whole.result, steps, by)
      // As JSON, which drops what became undefined.
      const submission: unknown = JSON.parse(JSON.stringify({ ...whole, result }))
      expect(isPlainlySubmission(submission)).toBe(Submission.safeParse(submission).success)
    }),
    { numRuns: 2000 },
  )
})

test('a key of a later build is kept', () => {
  const later = { ...validSubmission(), quality: { signal: 'good' } }
  expect(Submission.parse(later)).toEqual(later)
})

test('a tombstone names what was deleted, and its number', () => {
  expect(Tombstone.safeParse(tombstone()).success).toBe(true)
  expect(Tombstone.safeParse({ ...tombstone(), seq: null }).success).toBe(false)
})
