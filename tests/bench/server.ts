import { fork } from 'node:child_process'
import { join } from 'node:path'
import { lineOf, validSubmission } from '../support/builders.ts'
import { enrol, startServerWithRegister } from '../support/server.ts'
import { percentile, printTable, rounded } from './figures.ts'
import type { Load, LoadResult } from './load.ts'

const submissionCount = 3000
const connectionCounts = [8, 32]

/** Submissions a second that the server acknowledges with a receipt, each of them on the disk by then. */
export async function benchServer(): Promise<void> {
  const rows: string[][] = []
  for (const connections of connectionCounts) {
    process.stderr.write(`${submissionCount} submissions over ${connections} connections…\n`)
    const server = await startServerWithRegister()
    try {
      const token = await enrol(server)
      const lines = Array.from({ length: submissionCount }, () => lineOf(validSubmission()))
      const { totalMs, latencies } = await send({ url: server.url, token, lines, connections })
      rows.push([
        `${connections} connections`,
        rounded((submissionCount / totalMs) * 1000),
        rounded(percentile(latencies, 0.5), 1),
        rounded(percentile(latencies, 0.98), 1),
      ])
    } finally {
      await server.close()
    }
  }
  const head = ['', 'submissions/s', 'p50 ms', 'p98 ms']
  printTable(`Submissions received, one a request, ${submissionCount} each, durable before the reply`, head, rows)
}

function send(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const sender = fork(join(import.meta.dirname, 'load.ts'), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    })
    sender.on('message', (result) => resolve(result as LoadResult))
    sender.on('error', reject)
    sender.on('exit', (status) => reject(new Error(`the sender ended with ${status}`)))
    sender.send(load)
  })
}
