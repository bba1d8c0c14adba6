import { Problem } from '#domain/problem.ts'
import { RegisterReply } from '#domain/protocol.ts'
import { readingDevice } from './access.ts'
import type { CensusServer, ServerParts } from './censusServer.ts'
import { roundsOf } from './rounds.ts'

/** `GET /api/v1/register`: the clusters inside the scope of the device, without contacts. */
export function addRegisterRoutes(app: CensusServer, { store, signer, editions }: ServerParts): void {
  app.get(
    '/api/v1/register',
    {
      config: { rateLimit: { max: 600, timeWindow: '1 minute' } },
      schema: {
        summary: 'The part of the register that this device may see, and the rounds',
        tags: ['device'],
        security: [{ device: [] }],
        response: { 200: RegisterReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const device = await readingDevice(store, request)
      const directory = await store.directory()
      return {
        format: 1 as const,
        version: directory.register.version,
        asOf: directory.register.asOf,
        clusters: await store.clustersIn(device.scope),
        rounds: roundsOf(directory, editions, signer.madeAt),
      }
    },
  )
}
