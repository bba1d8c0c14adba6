import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#store/openStore.ts'
import type { Store } from '#store/store.ts'
import { composeServer } from '../../src/server/app.ts'
import type { CensusServer } from '../../src/server/censusServer.ts'
import { editionsOf } from '../../src/server/editions.ts'
import { openReceiptSigner } from '../../src/server/receipts.ts'
import { temporaryFolder } from '../support/server.ts'

const dataDir = temporaryFolder()
const pagesDir = temporaryFolder()
let store: Store
let app: CensusServer
let url: string

beforeAll(async () => {
  mkdirSync(join(pagesDir, 'assets'))
  writeFileSync(join(pagesDir, 'index.html'), '<title>Cúmulo</title>')
  writeFileSync(join(pagesDir, 'sw.js'), 'self')
  writeFileSync(join(pagesDir, 'assets', 'app-1a2b3c.js'), 'let plain')
  writeFileSync(join(pagesDir, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync('let compressed'))
  store = await openStore(dataDir)
  const now = () => new Date()
  const parts = { store, signer: await openReceiptSigner(store, now), editions: editionsOf([]), now }
  app = await composeServer(parts, { pagesDir, isHttps: true, build: 'test' })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await store.close()
  for (const folder of [dataDir, pagesDir]) rmSync(folder, { recursive: true })
})

test('a file with its digest in the name is kept for ever, and sent compressed where there is such a copy', async () => {
  const response = await fetch(`${url}/assets/app-1a2b3c.js`, { headers: { 'accept-encoding': 'br' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('content-type')).toContain('javascript')
  expect(await response.text()).toBe('let compressed')
  const plain = await fetch(`${url}/assets/app-1a2b3c.js`, { headers: { 'accept-encoding': 'identity' } })
  expect(await plain.text()).toBe('let plain')
})

test.each(['/', '/index.html', '/sw.js'])('%s is asked for anew each time', async (path) => {
  const response = await fetch(`${url}${path}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
})

test('any address of the app opens the app, and a missing file or interface address does not', async () => {
  const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } }
  for (const path of ['/enrol', '/new/cluster-maturity.1', '/draft/x?page=2']) {
    const response = await fetch(`${url}${path}`, asBrowser)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toBe('<title>Cúmulo</title>')
  }
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
  expect((await fetch(`${url}/api/v1/gone`, asBrowser)).status).toBe(404)
  expect((await fetch(`${url}/..%2f..%2fetc%2fpasswd`)).status).toBe(404)
})

test('over https, and only there, browsers are told to insist on it', async () => {
  expect((await fetch(`${url}/`)).headers.get('strict-transport-security')).toContain('max-age=31536000')
})
