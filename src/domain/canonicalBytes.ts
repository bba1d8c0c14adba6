export type JsonLimits = { depth: number; keys: number; keyLength: number }

/**
 * Whether bytes can be seen to be canonical JSON within limits, without writing their value again: at a fraction of the
 * time. Where this says no they may still be: an escape such as \u0001, or a key beyond ASCII, is left to a slower look.
 *
 * @param bytes UTF-8; the limits are judged of any, and the rest means something where `JSON.parse` accepts them
 */
export function isPlainlyCanonical(bytes: Uint8Array, limits: JsonLimits): boolean {
  // Of each object that is open: where its latest key starts. A list, and an object before its first key, has none.
  const keyStarts: number[] = []
  let keyCount = 0
  for (let position = 0; position < bytes.length; ) {
    const byte = bytes[position] ?? 0
    if (byte === quote) {
      const end = endOfPlainString(bytes, position + 1)
      if (end === none) return false
      if (bytes[end + 1] === colon) {
        keyCount += 1
        if (keyCount > limits.keys || end - position - 1 > limits.keyLength) return false
        if (!isAfter(bytes, position + 1, keyStarts[keyStarts.length - 1] ?? none)) return false
        keyStarts[keyStarts.length - 1] = position + 1
        position = end + 2
      } else position = end + 1
    } else if (isOfNumber(byte)) {
      const end = endOfNumber(bytes, position)
      if (!isCanonicalNumber(bytes, position, end)) return false
      position = end
    } else {
      // White space between the parts, or a colon that stands behind no key.
      if (byte <= space || byte === colon) return false
      if (byte === openBrace || byte === openBracket) {
        if (keyStarts.push(none) > limits.depth) return false
      } else if (byte === closeBrace || byte === closeBracket) keyStarts.pop()
      position += 1
    }
  }
  return true
}

const none = -1
/** "-1.2345678901234567e-308" */
const longestNumber = 24
const [space, quote, plus, minus, point, zero, nine, colon] = [0x20, 0x22, 0x2b, 0x2d, 0x2e, 0x30, 0x39, 0x3a] as const
const [openBracket, backslash, closeBracket, exponent, openBrace, closeBrace] = [
  0x5b, 0x5c, 0x5d, 0x65, 0x7b, 0x7d,
] as const
/** What follows the backslash in the escapes that have only one spelling. */
const plainEscapes: ReadonlySet<number> = new Set([...'"\\bfnrt'].map((letter) => letter.charCodeAt(0)))

/** Position of the closing quotation mark, or `none` where an escape might be written otherwise. */
function endOfPlainString(bytes: Uint8Array, start: number): number {
  for (let position = start; position < bytes.length; position += 1) {
    const byte = bytes[position] ?? 0
    if (byte === quote) return position
    if (byte === backslash) {
      position += 1
      if (!plainEscapes.has(bytes[position] ?? 0)) return none
    }
  }
  return none
}

/** Whether a key stands after the one before it by code units; never where one of them is more than plain ASCII. */
function isAfter(bytes: Uint8Array, key: number, before: number): boolean {
  let differs = before === none
  for (let offset = 0; ; offset += 1) {
    const byte = bytes[key + offset] ?? 0
    if (byte === quote) return differs
    if (byte === backslash || byte >= 0x80) return false
    if (differs) continue
    const other = bytes[before + offset] ?? 0
    // The end of the shorter key, or the first letter in which they differ.
    if (other === quote) differs = true
    else if (byte < other) return false
    else differs = byte > other
  }
}

function isOfNumber(byte: number): boolean {
  return (byte >= zero && byte <= nine) || byte === minus
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  for (let end = start + 1; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0
    if (!isOfNumber(byte) && byte !== point && (byte | 0x20) !== exponent && byte !== plus) return end
  }
  return bytes.length
}

function isCanonicalNumber(bytes: Uint8Array, start: number, end: number): boolean {
  // Of one character: a digit.
  if (end - start === 1) return true
  if (end - start > longestNumber) return false
  const json = String.fromCharCode(...bytes.subarray(start, end))
  return String(Number(json)) === json
}
