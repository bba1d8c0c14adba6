import { isCanonicalJson, isStorableText } from './canonical.ts'
import { isPlainlyCanonical } from './canonicalBytes.ts'
import type { ProblemCode, ProblemDetails } from './problem.ts'
import { limits } from './protocol.ts'
import { isPlainlySubmission, Submission, Tombstone } from './submission.ts'

export type LineFault = { code: ProblemCode; details: ProblemDetails }

export type LineContent =
  | { kind: 'submission'; content: Submission }
  | { kind: 'tombstone'; content: Tombstone }
  | { kind: 'invalid'; submissionId: string | null; fault: LineFault }

/**
 * Reads one line that a device wrote: the canonical JSON of a submission or of a tombstone, within the limits of the
 * wire format. What can never become right is invalid.
 *
 * @param text what the bytes say
 * @param bytes UTF-8, without the line's end; its length is the caller's to judge
 */
export function readSubmissionLine(text: string, bytes: Uint8Array): LineContent {
  const isPlain = isPlainlyCanonical(bytes, limits)
  const oversize = isPlain ? undefined : faultOfStructure(text)
  if (oversize !== undefined) return { kind: 'invalid', submissionId: null, fault: oversize }
  const parsed = parsedJson(text)
  if (parsed === undefined) return invalid('line-not-json')
  const submissionId = nameOf(parsed.value)
  // What cannot be stored can only have come as an escape: the bytes are UTF-8, and JSON forbids a bare NUL.
  if (text.includes('\\u') && !isStorableText(parsed.value)) return invalid('line-unstorable-text', {}, submissionId)
  if (!isPlain && !isCanonicalJson(text, parsed.value)) return invalid('line-not-canonical', {}, submissionId)
  return contentOf(parsed.value, submissionId)
}

function contentOf(value: unknown, submissionId: string | null): LineContent {
  const isTombstone = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'tombstone'
  if (isTombstone || !isPlainlySubmission(value)) {
    const shape = (isTombstone ? Tombstone : Submission).safeParse(value)
    if (!shape.success) return wrongShape(shape.error.issues[0]?.path ?? [], submissionId)
  }
  // The parsed line itself, not zod's copy of it: a copy would lose a variable that is named __proto__.
  if (isTombstone) return { kind: 'tombstone', content: value as Tombstone }
  return { kind: 'submission', content: value as Submission }
}

function wrongShape(path: readonly PropertyKey[], submissionId: string | null): LineContent {
  const place = path.map(String).join('.').slice(0, 100)
  return invalid('line-wrong-shape', { place: place === '' ? 'format' : place }, submissionId)
}

function invalid(code: ProblemCode, details: ProblemDetails = {}, submissionId: string | null = null): LineContent {
  return { kind: 'invalid', submissionId, fault: { code, details } }
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
function faultOfStructure(text: string): LineFault | undefined {
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
        if (depth > limits.depth) return { code: 'line-too-deep', details: { limit: limits.depth } }
        break
      case 0x5d:
      case 0x7d:
        depth -= 1
        break
      case 0x3a:
        keys += 1
        if (keys > limits.keys) return { code: 'line-too-many-keys', details: { limit: limits.keys } }
        if (lastString.length > limits.keyLength && characters(lastString) > limits.keyLength) {
          return { code: 'line-key-too-long', details: { limit: limits.keyLength } }
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
