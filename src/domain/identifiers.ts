import { sha256 } from './digest.ts'

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits.
 *
 * @param atMs milliseconds since 1970 by any clock; only a hint of order, never trusted; clamped to 48 bits
 * @param random 10 random bytes, of which 74 bits are used
 * @returns lower case, with hyphens
 */
export function uuidv7(atMs: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('uuidv7 needs 10 random bytes')
  const time = Math.min(Math.max(Math.floor(atMs), 0), 2 ** 48 - 1)
  const timeHex = time.toString(16).padStart(12, '0')
  const bytes = Uint8Array.from(random.subarray(0, 10))
  bytes[0] = 0x70 | ((bytes[0] ?? 0) & 0x0f)
  bytes[2] = 0x80 | ((bytes[2] ?? 0) & 0x3f)
  let hex = timeHex
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The short name of a submission that people read to each other: `CC-`, two digits of the year of completion (UTC),
 * seven Crockford base32 characters of the first 35 bits of SHA-256(submissionId), and Crockford's check symbol.
 * Needs no network; two submissions of a year share one with a chance of 1 in 34 thousand million.
 *
 * @param completedAt instant, ISO 8601 in UTC
 */
export function folioOf(submissionId: string, completedAt: string): string {
  const digest = sha256(submissionId)
  // 35 bits are four bytes and the three highest bits of the fifth; above 32 bits only arithmetic is safe.
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0] = digest
  const number = (b0 * 2 ** 24 + b1 * 2 ** 16 + b2 * 2 ** 8 + b3) * 8 + (b4 >> 5)
  let letters = ''
  for (let place = 6; place >= 0; place -= 1) letters += crockford.charAt(Math.floor(number / 32 ** place) % 32)
  return `CC-${completedAt.slice(2, 4)}-${letters}${crockford.charAt(number % 37)}`
}

/** Whether a text is a folio: its form, and a check symbol that finds every single wrong or swapped character. */
export function isFolio(text: string): boolean {
  const [, letters, check] = /^CC-\d\d-([0-9A-HJKMNP-TV-Z]{7})([0-9A-HJKMNP-TV-Z*~$=U])$/.exec(text) ?? []
  if (letters === undefined || check === undefined) return false
  let number = 0
  for (const letter of letters) number = number * 32 + crockford.indexOf(letter)
  return crockford.charAt(number % 37) === check
}

/** Whether a person typed the last four characters of a folio, read as Crockford does: O is 0, I and L are 1. */
export function isFolioEnd(folio: string, typed: string): boolean {
  const end = typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return end.length === 4 && folio.endsWith(end)
}

/** 32 digits, then the five symbols that only a check symbol can be. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'
