import { createHash, randomBytes } from 'node:crypto'

/** A secret that goes into a link or a header: base64url, from the system's random source. */
export function newSecret(bits: 128 | 256): string {
  return randomBytes(bits / 8).toString('base64url')
}

/**
 * What is kept of a secret. Plain SHA-256 suffices: at 128 random bits and more there is nothing to guess, and looking a
 * secret up by its digest takes the same time whatever part of it is right.
 */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
