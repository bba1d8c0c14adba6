import fastifyStatic from '@fastify/static'
import type { CensusServer } from './censusServer.ts'

const yearInSeconds = 31_536_000

/**
 * The built app. Files whose name holds their digest never change; everything else, the service worker above all, is
 * asked for anew each time, or a device could be held on an old version.
 */
export async function addPages(app: CensusServer, pagesDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pagesDir,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path)
      reply.setHeader('cache-control', isHashed ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache')
    },
  })
}
