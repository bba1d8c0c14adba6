import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { readEditions, surveysFolder } from '#store/editionFiles.ts'
import { openStore } from '#store/openStore.ts'
import { composeServer } from '../../src/server/app.ts'
import { editionsOf } from '../../src/server/editions.ts'
import { openReceiptSigner } from '../../src/server/receipts.ts'
import { temporaryFolder } from '../support/server.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const root = resolve(import.meta.dirname, '../..')

/** The app as it is delivered. */
export const deliveredApp = join(root, 'dist/app')

const benchApp = join(root, 'dist/bench')
const benchSurveys = join(root, 'dist/bench-surveys')

/** Builds the app with the unscored edition beside the others, in a folder of its own; gives that folder. */
export async function buildWithUnscoredEdition(): Promise<string> {
  const edition = unscoredEdition()
  rmSync(benchSurveys, { recursive: true, force: true })
  mkdirSync(benchSurveys, { recursive: true })
  writeFileSync(join(benchSurveys, `${edition.id}.${edition.edition}.json`), JSON.stringify(edition))
  process.stderr.write('Building the app with the unscored edition…\n')
  const before = process.env.CUMULO_SURVEYS_DIR
  process.env.CUMULO_SURVEYS_DIR = benchSurveys
  try {
    const { build } = await import('vite')
    // Relative to the root of the build, as in vite.config.ts: the plugins join the two.
    const outDir = relative(join(root, 'src'), benchApp)
    await build({ configFile: join(root, 'vite.config.ts'), build: { outDir } })
  } finally {
    if (before === undefined) delete process.env.CUMULO_SURVEYS_DIR
    else process.env.CUMULO_SURVEYS_DIR = before
  }
  return benchApp
}

/** Builds the page of plain survey-react-ui, the yardstick of this machine; gives its folder. */
export async function buildPeer(): Promise<string> {
  const outDir = join(root, 'dist/bench-peer')
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'peer'),
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

export type Served = { url: string; close: () => Promise<void> }

/** The real server on a free port, with the pages of `folder` and an empty database. */
export async function serve(folder: string): Promise<Served> {
  const dataDir = temporaryFolder()
  const store = await openStore(dataDir)
  const now = () => new Date()
  const { editions } = readEditions([surveysFolder])
  const parts = { store, signer: await openReceiptSigner(store, now), editions: editionsOf(editions), now }
  const app = await composeServer(parts, { pagesDir: folder, isHttps: false, build: 'bench' })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await app.close()
    await store.close()
    rmSync(dataDir, { recursive: true })
  }
  return { url, close }
}
