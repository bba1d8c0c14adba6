import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { HelloReply, KeysReply } from '#domain/protocol.ts'
import { isClockOff } from '../../src/app/clock.ts'
import { readFact, writeFact } from '../../src/app/database.ts'
import { deviceId } from '../../src/app/device.ts'
import { drain, enrol } from '../../src/app/sync.ts'
import { syncNow } from '../../src/app/syncTriggers.ts'
import { controller, registerRows, round, validSubmission } from '../support/builders.ts'
import { newDatabase, newDraft } from '../support/deviceDatabase.ts'
import { openWorld, queue, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.network.isUp = true
  world.network.requests = []
  world.network.onReply = async (_, reply) => reply
})
afterEach(() => vi.restoreAllMocks())

const clusterIds = (rows: readonly { clusterId: string }[]) => rows.map(({ clusterId }) => clusterId)

test('an enrolled device holds its token, its scope and the key that the server publishes', async () => {
  const db = newDatabase()
  expect(await enrol(db, await world.server.newInvite({ chamber: '21' }))).toEqual({ kind: 'enrolled' })
  const { keys } = KeysReply.parse(await (await fetch('/api/v1/keys')).json())
  expect(await readFact(db, 'enrolment')).toMatchObject({ scope: { chamber: '21', cluster: null }, key: keys[0] })
  expect(await world.server.store.deviceById(await deviceId(db))).toMatchObject({ scope: { chamber: '21' } })
})

test('an invite that was used is refused in words for a person, and the device stays as it was', async () => {
  const invite = await world.server.newInvite()
  const first = newDatabase()
  await enrol(first, invite)
  await drain(first, 'test')
  const second = newDatabase()
  expect(await enrol(second, invite)).toMatchObject({ kind: 'refused', message: { es: /./, en: /./ } })
  expect(await readFact(second, 'enrolment')).toBeUndefined()
})

test('an enrolment whose reply was lost can be tried again with the same invite', async () => {
  const db = newDatabase()
  const invite = await world.server.newInvite()
  world.network.onReply = () => Promise.reject(new TypeError('the connection broke'))
  expect(await enrol(db, invite)).toEqual({ kind: 'unknown' })
  world.network.onReply = async (_, reply) => reply
  expect(await enrol(db, invite)).toEqual({ kind: 'enrolled' })
  expect(await drain(db, 'test')).toEqual({ kind: 'sent' })
})

test('a device that never enrolled hears the census, sends nothing and keeps everything', async () => {
  const db = newDatabase()
  await queue(db, validSubmission())
  expect(await drain(db, 'test')).toEqual({ kind: 'not-enrolled' })
  expect(world.network.requests).toEqual(['/api/v1/hello'])
  expect(await readFact(db, 'census')).toMatchObject({ trial: true })
  expect(await db.outbox.toArray()).toMatchObject([{ attempts: 0, parked: null }])
})

test('a token that the server does not know asks to enrol again, and keeps everything', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  const enrolment = (await readFact(db, 'enrolment'))!
  await writeFact(db, 'enrolment', { ...enrolment, token: 'A'.repeat(43) })
  expect(await sync()).toEqual({ kind: 'not-enrolled' })
  expect(await db.outbox.toArray()).toMatchObject([{ attempts: 1, parked: null }])
  expect(await enrol(db, await world.server.newInvite())).toEqual({ kind: 'enrolled' })
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.outbox.count()).toBe(0)
})

test('a greeting tells the server how much waits, and never what', async () => {
  const { db, sync } = await world.device()
  await newDraft(db)
  await writeFact(db, 'lastSeq', 7)
  const record = vi.spyOn(world.server.store, 'recordHello')
  await sync()
  const facts = { deviceId: await deviceId(db), drafts: 1, outbox: 0, lastSeq: 7, build: 'test' }
  expect(record.mock.calls).toEqual([[{ ...facts, at: expect.any(String) }]])
})

