import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refusal } from '#domain/problem.ts'
import { limits } from '#domain/protocol.ts'

const lineFeed = 0x0a
const mebibyte = 1024 * 1024

/**
 * The lines of an NDJSON body, without their line ends. Both limits are watched while the body arrives, so that neither
 * a large body nor a small one that unpacks to a large one is ever held in memory.
 *
 * @throws Refusal for an unknown encoding, damaged gzip, a body over a limit, or too few or too many lines
 */
export async function readNdjson(body: Readable, headers: IncomingMessage['headers']): Promise<Buffer[]> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') throw refusal('encoding-unsupported', { encoding })
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes) {
    body.resume()
    throw tooLarge(limits.bodyBytes)
  }
  const bytes = encoding === 'gzip' ? await unzipped(body) : await collected(body, limits.bodyBytes)
  const lines = linesOf(bytes)
  if (lines.length < 1 || lines.length > limits.lines) {
    throw refusal('lines-out-of-range', { limit: limits.lines, lines: lines.length })
  }
  return lines
}

function tooLarge(limit: number) {
  return refusal('body-too-large', { limit: `${limit / mebibyte} MiB` })
}

function collected(body: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    body.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else {
        chunks.length = 0
        reject(tooLarge(limit))
      }
    })
    body.on('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)))
    body.on('error', reject)
  })
}

async function unzipped(body: Readable): Promise<Buffer> {
  const gunzip = createGunzip()
  const failure = new Promise<never>((_, reject) => {
    let received = 0
    body.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > limits.bodyBytes) reject(tooLarge(limits.bodyBytes))
    })
    body.on('error', reject)
    gunzip.on('error', () => reject(refusal('gzip-damaged')))
  })
  try {
    return await Promise.race([collected(body.pipe(gunzip), limits.unzippedBytes), failure])
  } catch (error) {
    // Unpacking stops at once; what is still on its way is read and thrown away, so that the reply gets through.
    body.unpipe(gunzip)
    gunzip.destroy()
    body.resume()
    throw gunzipFault(error)
  }
}

function gunzipFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') ? refusal('gzip-damaged') : error
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, start)
    lines.push(bytes.subarray(start, end === -1 ? bytes.length : end))
    start = end === -1 ? bytes.length : end + 1
  }
  return lines
}
