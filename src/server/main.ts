import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { composeServer } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { editionsOf } from './editions.ts'
import { makeInvite } from './enrolment.ts'
import { openReceiptSigner } from './receipts.ts'
import { lockDataFolder } from './store/dataFolderLock.ts'
import { readEditions, surveysFolder } from './store/editionFiles.ts'
import { openStore } from './store/openStore.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/storeError.ts'

const pagesDir = resolve(import.meta.dirname, '../../dist/app')
const build = '1.0.0'

export type RunningServer = {
  /** where it listens, without a final slash */
  url: string
  store: Store
  /** finishes the requests under way, then lets go of port, database and data folder */
  close: () => Promise<void>
}

/** Starts a server on its data folder. @throws StoreError, or the system's own error for the port */
export async function startServer(config: Config): Promise<RunningServer> {
  const store = await openStore(config.dataDir)
  const undo: (() => unknown)[] = [() => store.close()]
  try {
    const lock = lockDataFolder(config.dataDir, process.pid)
    undo.unshift(() => lock.release())
    const extra = config.extraSurveysDir === undefined ? [] : [config.extraSurveysDir]
    const { editions, faults } = readEditions([surveysFolder, ...extra])
    for (const { file, problems } of faults) process.stderr.write(`${file} is left out: ${problems[0] ?? ''}\n`)
    const now = () => new Date()
    const parts = { store, signer: await openReceiptSigner(store, now), editions: editionsOf(editions), now }
    const app = await composeServer(parts, {
      pagesDir: existsSync(join(pagesDir, 'index.html')) ? pagesDir : undefined,
      isHttps: config.publicUrl?.startsWith('https:') ?? false,
      build,
    })
    undo.unshift(() => app.close())
    const url = await app.listen({ port: config.port, host: config.host })
    return { url, store, close: () => runAll(undo) }
  } catch (error) {
    await runAll(undo)
    throw error
  }
}

async function runAll(steps: readonly (() => unknown)[]): Promise<void> {
  for (const step of steps) await step()
}

/** What to do next, for the person at the terminal. The invite is shown only while there is no device at all. */
async function nextSteps(store: Store, address: string): Promise<string> {
  const { controller, register, rounds } = await store.directory()
  const steps = [`Cúmulo runs at ${address}`]
  if (!(await store.hasDevices())) {
    const invite = await makeInvite(store, { chamber: null, cluster: null }, new Date())
    steps.push(`Enrol the first device (single use, 72 hours): ${address}/enrol#${invite}`)
  }
  if (register.version === 0) steps.push('Import the register of clusters: npm run import -- register FILE.csv')
  if (controller === null) {
    steps.push('Trial mode: nothing counts for a census until the data controller is set.')
    steps.push('Set the data controller: npm run import -- controller FILE.json')
  } else if (!rounds.some((round) => round.status === 'open')) {
    steps.push('Open a round: npm run import -- round FILE.json')
  }
  return steps.map((step) => `${step}\n`).join('')
}

function sentenceOf(error: unknown, config: Config | undefined): string {
  if (error instanceof StoreError || error instanceof ConfigError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const place = `port ${config?.port} of ${config?.host}`
  if (code === 'EADDRINUSE') return `Another program uses ${place}. Stop it, or set PORT to another number.`
  if (code === 'EACCES') return `This user may not listen on ${place}. Set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${config?.host}. Set HOST.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig()
    const server = await startServer(config)
    const stop = () => {
      server.close().catch((error: unknown) => {
        process.stderr.write(`${sentenceOf(error, config)}\n`)
        process.exitCode = 1
      })
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    const address = config.publicUrl ?? server.url.replace('//127.0.0.1:', '//localhost:')
    process.stdout.write(await nextSteps(server.store, address))
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, config)}\n`)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
