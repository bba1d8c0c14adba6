import { createHash } from 'node:crypto'
import { isCanonicalJson, isStorableText } from '#domain/canonical.ts'
import { isPlainlyCanonical } from '#domain/canonicalBytes.ts'
import { type Problem, type ProblemCode, type ProblemDetails, problemOf } from '#domain/problem.ts'
import { limits } from '#domain/protocol.ts'
import { isPlainlySubmission, Submission, Tombstone } from '#domain/submission.ts'

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
  const isPlain = isPlainlyCanonical(bytes, limits)
  const oversize = isPlain ? undefined : problemOfStructure(text)
  if (oversize !== undefined) return { kind: 'invalid', submissionId: null, problem: oversize }
  const parsed = parsedJson(text)
  if (parsed === undefined) return invalid('line-not-json')
  const submissionId = nameOf(parsed.value)
  // What cannot be stored can only have come as an escape: the bytes are UTF-8, and JSON forbids a bare NUL.
  if (text.includes('\\u') && !isStorableText(parsed.value)) return invalid('line-unstorable-text', {}, submissionId)
  if (!isPlain && !isCanonicalJson(text, parsed.value)) return invalid('line-not-canonical', {}, submissionId)
  return sealed(parsed.value, bytes, submissionId)
}

function sealed(value: unknown, bytes: Uint8Array, submissionId: string | null): ReadLine {
  const isTombstone = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'tombstone'
  if (isTombstone || !isPlainlySubmission(value)) {
    const shape = (isTombstone ? Tombstone : Submission).safeParse(value)
    if (!shape.success) return wrongShape(shape.error.issues[0]?.path ?? [], submissionId)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // The parsed line itself, not zod's copy of it: a copy would lose a variable that is named __proto__.
  if (isTombstone) return { kind: 'tombstone', content: value as Tombstone, bytes, sha256 }
  const content = value as Submission
  if (content.seq === null || content.answers.consent_network === 'no')
    return invalid('not-to-be-sent', {}, submissionId)
  return { kind: 'submission', content: content as SealedSubmission['content'], bytes, sha256 }
}

function wrongShape(path: readonly PropertyKey[], submissionId: string | null): ReadLine {
  const place = path.map(String).join('.').slice(0, 100)
  return invalid('line-wrong-shape', { place: place === '' ? 'format' : place }, submissionId)
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

function parsedJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('submissionId' in value)) return null
  return typeof value.submissionId === 'string' && value.submissionId.length <= 64 ? value.submissionId : null
}

/** Depth, keys and their length, found by reading the brackets: before the parser builds anything from them. */
function problemOfStructure(text: string): Problem | undefined {
  let depth = 0
  let keys = 0
  let lastString = ''
  for (let position = 0; position < text.length; position += 1) {
    switch (text.charCodeAt(position)) {
      case 0x22: {
        const end = endOfString(text, position)
        lastString = text.slice(position + 1, end)
        position = end
        break
      }
      case 0x5b:
      case 0x7b:
        depth += 1
        if (depth > limits.depth) return problemOf('line-too-deep', { limit: limits.depth })
        break
      case 0x5d:
      case 0x7d:
        depth -= 1
        break
      case 0x3a:
        keys += 1
        if (keys > limits.keys) return problemOf('line-too-many-keys', { limit: limits.keys })
        if (lastString.length > limits.keyLength && characters(lastString) > limits.keyLength) {
          return problemOf('line-key-too-long', { limit: limits.keyLength })
        }
    }
  }
  return undefined
}

/** Position of the quotation mark that ends the string, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1
    if (backslashes % 2 === 0) return end
  }
  return text.length
}

function characters(escaped: string): number {
  return escaped.replaceAll(/\\(u[0-9a-fA-F]{4}|.)/g, '.').length
}
