import { Problem } from '#domain/problem.ts'
import { SubmissionsReply } from '#domain/protocol.ts'
import { enrolledDevice } from './access.ts'
import type { CensusServer } from './censusServer.ts'
import { readNdjson } from './ndjson.ts'
import type { Reception } from './reception.ts'
import type { Store } from './store/store.ts'

/** `POST /api/v1/submissions`: lines in, verdicts and receipts out. */
export async function addSubmissionRoutes(app: CensusServer, store: Store, reception: Reception): Promise<void> {
  await app.register(async (door: CensusServer) => {
    door.removeAllContentTypeParsers()
    // Left unread here: the route reads the lines itself, once it knows who sends them, and within limits of its own.
    door.addContentTypeParser('application/x-ndjson', (_request, _body, done) => done(null))
    door.post(
      '/api/v1/submissions',
      {
        schema: {
          summary: 'Send submissions, one canonical JSON per line; gzip allowed',
          tags: ['device'],
          security: [{ device: [] }],
          response: { 200: SubmissionsReply, '4xx': Problem, '5xx': Problem },
        },
        // What the types already promise would be checked and copied again at every reply.
        serializerCompiler: () => (reply) => JSON.stringify(reply),
      },
      async (request) => {
        const device = await enrolledDevice(store, request)
        const lines = await readNdjson(request.raw, request.headers)
        return { format: 1 as const, verdicts: await reception.receive(lines, device) }
      },
    )
  })
}
