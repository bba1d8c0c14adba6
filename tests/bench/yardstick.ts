import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import Fastify from 'fastify'
import { temporaryFolder } from '../support/server.ts'

export type Yardstick = { url: string; close: () => Promise<void> }

/**
 * The least that a server can do: parse, insert, commit, answer, one commit a request and each on the disk. It checks,
 * scores and signs nothing. Machines differ by factors; the ratio of the receiving server to this one hardly does.
 */
export async function startYardstick(): Promise<Yardstick> {
  const dataDir = temporaryFolder()
  const database = new Sqlite(join(dataDir, 'yardstick.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'create table submissions (id text primary key, received_at text not null, content text not null) strict',
  )
  const insert = database.prepare('insert into submissions values (?, ?, ?)')
  const app = Fastify()
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.post<{ Body: { submissionId: string } }>('/api/v1/submissions', async ({ body }) => {
    const { submissionId } = body
    insert.run(submissionId, new Date().toISOString(), JSON.stringify(body))
    return { format: 1, verdicts: [{ submissionId, verdict: 'stored' }] }
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    close: async () => {
      await app.close()
      database.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