test('a device whose clock is right learns so', async () => {
  const { db, sync } = await world.device()
  await sync()
  const census = await readFact(db, 'census')
  expect(Math.abs(census?.clockOffsetMs ?? Number.NaN)).toBeLessThan(60_000)
  expect(isClockOff(census)).toBe(false)
})

test.each([3, -3])('a device whose clock is %d hours from the census learns by how much', async (hours) => {
  const { db, sync } = await world.device()
  const awayMs = hours * 60 * 60 * 1000
  world.network.onReply = async (path, reply) => {
    if (path !== '/api/v1/hello') return reply
    const hello = HelloReply.parse(await reply.json())
    return Response.json({ ...hello, serverTime: new Date(Date.parse(hello.serverTime) + awayMs).toISOString() })
  }
  await sync()
  const census = await readFact(db, 'census')
  expect(Math.abs((census?.clockOffsetMs ?? Number.NaN) - awayMs)).toBeLessThan(60_000)
  expect(isClockOff(census)).toBe(true)
})

test('the register of the scope arrives with the first sync, and a new version replaces it', async () => {
  const db = newDatabase()
  await enrol(db, await world.server.newInvite({ chamber: '21' }))
  expect(await drain(db, 'test')).toEqual({ kind: 'sent' })
  expect(clusterIds(await db.register.toArray())).toEqual(['CL-05-001', 'CL-05-002'])
  expect(JSON.stringify(await db.register.toArray()).toLowerCase()).not.toContain('secret')
  expect(await readFact(db, 'registerAsOf')).toBe('2026-11-01T00:00:00.000Z')
  await world.server.store.importRegister(registerRows.slice(1), '2026-11-20T00:00:00.000Z')
  await drain(db, 'test')
  expect(clusterIds(await db.register.toArray())).toEqual(['CL-05-002'])
  expect(await readFact(db, 'registerAsOf')).toBe('2026-11-20T00:00:00.000Z')
  expect(await readFact(db, 'census')).toMatchObject({ registerVersion: 2 })
})

test('controller and rounds arrive with the next greeting, and trial mode ends', async () => {
  const { db, sync } = await world.device()
  await sync()
  expect(await readFact(db, 'census')).toMatchObject({ trial: true, controller: null, rounds: [{ trial: true }] })
  await world.server.store.setController(controller, '2026-11-20T00:00:00.000Z')
  await world.server.store.putRound(round(), '2026-11-20T00:00:00.000Z')
  await sync()
  expect(await readFact(db, 'census')).toMatchObject({ trial: false, controller, rounds: [round()] })
})

test('what was heard before stays when the network is gone or a portal answers', async () => {
  const { db, sync } = await world.device()
  await sync()
  const [census, register] = [await readFact(db, 'census'), await db.register.toArray()]
  world.network.onReply = async () => new Response('<html>Inicie sesión</html>')
  expect(await sync()).toEqual({ kind: 'unknown' })
  world.network.isUp = false
  expect(await sync()).toEqual({ kind: 'unknown' })
  expect(await readFact(db, 'census')).toEqual(census)
  expect(await db.register.toArray()).toEqual(register)
})

test('a revoked device still hands over what it has, which is kept apart', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  await world.server.store.revokeDevice(await deviceId(db), new Date().toISOString())
  await sync()
  expect(await db.outbox.count()).toBe(0)
  expect(await db.receipts.toArray()).toMatchObject([{ status: 'quarantined' }])
})

test('a sync that a person asks for ends in an outcome, whatever goes wrong', async () => {
  const { db } = await world.device()
  expect(await syncNow(db)).toEqual({ kind: 'sent' })
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('the disk is broken'))
  expect(await syncNow(db)).toEqual({ kind: 'unknown' })
})

// Last: the network of this file is the other world's from here on.
test('a server that is really gone is the same as no network', async () => {
  const other = await openWorld()
  const { db, sync } = await other.device()
  await queue(db, validSubmission())
  await other.server.close()
  expect(await sync()).toEqual({ kind: 'unknown' })
  expect(await db.outbox.toArray()).toMatchObject([{ attempts: 0, parked: null }])
})
