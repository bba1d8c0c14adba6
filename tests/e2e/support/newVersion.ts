import { once } from 'node:events'
import { createServer } from 'node:http'

export type Release = { url: string; publish: () => void; close: () => Promise<void> }

/** The server behind a door that can hand out a new version of the app: a service worker with one more comment. */
export async function releaseOf(serverUrl: string): Promise<Release> {
  let comment = ''
  const door = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    // Without the browser's digest and day of the file: the server knows only the old version, and would say "unchanged".
    const {
      host: _host,
      connection: _connection,
      'if-none-match': _digest,
      'if-modified-since': _day,
      ...headers
    } = request.headers
    const reply = await fetch(`${serverUrl}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { ...(headers as Record<string, string>), 'accept-encoding': 'identity' },
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    })
    const body = Buffer.from(await reply.arrayBuffer())
    const isWorker = request.url === '/sw.js'
    const sent = isWorker ? Buffer.concat([body, Buffer.from(comment)]) : body
    const kept = [...reply.headers].filter(
      ([name]) => !/^(?:content-length|connection|transfer-encoding|etag|last-modified)$/.test(name),
    )
    response.writeHead(reply.status, { ...Object.fromEntries(kept), 'content-length': sent.length })
    response.end(sent)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://localhost:${address.port}`,
    publish: () => {
      comment += '\n// a new version\n'
    },
    close: async () => {
      door.closeAllConnections()
      door.close()
      await once(door, 'close')
    },
  }
}
