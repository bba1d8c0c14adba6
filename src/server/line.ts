import { createHash } from 'node:crypto'
import { wasWithheld } from '#domain/consent.ts'
import { type Problem, type ProblemCode, type ProblemDetails, problemOf } from '#domain/problem.ts'
import { limits } from '#domain/protocol.ts'
import type { Submission, Tombstone } from '#domain/submission.ts'
import { readSubmissionLine } from '#domain/submissionLine.ts'

/** A line as it was sent, with the digest of exactly these bytes. */
type Sealed = { bytes: Uint8Array; sha256: string }

export type SealedSubmission = Sealed & { kind: 'submission'; content: Submission & { seq: number } }
export type SealedTombstone = Sealed & { kind: 'tombstone'; content: Tombstone }
export type SealedLine = SealedSubmission | SealedTombstone

export type ReadLine = SealedLine | { kind: 'invalid'; submissionId: string | null; problem: Problem }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads one line of a body. What can never become right is invalid; everything else is worth keeping. */
export function readLine(bytes: Uint8Array): ReadLine {
  if (bytes.length > limits.lineBytes) return invalid('line-too-long', { limit: '256 KiB' })
  const text = decoded(bytes)
  if (text === undefined) return invalid('line-not-json')
  const line = readSubmissionLine(text, bytes)
  if (line.kind === 'invalid') return invalid(line.fault.code, line.fault.details, line.submissionId)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (line.kind === 'tombstone') return { ...line, bytes, sha256 }
  const { content } = line
  if (content.seq === null || wasWithheld(content)) return invalid('not-to-be-sent', {}, content.submissionId)
  return { kind: 'submission', content: content as SealedSubmission['content'], bytes, sha256 }
}

function invalid(code: ProblemCode, details: ProblemDetails = {}, submissionId: string | null = null): ReadLine {
  return { kind: 'invalid', submissionId, problem: problemOf(code, details) }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    // A fatal decoder has no other way to say that these bytes are no UTF-8.
    return undefined
  }
}
