import { Problem } from '#domain/problem.ts'
import { formats, HelloReply, HelloRequest } from '#domain/protocol.ts'
import { deviceOf } from './access.ts'
import type { CensusServer, ServerParts } from './censusServer.ts'
import { roundsOf } from './rounds.ts'

/** `POST /api/v1/hello`: what a device needs to know before it sends; answered to devices without a token as well. */
export function addHelloRoutes(app: CensusServer, { store, signer, editions, now }: ServerParts): void {
  app.post(
    '/api/v1/hello',
    {
      config: { rateLimit: { max: 600, timeWindow: '1 minute' } },
      schema: {
        summary: 'Server time, formats, mode, rounds, register version and how the server sees this device',
        tags: ['device'],
        security: [{}, { device: [] }],
        body: HelloRequest,
        response: { 200: HelloReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { drafts, outbox, lastSeq, build } = request.body
      const at = now().toISOString()
      const device = await deviceOf(store, request)
      if (device !== undefined) {
        await store.recordHello({ deviceId: device.deviceId, at, drafts, outbox, lastSeq, build })
      }
      const directory = await store.directory()
      const seqs = device === undefined ? { lastSeq: 0, missingSeqs: [] } : await store.seqsOf(device.deviceId)
      const known = device?.isRevoked === true ? 'revoked' : 'active'
      return {
        format: 1 as const,
        serverTime: at,
        formats,
        trial: directory.controller === null,
        controller: directory.controller,
        rounds: roundsOf(directory, editions, signer.madeAt),
        register: { version: directory.register.version },
        device: { status: device === undefined ? ('unknown' as const) : known, ...seqs },
      } satisfies HelloReply
    },
  )
}
