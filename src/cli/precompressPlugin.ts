import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Files below this size do not get smaller by more than a packet, so they are sent as they are. */
const smallestBytes = 1024

/**
 * Writes a `.br` and a `.gz` beside every text file of the built app. Compressing once at the build lets the server
 * send the best ratio without spending a core on each first visit.
 */
export function precompressPlugin(): Plugin {
  let folder = ''
  return {
    name: 'cumulo:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: {
      // After the service worker, which is written in the same hook of the plugin before this one.
      order: 'post',
      sequential: true,
      handler: () => precompress(folder),
    },
  }
}

function precompress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css|html|svg|json|webmanifest)$/.test(name)) continue
    const path = join(folder, name)
    const bytes = readFileSync(path)
    if (bytes.length < smallestBytes) continue
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
  }
}
