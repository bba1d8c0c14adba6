import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/server/config.ts'
import { registerRows, validSubmission } from '../support/builders.ts'
import { enrol, send, startServer, type TestServer, temporaryFolder } from '../support/server.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const root = resolve(import.meta.dirname, '../..')
const slow = 60_000

type Run = { code: number | null; stdout: string; stderr: string }

/** Runs the server as a person does, until it ends or says on standard output where it is. */
function runServer(
  environment: Record<string, string>,
  whenReady: (stop: (signal: NodeJS.Signals) => void, said: string) => void,
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
      cwd: root,
      env: { ...process.env, PORT: '0', HOST: '', PUBLIC_URL: '', ...environment },
    })
    const run: Run = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      run.stdout += chunk.toString()
      if (run.stdout.includes('\n')) whenReady((signal) => child.kill(signal), run.stdout)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      run.stderr += chunk.toString()
    })
    child.on('error', fail)
    child.on('close', (code) => done({ ...run, code }))
  })
}

test('health answers, and every reply carries the policy that keeps foreign code out', async () => {
  const response = await fetch(`${server.url}/api/v1/health`)
  expect(await response.json()).toMatchObject({ status: 'ok' })
  const policy = (response.headers.get('content-security-policy') ?? '').split(';').sort()
  expect(policy).toEqual(
    [
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "manifest-src 'self'",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "worker-src 'self'",
    ].sort(),
  )
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('strict-transport-security')).toBeNull()
})

test('what does not exist is told so, in both languages and without an echo of the query', async () => {
  const response = await fetch(`${server.url}/api/v1/nothing?token=secret`, { headers: { accept: 'text/html' } })
  expect(response.status).toBe(404)
  const problem = await response.text()
  expect(JSON.parse(problem)).toMatchObject({ code: 'not-found', status: 404 })
  expect(problem).not.toContain('secret')
})

test('the interface describes itself', async () => {
  const description = await (await fetch(`${server.url}/api/openapi.json`)).json()
  expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Cúmulo' } })
  const { paths } = description as {
    paths: Record<string, Record<string, { responses: object; requestBody?: object }>>
  }
  expect(Object.keys(paths).sort()).toEqual([
    '/api/v1/enrol',
    '/api/v1/health',
    '/api/v1/hello',
    '/api/v1/keys',
    '/api/v1/register',
    '/api/v1/submissions',
  ])
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    expect(Object.keys(operation.responses)).toContain('200')
  }
  expect(paths['/api/v1/submissions']?.post?.requestBody).toHaveProperty(['content', 'application/x-ndjson', 'schema'])
  expect(paths['/api/v1/enrol']?.post?.requestBody).toHaveProperty(['content', 'application/json', 'schema'])
})

test('a restart keeps receipts, keys, devices and register', async () => {
  const dataDir = temporaryFolder()
  const before = await startServer({ dataDir })
  await before.store.importRegister(registerRows, '2026-11-01T00:00:00.000Z')
  const token = await enrol(before)
  const submission = validSubmission()
  const [first] = await send(before, token, submission)
  const keys = await (await fetch(`${before.url}/api/v1/keys`)).json()
  await before.close()
  const after = await startServer({ dataDir })
  expect(await (await fetch(`${after.url}/api/v1/keys`)).json()).toEqual(keys)
  const [again] = await send(after, token, submission, validSubmission())
  expect(again).toMatchObject({ verdict: 'duplicate', receipt: first?.receipt })
  await after.close()
  rmSync(dataDir, { recursive: true })
})

test('a database is durable by its settings', async () => {
  const database = new Sqlite(join(server.dataDir, 'cumulo.sqlite'), { readonly: true })
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  const tables = database.prepare("select name, sql from sqlite_master where type = 'table'").all() as { sql: string }[]
  expect(tables.filter(({ sql }) => sql.toLowerCase().endsWith('strict')).length).toBeGreaterThanOrEqual(8)
  database.close()
})

