import { isUtf8 } from 'node:buffer'

/** One line of a file, without its newline, or why it cannot be read as text. */
export type Line = { text: string } | { problem: string }

const newline = 0x0a

/** Far above any submission; without a limit, a file that is one endless line would fill the memory. */
const longestLineBytes = 16 * 1024 * 1024

/**
 * The lines of a stream of UTF-8, in batches of what one read brings: one decoding serves many lines, and no more is held
 * than a read and the longest line. A newline ends a line and starts none: a final one adds nothing.
 */
export async function* lineBatches(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  let begun: Buffer[] = []
  let begunBytes = 0
  for await (const chunk of chunks) {
    const lastNewline = chunk.lastIndexOf(newline)
    if (lastNewline !== -1) {
      yield begunBytes > longestLineBytes
        ? linesAfterTooLong(chunk.subarray(0, lastNewline))
        : linesOf(Buffer.concat([...begun, chunk.subarray(0, lastNewline)]))
      begun = []
      begunBytes = 0
    }
    const rest = chunk.subarray(lastNewline + 1)
    begunBytes += rest.length
    if (begunBytes > longestLineBytes) begun = []
    else if (rest.length > 0) begun.push(rest)
  }
  if (begunBytes > longestLineBytes) yield [tooLong]
  else if (begunBytes > 0) yield linesOf(Buffer.concat(begun))
}

const tooLong: Line = { problem: `The line is longer than ${longestLineBytes / 1024 / 1024} MiB.` }

/** `block` begins with the end of a line whose beginning was not kept. */
function linesAfterTooLong(block: Buffer): Line[] {
  const end = block.indexOf(newline)
  return end === -1 ? [tooLong] : [tooLong, ...linesOf(block.subarray(end + 1))]
}

function linesOf(block: Buffer): Line[] {
  // UTF-8 never hides a newline inside a character, so a block is valid exactly when each of its lines is.
  if (isUtf8(block)) {
    return block
      .toString('utf8')
      .split('\n')
      .map((text) => ({ text }))
  }
  const lines: Line[] = []
  let start = 0
  while (start <= block.length) {
    const found = block.indexOf(newline, start)
    const end = found === -1 ? block.length : found
    const line = block.subarray(start, end)
    lines.push(isUtf8(line) ? { text: line.toString('utf8') } : { problem: 'The line is not UTF-8.' })
    start = end + 1
  }
  return lines
}
