import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { sha256Hex } from '#domain/digest.ts'
import { folioOf, isFolio } from '#domain/identifiers.ts'
import type { Result } from '#domain/result.ts'
import {
  belongsToReceipt,
  type ResultCode,
  readResultCode,
  resultCodeOf,
  verifies,
  writeResultCode,
} from '#domain/resultCode.ts'
import { censusEdition, newId, validSubmission } from '../support/builders.ts'

const rules = censusEdition().scoring!

function codeOf(submission = validSubmission()) {
  const bytes = canonicalJson(submission)
  const code = resultCodeOf(submission, sha256Hex(bytes), rules)
  if (code === undefined) throw new Error('no code')
  return { submission, bytes, code }
}

const hex = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 })
  .map((all) => all.join(''))
const folio = fc
  .tuple(fc.uuid(), fc.integer({ min: 2024, max: 2099 }))
  .map(([id, year]) => folioOf(id, `${year}-05-01`))
const anyCode: fc.Arbitrary<ResultCode> = fc.record({
  folio,
  stage: fc.option(fc.constantFrom(...rules.stages.map(({ id }) => id))),
  tenths: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
  rules: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.')),
  check: hex,
})

describe('the folio', () => {
  test('has a check symbol that finds every changed character', () => {
    fc.assert(
      fc.property(
        folio,
        fc.integer({ min: 6, max: 13 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (text, at, other) => {
          expect(isFolio(text)).toBe(true)
          const changed = text.slice(0, at) + other + text.slice(at + 1)
          expect(isFolio(changed)).toBe(changed === text)
        },
      ),
    )
  })

  test('is nothing else', () => {
    for (const text of ['', 'CC-26', 'CC-26-0000000', 'cc-26-00000000', 'CC-26-000000I0', 'CC-26-00000000 ']) {
      expect([text, isFolio(text)]).toEqual([text, false])
    }
    expect(isFolio('CC-26-00000000')).toBe(true)
  })
})

describe('the code of a printed result', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readResultCode(writeResultCode(code))).toEqual(code)
      }),
    )
  })

  test('is compact, and holds nothing of the answers but stage and values', () => {
    const { submission, code } = codeOf()
    const text = writeResultCode(code)
    expect(text.length).toBeLessThan(120)
    expect(text).toMatch(/^CUMULO1\|CC-26-[0-9A-Z*~$=]{8}\|s1_exploracion\|[\d,]+\|1\.0\.0\|[0-9a-f]{16}$/)
    for (const personal of ['María', 'maria', submission.clusterName, submission.submissionId, submission.deviceId]) {
      expect(text).not.toContain(personal)
    }
  })

  test('that is damaged or of another kind is not read', () => {
    const { code } = codeOf()
    const text = writeResultCode(code)
    const others = [
      '',
      'https://example.org',
      text.replace('CUMULO1', 'CUMULO2'),
      `${text}|`,
      text.slice(0, -1),
      text.replace('|1.0.0|', '|1.0|'),
      text.replace(/\|[\d,]+\|/, '|1,2,3,4,1001|'),
      text.replace(/\|[\d,]+\|/, '||'),
      text.replace('s1_exploracion', 'S1 <b>'),
    ]
    for (const other of others) expect([other, readResultCode(other)]).toEqual([other, undefined])
    fc.assert(fc.property(fc.string(), (other) => readResultCode(other) === undefined))
  })

  test('says no stage where there is none, and a submission without a result has no code', () => {
    const base = validSubmission()
    const result: Result = { ...base.result!, stage: null, path: null, status: 'insufficient' }
    const { code } = codeOf({ ...base, result })
    expect(writeResultCode(code)).toContain('|-|')
    const unscored = { ...base, result: null }
    expect(resultCodeOf(unscored, sha256Hex(canonicalJson(unscored)), rules)).toBeUndefined()
  })

  test('verifies its own submission and no changed print', () => {
    const { submission, bytes, code } = codeOf()
    expect(verifies(code, submission, bytes, rules)).toBe(true)
    fc.assert(
      fc.property(
        anyCode,
        fc.constantFrom<keyof ResultCode>('folio', 'stage', 'tenths', 'rules', 'check'),
        (other, part) => {
          const forged = { ...code, [part]: other[part] }
          const isSame = writeResultCode(forged) === writeResultCode(code)
          expect(verifies(forged, submission, bytes, rules)).toBe(isSame)
        },
      ),
    )
  })

  test('verifies no submission in which an answer was changed afterwards', () => {
    const { submission, code } = codeOf()
    const changed = { ...submission, answers: { ...submission.answers, n_firms_linked: 1 } }
    expect(verifies(code, changed, canonicalJson(changed), rules)).toBe(false)
  })

  test('belongs to the receipt of the same bytes only', () => {
    const { submission, bytes, code } = codeOf()
    const receipt = { submissionId: submission.submissionId, sha256: sha256Hex(bytes) }
    expect(belongsToReceipt(code, receipt)).toBe(true)
    expect(belongsToReceipt(code, { ...receipt, sha256: sha256Hex(`${bytes} `) })).toBe(false)
    expect(belongsToReceipt(code, { ...receipt, submissionId: newId() })).toBe(false)
  })
})
