import * as z from 'zod/mini'
import { canonicalJson } from './canonical.ts'
import { sha256Hex, utf8 } from './digest.ts'
import { DeviceId, limits } from './protocol.ts'
import type { Submission, Tombstone } from './submission.ts'
import { readSubmissionLine } from './submissionLine.ts'

/** What a handover file may take; bytes and lines. `ratio`: unpacked to packed, beyond which it was made to harm. */
export const handoverLimits = {
  packedBytes: 8 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  ratio: 200,
  lines: 1000,
} as const

const Header = z.looseObject({
  format: z.literal(1),
  kind: z.literal('handover'),
  deviceId: DeviceId,
  createdAt: z.iso.datetime(),
  count: z.int().check(z.minimum(0), z.maximum(handoverLimits.lines)),
})
const Seal = z.strictObject({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })

export type HandedLine =
  | { kind: 'submission'; bytes: string; content: Submission }
  | { kind: 'tombstone'; bytes: string; content: Tombstone }

/**
 * Why a handover file is not taken: it is none; it was cut off or changed on its way; it is larger, or has more lines,
 * than allowed; it carries a draft, which is no result; or a line is no submission of this format.
 */
export type HandoverFault =
  | { reason: 'not-handover' | 'damaged' | 'too-large' | 'too-many-lines' | 'draft' }
  | { reason: 'bad-line'; line: number }

export type HandoverReading =
  | { kind: 'handover'; deviceId: string; createdAt: string; lines: HandedLine[] }
  | ({ kind: 'refused' } & HandoverFault)

/**
 * The text of a handover file, still to be packed with gzip: a header, the lines as they are, and the digest of all that
 * stands before it. Every line ends with a line feed.
 *
 * @param lines canonical submissions or tombstones, byte for byte
 * @param made the device that writes, and when (ISO 8601 UTC)
 */
export function handoverText(lines: readonly string[], made: { deviceId: string; createdAt: string }): string {
  const header = canonicalJson({ format: 1, kind: 'handover', count: lines.length, ...made })
  const content = [header, ...lines].map((line) => `${line}\n`).join('')
  return `${content}${canonicalJson({ sha256: sha256Hex(content) })}\n`
}

/**
 * Reads the text of a handover file. All or nothing: a file of which one line cannot be trusted is refused.
 *
 * @param text the unpacked bytes, decoded as strict UTF-8
 */
export function readHandover(text: string): HandoverReading {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n', handoverLimits.lines + 3)
  const header = Header.safeParse(jsonOf(lines[0]))
  if (!header.success) return { kind: 'refused', reason: 'not-handover' }
  if (lines.length > handoverLimits.lines + 2) return { kind: 'refused', reason: 'too-many-lines' }
  const seal = Seal.safeParse(jsonOf(lines.at(-1)))
  const content = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
  const isWhole = seal.success && lines.length === header.data.count + 2 && sha256Hex(content) === seal.data.sha256
  if (!isWhole) return { kind: 'refused', reason: 'damaged' }
  const handed: HandedLine[] = []
  for (const [place, line] of lines.slice(1, -1).entries()) {
    const read = readHandedLine(line)
    if (read === undefined) {
      return isDraft(line)
        ? { kind: 'refused', reason: 'draft' }
        : { kind: 'refused', reason: 'bad-line', line: place + 2 }
    }
    handed.push(read)
  }
  const { deviceId, createdAt } = header.data
  return { kind: 'handover', deviceId, createdAt, lines: handed }
}

function readHandedLine(line: string): HandedLine | undefined {
  const bytes = utf8(line)
  if (bytes.length > limits.lineBytes) return undefined
  const read = readSubmissionLine(line, bytes)
  return read.kind === 'invalid' ? undefined : { ...read, bytes: line }
}

/** Only a draft says when it was last saved. */
function isDraft(line: string): boolean {
  const value = jsonOf(line)
  return typeof value === 'object' && value !== null && 'savedAt' in value
}

function jsonOf(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
