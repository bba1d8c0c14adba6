import { vi } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import type { Submission, Tombstone } from '#domain/submission.ts'
import type { Database } from '../../src/app/database.ts'
import { deviceId } from '../../src/app/device.ts'
import { drain, enrol, type SyncOutcome } from '../../src/app/sync.ts'
import { newDatabase, sameDatabase } from './deviceDatabase.ts'
import { startServerWithRegister, type TestServer } from './server.ts'

/** What lies between the devices and the server. */
export type Network = {
  isUp: boolean
  /** the addresses that were asked for, in order */
  requests: string[]
  /** what becomes of a reply on its way back; throwing loses it, and whoever asked may give up on it */
  onReply: (path: string, reply: Response, asked?: AbortSignal | null) => Promise<Response>
}

export type Device = {
  db: Database
  sync: () => Promise<SyncOutcome>
  /** another tab of the same browser */
  openTab: () => Device
}

export type World = {
  server: TestServer
  network: Network
  /** a device that has enrolled */
  device: () => Promise<Device>
  close: () => Promise<void>
}

/** One real server and any number of devices. Each device is a database; the network is the one global of all. */
export async function openWorld(): Promise<World> {
  const server = await startServerWithRegister()
  const network = connect(server)
  vi.stubGlobal('navigator', { locks: oneAtATime() })
  return {
    server,
    network,
    device: async () => {
      const db = newDatabase()
      const outcome = await enrol(db, await server.newInvite())
      if (outcome.kind !== 'enrolled') throw new Error(`not enrolled: ${outcome.kind}`)
      return deviceOf(db)
    },
    close: async () => {
      vi.unstubAllGlobals()
      await server.close()
    },
  }
}

/** The app asks for addresses of its own origin, as a page does; here they are the server's. */
function connect(server: TestServer): Network {
  const reach = globalThis.fetch
  const network: Network = { isUp: true, requests: [], onReply: async (_, reply) => reply }
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    network.requests.push(path)
    if (!network.isUp) throw new TypeError('no network')
    return network.onReply(path, await reach(new URL(path, server.url), request), request?.signal)
  })
  return network
}

/** Web Locks of one browser, as far as sending needs them: who asks later waits. */
function oneAtATime() {
  const last = new Map<string, Promise<unknown>>()
  return {
    request: (name: string, work: () => Promise<unknown>): Promise<unknown> => {
      const turn = (last.get(name) ?? Promise.resolve()).then(work)
      last.set(
        name,
        turn.catch(() => {}),
      )
      return turn
    },
  }
}

function deviceOf(db: Database): Device {
  return { db, sync: () => drain(db, 'test'), openTab: () => deviceOf(sameDatabase(db)) }
}

/** Puts a submission or tombstone of this device into its outbox, ready to be sent. @returns the line that will go out */
export async function queue(db: Database, content: Submission | Tombstone): Promise<string> {
  const { submissionId } = content
  const seq = (await db.outbox.count()) + (await db.receipts.count()) + 1
  const own = { ...content, deviceId: await deviceId(db), seq }
  const bytes = canonicalJson(own)
  const tombstone = 'kind' in own ? own : null
  await db.outbox.add({ submissionId, seq, bytes, attempts: 0, lastAttemptAt: null, parked: null, tombstone })
  return bytes
}
