import { fork } from 'node:child_process'
import { join } from 'node:path'
import { lineOf, validSubmission } from '../support/builders.ts'
import { enrol, startServerWithRegister } from '../support/server.ts'
import { percentile, printTable, rounded, spread } from './figures.ts'
import type { Load, LoadResult } from './load.ts'
import { startYardstick } from './yardstick.ts'

const warmUpCount = 1000
const submissionCount = 2000
const turns = 3
const connectionCounts = [8, 32]

type Target = { url: string; token: string; close: () => Promise<void> }
type Turn = { perSecond: number; cpuMs: number; latencies: number[] }

/**
 * Submissions a second that the server acknowledges with a receipt, each of them on the disk by then. It takes turns with
 * the yardstick, so that an hour in which the machine is slow is slow for both.
 */
export async function benchServer(): Promise<void> {
  const rows: string[][] = []
  for (const connections of connectionCounts) {
    process.stderr.write(`${turns} × ${submissionCount} submissions over ${connections} connections…\n`)
    // Made before the server runs, which would take the halt of its process for a sign that it is overloaded.
    const warmUp = newLines(warmUpCount)
    const batches = Array.from({ length: turns }, () => newLines(submissionCount))
    const targets = { server: await startCensus(), yardstick: { ...(await startYardstick()), token: '' } }
    const done: Record<keyof typeof targets, Turn[]> = { server: [], yardstick: [] }
    try {
      for (const target of Object.values(targets)) await takeTurn(target, connections, warmUp)
      for (const lines of batches) {
        done.yardstick.push(await takeTurn(targets.yardstick, connections, lines))
        done.server.push(await takeTurn(targets.server, connections, lines))
      }
    } finally {
      for (const target of Object.values(targets)) await target.close()
    }
    for (const [name, taken] of Object.entries(done))
      rows.push([`${name}, ${connections} connections`, ...figures(taken)])
  }
  const head = ['', 'submissions/s', 'p50 ms', 'p98 ms', 'CPU ms each']
  printTable(`Submissions received, one a request, ${submissionCount} a turn, durable before the reply`, head, rows)
}

async function startCensus(): Promise<Target> {
  const server = await startServerWithRegister()
  return { url: server.url, token: await enrol(server), close: server.close }
}

async function takeTurn({ url, token }: Target, connections: number, lines: string[]): Promise<Turn> {
  const before = process.cpuUsage()
  const { totalMs, latencies } = await send({ url, token, lines, connections })
  const { user, system } = process.cpuUsage(before)
  return { perSecond: (lines.length / totalMs) * 1000, cpuMs: (user + system) / 1000 / lines.length, latencies }
}

function newLines(count: number): string[] {
  return Array.from({ length: count }, () => lineOf(validSubmission()))
}

function figures(taken: readonly Turn[]): string[] {
  const latencies = taken.flatMap((turn) => turn.latencies)
  return [
    spread(taken.map((turn) => turn.perSecond)),
    rounded(percentile(latencies, 0.5), 1),
    rounded(percentile(latencies, 0.98), 1),
    spread(
      taken.map((turn) => turn.cpuMs),
      2,
    ),
  ]
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