test(
  'start says where it is and what to do next, shows an invite, and ends cleanly when asked',
  async () => {
    const dataDir = temporaryFolder()
    const run = await runServer({ DATA_DIR: dataDir }, (stop) => stop('SIGTERM'))
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(/^Cúmulo runs at http:\/\/localhost:\d+\n/)
    expect(run.stdout).toMatch(/http:\/\/localhost:\d+\/enrol#[\w-]{22}\n/)
    expect(run.stdout).toContain('npm run import -- register')
    expect(run.stdout).toContain('npm run import -- controller')
    rmSync(dataDir, { recursive: true })
  },
  slow,
)

test(
  'PUBLIC_URL is the address in links, and no invite is shown once a device is enrolled',
  async () => {
    const dataDir = temporaryFolder()
    const before = await startServer({ dataDir })
    await enrol(before)
    await before.close()
    const environment = { DATA_DIR: dataDir, PUBLIC_URL: 'https://censo.example.org/' }
    const run = await runServer(environment, (stop) => stop('SIGINT'))
    expect(run.stdout).toContain('runs at https://censo.example.org\n')
    expect(run.stdout).not.toContain('enrol#')
    rmSync(dataDir, { recursive: true })
  },
  slow,
)

test(
  'a port in use ends the start with one sentence',
  async () => {
    const dataDir = temporaryFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => other.once('listening', listening))
    const { port } = other.address() as AddressInfo
    const run = await runServer({ DATA_DIR: dataDir, PORT: String(port) }, (stop) => stop('SIGKILL'))
    other.close()
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toBe(`Another program uses port ${port} of 127.0.0.1. Stop it, or set PORT to another number.\n`)
    rmSync(dataDir, { recursive: true })
  },
  slow,
)

test(
  'a data folder below a regular file ends the start with one sentence',
  async () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'file'), '')
    const run = await runServer({ DATA_DIR: join(dataDir, 'file', 'data') }, (stop) => stop('SIGKILL'))
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(/^The data folder .* cannot be made: .*\n$/)
    rmSync(dataDir, { recursive: true })
  },
  slow,
)

test('a data folder has one server', async () => {
  await expect(startServer({ dataDir: server.dataDir })).rejects.toThrow(
    `The data folder ${server.dataDir} is in use by another server (process ${process.pid}).`,
  )
  expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200)
})

test(
  'an edition that is not safe is left out, and the start says so',
  async () => {
    const folder = temporaryFolder()
    const edition = unscoredEdition()
    const [page] = edition.form.pages
    const unsafe: [object, string][] = [
      [{ type: 'text', name: '__proto__' }, 'the name "__proto__" is reserved'],
      [{ type: 'html', name: 'words' }, 'questions of type "html" are not allowed'],
      [{ type: 'file', name: 'photo' }, 'questions of type "file" are not allowed'],
      [{ type: 'text', name: 'site', title: 'https://example.org/' }, 'holds a URL'],
      [
        { type: 'text', name: 'slow', validators: [{ type: 'regex', regex: '(a+)+$' }] },
        'the regular expression (a+)+$',
      ],
    ]
    const files = unsafe.map(([element], place) => {
      const file = join(folder, `site-visit.${place + 1}.json`)
      writeFileSync(
        file,
        JSON.stringify({ ...edition, edition: place + 1, form: { pages: [{ ...page, elements: [element] }] } }),
      )
      return file
    })
    const environment = { DATA_DIR: join(folder, 'data'), CUMULO_SURVEYS_DIR: folder }
    const { code, stderr } = await runServer(environment, (stop) => stop('SIGTERM'))
    expect(code).toBe(0)
    const said = stderr.trimEnd().split('\n')
    expect(said).toHaveLength(files.length)
    for (const [place, file] of files.entries()) {
      expect(said[place]).toContain(`${file} is left out: form.pages[0].elements[0]`)
      expect(said[place]).toContain(unsafe[place]?.[1])
    }
    rmSync(folder, { recursive: true })
  },
  slow,
)

test('settings that cannot be used are named', () => {
  expect(() => readConfig({ PORT: 'http' })).toThrow('PORT is "http"')
  expect(() => readConfig({ PORT: '70000' })).toThrow('PORT is "70000"')
  expect(() => readConfig({ PUBLIC_URL: 'ftp://x' })).toThrow('PUBLIC_URL')
  expect(readConfig({ PORT: '', PUBLIC_URL: 'https://x.org/' })).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'https://x.org',
  })
})

test('a folder in the place of the database is an unreadable database', async () => {
  const dataDir = temporaryFolder()
  mkdirSync(join(dataDir, 'cumulo.sqlite'))
  await expect(startServer({ dataDir })).rejects.toMatchObject({ code: 'database-unreadable' })
  rmSync(dataDir, { recursive: true })
})
