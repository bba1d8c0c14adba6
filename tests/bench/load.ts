import { Agent, request } from 'node:http'
import { SubmissionsReply } from '#domain/protocol.ts'

/** What the load is made of. It runs in a process of its own, so that making it does not hold up the server. */
export type Load = { url: string; token: string; lines: string[]; connections: number }

/** Milliseconds: the whole, and each request from its first byte to the parsed verdict. */
export type LoadResult = { totalMs: number; latencies: number[] }

async function run({ url, token, lines, connections }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const waiting = lines.values()
  const from = performance.now()
  const connection = async () => {
    for (const line of waiting) {
      const at = performance.now()
      const { verdicts } = SubmissionsReply.parse(
        JSON.parse(await post(`${url}/api/v1/submissions`, token, line, agent)),
      )
      if (verdicts[0]?.verdict !== 'stored') throw new Error(`not stored: ${JSON.stringify(verdicts)}`)
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const totalMs = performance.now() - from
  agent.destroy()
  return { totalMs, latencies }
}

function post(url: string, token: string, line: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      'content-length': Buffer.byteLength(line),
    }
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${response.statusCode}: ${text}`))
      })
      response.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(line)
  })
}

process.once('message', async (load) => {
  const result = await run(load as Load)
  process.send?.(result, () => process.disconnect())
})
