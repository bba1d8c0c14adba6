import { describe, expect, it } from 'vitest'
import { sha256Hex } from '#domain/digest.ts'
import { handoverLimits, handoverText, readHandover } from '#domain/handover.ts'
import { deviceId, lineOf, tombstone, validSubmission } from '../support/builders.ts'

const made = { deviceId, createdAt: '2026-11-23T15:00:00.000Z' }
const lines = [lineOf(validSubmission()), lineOf(tombstone()), lineOf(validSubmission())]

/** A file with these lines whose digest is right, whatever they are. */
function sealed(header: unknown, ...body: string[]): string {
  const content = [lineOf(header), ...body].map((line) => `${line}\n`).join('')
  return `${content}${lineOf({ sha256: sha256Hex(content) })}\n`
}
const header = (count: number) => ({ format: 1, kind: 'handover', count, ...made })

describe('a handover file', () => {
  it('carries lines byte for byte', () => {
    const read = readHandover(handoverText(lines, made))
    if (read.kind !== 'handover') throw new Error(read.reason)
    expect(read.lines.map(({ bytes }) => bytes)).toEqual(lines)
    expect(read.lines.map(({ kind }) => kind)).toEqual(['submission', 'tombstone', 'submission'])
    expect([read.deviceId, read.createdAt]).toEqual([made.deviceId, made.createdAt])
    expect(readHandover(handoverText([], made))).toMatchObject({ kind: 'handover', lines: [] })
  })

  it('is refused as a whole when a byte was changed, a line is missing, or it was cut off', () => {
    const text = handoverText(lines, made)
    const damaged = { kind: 'refused', reason: 'damaged' }
    expect(readHandover(text.replace('María', 'Mario'))).toEqual(damaged)
    expect(readHandover(text.slice(0, -40))).toEqual(damaged)
    expect(readHandover(text.slice(0, text.indexOf('\n') + 1))).toEqual(damaged)
    expect(readHandover(text.slice(0, text.lastIndexOf('{')))).toEqual(damaged)
    expect(readHandover(`${text}\n`)).toEqual(damaged)
    expect(readHandover(sealed(header(2), ...lines))).toEqual(damaged)
  })

  it('is refused when it is something else, of another format, or larger than allowed', () => {
    const none = { kind: 'refused', reason: 'not-handover' }
    for (const text of ['', '\n', 'PK\u0003\u0004', '[]', '{"format":1,"kind":"benchmark"}', 'null\nnull\n']) {
      expect(readHandover(text)).toEqual(none)
    }
    expect(readHandover(sealed({ ...header(0), format: 2 }))).toEqual(none)
    const many = Array.from({ length: handoverLimits.lines + 1 }, () => '{}')
    expect(readHandover(sealed(header(handoverLimits.lines), ...many))).toEqual({
      kind: 'refused',
      reason: 'too-many-lines',
    })
  })

  it('names the line that is no submission, and says of a draft that it is one', () => {
    const [first = ''] = lines
    const badLine = { kind: 'refused', reason: 'bad-line', line: 3 }
    expect(readHandover(sealed(header(2), first, '{"format":1}'))).toEqual(badLine)
    // Not canonical: a space that nobody would have written.
    expect(readHandover(sealed(header(2), first, first.replace(':', ': ')))).toEqual(badLine)
    expect(readHandover(sealed(header(2), first, '[['))).toEqual(badLine)
    expect(readHandover(sealed(header(2), first, ''))).toEqual(badLine)
    const draft = lineOf({ key: 'draft-1', savedAt: made.createdAt, answers: {} })
    expect(readHandover(sealed(header(1), draft))).toEqual({ kind: 'refused', reason: 'draft' })
  })
})
