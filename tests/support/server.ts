import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EnrolReply, type LineVerdict, type Scope, SubmissionsReply } from '#domain/protocol.ts'
import type { Store } from '#store/store.ts'
import { makeInvite } from '../../src/server/enrolment.ts'
import { startServer as start } from '../../src/server/main.ts'
import { deviceId, lineOf, registerRows } from './builders.ts'

export type TestServer = {
  url: string
  /** enrols one device for the whole register */
  invite: string
  dataDir: string
  store: Store
  newInvite: (scope?: Partial<Scope>) => Promise<string>
  close: () => Promise<void>
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cumulo-'))
}

/** A real server with a real database on a free port; without `dataDir` the folder is a new one, gone after `close`. */
export async function startServer(options: { dataDir?: string } = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const config = { port: 0, host: '127.0.0.1', dataDir, publicUrl: undefined, extraSurveysDir: undefined }
  const server = await start(config)
  const newInvite = (scope: Partial<Scope> = {}) =>
    makeInvite(server.store, { chamber: null, cluster: null, ...scope }, new Date())
  return {
    url: server.url,
    invite: await newInvite(),
    dataDir,
    store: server.store,
    newInvite,
    close: async () => {
      await server.close()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true })
    },
  }
}

/** A server with the register of the builders, as after `import -- register`. */
export async function startServerWithRegister(): Promise<TestServer> {
  const server = await startServer()
  await server.store.importRegister(registerRows, '2026-11-01T00:00:00.000Z')
  return server
}

export function postJson(server: TestServer, path: string, body: unknown, token?: string): Promise<Response> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  })
}

/** The token of a device that enrolled through the door that devices use. */
export async function enrol(server: TestServer, as: { deviceId?: string; invite?: string } = {}): Promise<string> {
  const request = { format: 1, invite: as.invite ?? server.invite, deviceId: as.deviceId ?? deviceId }
  const response = await postJson(server, '/api/v1/enrol', request)
  if (!response.ok) throw new Error(`not enrolled: ${await response.text()}`)
  return EnrolReply.parse(await response.json()).token
}

export function postLines(
  server: TestServer,
  token: string | undefined,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return fetch(`${server.url}/api/v1/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...authorization, ...headers },
    body,
  })
}

/** Sends each value as one canonical line, each text as the line that it is. */
export async function send(server: TestServer, token: string, ...lines: unknown[]): Promise<LineVerdict[]> {
  const body = lines.map((line) => (typeof line === 'string' ? line : lineOf(line))).join('\n')
  const response = await postLines(server, token, body)
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return SubmissionsReply.parse(await response.json()).verdicts
}
