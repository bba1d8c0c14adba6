// SHA-256 (FIPS 180-4) in plain TypeScript: `crypto.subtle` is missing on plain-http pages and cannot be awaited
// inside an IndexedDB transaction, and a submission has to be sealed in both places.

/**
 * SHA-256 of the bytes, or of the UTF-8 form of a text.
 *
 * @returns 32 bytes
 */
export function sha256(content: string | Uint8Array): Uint8Array {
  const message = padded(typeof content === 'string' ? utf8(content) : content)
  const view = new DataView(message.buffer)
  const hash = Uint32Array.from(initialHash)
  const schedule = new Uint32Array(64)
  for (let offset = 0; offset < message.length; offset += 64) compress(hash, schedule, view, offset)
  const digest = new Uint8Array(32)
  const out = new DataView(digest.buffer)
  hash.forEach((word, position) => {
    out.setUint32(position * 4, word)
  })
  return digest
}

/** SHA-256 as 64 lower-case hexadecimal digits; see {@link sha256}. */
export function sha256Hex(content: string | Uint8Array): string {
  let hex = ''
  for (const byte of sha256(content)) hex += byte.toString(16).padStart(2, '0')
  return hex
}

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as in TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let position = 0; position < text.length; position += 1) {
    let point = text.codePointAt(position) ?? 0
    if (point > 0xffff) position += 1
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) bytes[length++] = point
    else {
      if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6)
      else {
        if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12)
        else {
          bytes[length++] = 0xf0 | (point >> 18)
          bytes[length++] = 0x80 | ((point >> 12) & 0x3f)
        }
        bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      }
      bytes[length++] = 0x80 | (point & 0x3f)
    }
  }
  return bytes.slice(0, length)
}

/** The message, a 1 bit, zeros, and its length in bits as 64 bits: a whole number of 64-byte blocks. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((message.length + 9) / 64)
  const bytes = new Uint8Array(blocks * 64)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0)
  return bytes
}

function compress(hash: Uint32Array, schedule: Uint32Array, view: DataView, offset: number): void {
  for (let t = 0; t < 16; t += 1) schedule[t] = view.getUint32(offset + t * 4)
  for (let t = 16; t < 64; t += 1) {
    const early = at(schedule, t - 15)
    const late = at(schedule, t - 2)
    const sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
    const sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
    schedule[t] = at(schedule, t - 16) + sigma0 + at(schedule, t - 7) + sigma1
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as Eight
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const temp1 = (h + sum1 + ((e & f) ^ (~e & g)) + at(roundConstants, t) + at(schedule, t)) | 0
    const sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const temp2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + temp1) | 0
    d = c
    c = b
    b = a
    a = (temp1 + temp2) | 0
  }
  const state: Eight = [a, b, c, d, e, f, g, h]
  state.forEach((word, position) => {
    hash[position] = at(hash, position) + word
  })
}

type Eight = [number, number, number, number, number, number, number, number]

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function at(words: Uint32Array, position: number): number {
  return words[position] ?? 0
}

/** First 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractionalRoots(count: number, root: (prime: number) => number): Uint32Array {
  const words = new Uint32Array(count)
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.some((prime) => candidate % prime === 0)) continue
    const value = root(candidate)
    words[primes.length] = Math.floor((value - Math.floor(value)) * 0x100000000)
    primes.push(candidate)
  }
  return words
}

const initialHash = fractionalRoots(8, Math.sqrt)
const roundConstants = fractionalRoots(64, Math.cbrt)
