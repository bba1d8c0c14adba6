import { type HandoverReading, handoverLimits, readHandover } from '#domain/handover.ts'

/**
 * Unpacks and reads a handover file. Unpacking stops as soon as the limits are passed, so that a small file cannot fill
 * the memory of a tablet.
 */
export async function readHandoverFile(file: Blob): Promise<HandoverReading> {
  if (file.size > handoverLimits.packedBytes) return { kind: 'refused', reason: 'too-large' }
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first !== 0x1f || second !== 0x8b) return { kind: 'refused', reason: 'not-handover' }
  const most = Math.min(handoverLimits.unpackedBytes, file.size * handoverLimits.ratio)
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let unpackedBytes = 0
  let text = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      unpackedBytes += part.value.length
      if (unpackedBytes > most) {
        await reader.cancel()
        return { kind: 'refused', reason: 'too-large' }
      }
      text += decoder.decode(part.value, { stream: true })
    }
    text += decoder.decode()
  } catch {
    // The stream and the decoder have no other way to say that these bytes are no gzip, or no UTF-8.
    return { kind: 'refused', reason: 'damaged' }
  }
  return readHandover(text)
}

/** The file that carries a handover text. */
export function handoverFile(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
}
