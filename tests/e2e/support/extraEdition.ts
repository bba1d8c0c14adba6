import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Edition } from '#domain/edition.ts'
import { readEditions, surveysFolder } from '#store/editionFiles.ts'
import { openStore } from '#store/openStore.ts'
import type { Store } from '#store/store.ts'
import { composeServer } from '../../../src/server/app.ts'
import { editionsOf } from '../../../src/server/editions.ts'
import { openReceiptSigner } from '../../../src/server/receipts.ts'

const root = resolve(import.meta.dirname, '../../..')

export type ExtraEdition = { surveysDir: string; pagesDir: string; remove: () => void }

/** Drops an edition into a folder of its own and builds the app with it, as a person who adds one would. */
export async function buildWith(edition: Edition): Promise<ExtraEdition> {
  const folder = mkdtempSync(join(tmpdir(), 'cumulo-extra-'))
  writeFileSync(join(folder, `${edition.id}.${edition.edition}.json`), JSON.stringify(edition))
  const pagesDir = join(folder, 'app')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  // Relative to the root of the build, as in vite.config.ts: the plugins join the two.
  const outDir = relative(join(root, 'src'), pagesDir)
  // The configuration gives the tests' half of itself to whoever says that it is Vitest.
  const { VITEST: _vitest, ...environment } = process.env
  await promisify(execFile)(process.execPath, ['--import', 'tsx', vite, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'production', CUMULO_SURVEYS_DIR: folder },
  })
  return { surveysDir: folder, pagesDir, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type ServedEdition = { store: Store; close: () => Promise<void> }

/** The real server with the pages and editions of such a build. Closed and opened again, it is a network that was away. */
export async function serveWith(extra: ExtraEdition, dataDir: string, port: number): Promise<ServedEdition> {
  const store = await openStore(dataDir)
  const now = () => new Date()
  const { editions } = readEditions([surveysFolder, extra.surveysDir])
  const parts = { store, signer: await openReceiptSigner(store, now), editions: editionsOf(editions), now }
  const app = await composeServer(parts, { pagesDir: extra.pagesDir, isHttps: false, build: 'test' })
  await app.listen({ port, host: '127.0.0.1' })
  return {
    store,
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
      await store.close()
    },
  }
}
