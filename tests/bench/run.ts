import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { buildIfStale } from '../../src/cli/build.ts'
import { findChromium, howToGetChromium } from '../support/chromium.ts'
import { benchBrowser } from './browser.ts'
import { benchBytes } from './bytes.ts'
import { benchScores } from './scores.ts'
import { benchServer } from './server.ts'

// What `npm run bench` runs: figures for this machine. It judges none of them, since a slow machine is no fault.

type Part = { needsChromium: boolean; run: () => Promise<void> }

const parts: Record<string, Part> = {
  bytes: { needsChromium: true, run: benchBytes },
  browser: { needsChromium: true, run: benchBrowser },
  scores: { needsChromium: false, run: benchScores },
  server: { needsChromium: false, run: benchServer },
}

const usage = `Usage: npm run bench [-- ${Object.keys(parts).join('|')} …]`

function machine(): string {
  const browser = findChromium()
  const version =
    browser === undefined
      ? 'no Chromium'
      : execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  const processor = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`
  return [processor, `Node ${process.versions.node}`, version, new Date().toISOString().slice(0, 10)].join(' · ')
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !Object.hasOwn(parts, name))
  if (unknown !== undefined) {
    process.stderr.write(`There is no part ${unknown}.\n${usage}\n`)
    process.exitCode = 2
    return
  }
  process.stdout.write(`${machine()}\n`)
  const chosen = Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name))
  if (chosen.some(([, { needsChromium }]) => needsChromium)) await buildIfStale()
  for (const [name, { needsChromium, run }] of chosen) {
    if (needsChromium && findChromium() === undefined) {
      process.stderr.write(`${name} is left out. ${howToGetChromium}\n`)
      process.exitCode = 1
    } else await run()
  }
}

await main()
