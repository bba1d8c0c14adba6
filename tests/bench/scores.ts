import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { temporaryFolder } from '../support/server.ts'
import { printTable, rounded, spread } from './figures.ts'

const root = resolve(import.meta.dirname, '../..')
const lineCount = 100_000
const runs = 3

/** Lines that the command line scores in a second, its start included. */
export async function benchScores(): Promise<void> {
  const folder = temporaryFolder()
  try {
    const cases: { input: unknown }[] = JSON.parse(
      readFileSync(join(root, 'tests/domain/scoring.vectors.json'), 'utf8'),
    ).cases
    const inputs = cases.map(({ input }) => `${JSON.stringify(input)}\n`)
    const many = join(folder, 'many.ndjson')
    const one = join(folder, 'one.ndjson')
    writeFileSync(many, Array.from({ length: lineCount }, (_, line) => inputs[line % inputs.length]).join(''))
    writeFileSync(one, inputs[0] ?? '')
    const start: number[] = []
    const whole: number[] = []
    for (let run = 0; run < runs; run += 1) {
      start.push(await secondsToScore(one, 1))
      whole.push(await secondsToScore(many, lineCount))
    }
    printTable(
      `npm run --silent score, ${lineCount} lines`,
      ['', 'median (range)'],
      [
        ['lines per second', spread(whole.map((seconds) => lineCount / seconds))],
        ['whole run, s', spread(whole, 2)],
        ['start (a file of one line), s', spread(start, 2)],
        ['size of a line, bytes', rounded(inputs.join('').length / inputs.length)],
      ],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function secondsToScore(file: string, expectedLines: number): Promise<number> {
  const from = performance.now()
  const child = spawn('npm', ['run', '--silent', 'score', '--', file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines += 1
  })
  const status = await new Promise<number | null>((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })
  const seconds = (performance.now() - from) / 1000
  // A figure about something else than scoring is worse than none.
  if (status !== 0 || lines !== expectedLines) throw new Error(`score ended with ${status} after ${lines} lines`)
  return seconds
}
