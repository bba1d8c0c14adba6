import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConnection } from '../../src/app/connection.ts'
import { readFact, writeFact } from '../../src/app/database.ts'
import { deviceId } from '../../src/app/device.ts'
import { enrol } from '../../src/app/sync.ts'
import { validSubmission } from '../support/builders.ts'
import { openWorld, queue, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld()
})

afterEach(async () => {
  await world.close()
  vi.unstubAllGlobals()
})

test('since when the census does not answer is kept from the first vain attempt until it answers again', async () => {
  const { db, sync } = await world.device()
  await sync()
  expect((await readConnection(db, new Date())).unreachedSince).toBeNull()
  world.network.isUp = false
  await sync()
  const since = (await readConnection(db, new Date())).unreachedSince
  expect(since).toEqual(expect.any(String))
  await sync()
  expect((await readConnection(db, new Date())).unreachedSince).toBe(since)
  world.network.isUp = true
  await sync()
  expect((await readConnection(db, new Date())).unreachedSince).toBeNull()
})

test('a census that answers and does not confirm what was sent is not called out of reach', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  world.network.onReply = async (path, reply) =>
    path.endsWith('/submissions') ? new Response('', { status: 500 }) : reply
  expect(await sync()).toEqual({ kind: 'unconfirmed' })
  expect(await readConnection(db, new Date())).toMatchObject({ unreachedSince: null, waiting: 1, sending: null })
})

test('what is under way is said while it is, and nothing afterwards, even when the reply is lost', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  const seen: unknown[] = []
  world.network.onReply = async (path, reply) => {
    if (path.endsWith('/submissions')) {
      seen.push((await readConnection(db, new Date())).sending)
      throw new TypeError('lost')
    }
    return reply
  }
  await sync()
  expect(seen).toMatchObject([{ count: 1, of: 1 }])
  expect(await readConnection(db, new Date())).toMatchObject({ sending: null, waiting: 1 })
})

test('a request that a dead tab left under way is not under way after a minute and a half', async () => {
  const { db } = await world.device()
  const startedAt = new Date()
  await writeFact(db, 'sending', { startedAt: startedAt.toISOString(), count: 1, of: 1 })
  const later = (ms: number) => new Date(startedAt.getTime() + ms)
  expect((await readConnection(db, later(60_000))).sending).not.toBeNull()
  expect((await readConnection(db, later(91_000))).sending).toBeNull()
})

test('what the census cannot take is counted apart from what waits', async () => {
  const { db } = await world.device()
  const submission = validSubmission()
  const { submissionId, completedAt } = submission
  const bytes = await queue(db, submission)
  await db.submissions.add({ submissionId, completedAt, bytes, submission })
  await queue(db, validSubmission())
  await db.outbox.update(submissionId, { parked: { code: 'conflict', message: { es: '', en: '' } } })
  expect(await readConnection(db, new Date())).toMatchObject({ waiting: 1, parked: 1 })
})

test('a submission that the census already had is marked as such by its receipt', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  world.network.onReply = async (path, reply) => {
    if (path.endsWith('/submissions')) throw new TypeError('lost')
    return reply
  }
  await sync()
  world.network.onReply = async (_path, reply) => reply
  await sync()
  expect(await db.receipts.toArray()).toMatchObject([{ isRepeated: true }])
  expect(await readFact(db, 'unreachedSince')).toBeNull()
})

test('a device whose permission was withdrawn is told so, is not called out of reach, and keeps everything', async () => {
  const { db, sync } = await world.device()
  await sync()
  expect((await readConnection(db, new Date())).isUnlinked).toBe(false)
  await world.server.store.revokeDevice(await deviceId(db), new Date().toISOString())
  await queue(db, validSubmission())
  const known = await db.register.count()
  expect(await sync()).toEqual({ kind: 'revoked' })
  expect(await readConnection(db, new Date())).toMatchObject({ isUnlinked: true, unreachedSince: null, waiting: 0 })
  expect(await db.receipts.toArray()).toMatchObject([{ status: 'quarantined' }])
  expect(await db.register.count()).toBe(known)
  await enrol(db, await world.server.newInvite())
  expect(await sync()).toEqual({ kind: 'sent' })
  expect((await readConnection(db, new Date())).isUnlinked).toBe(false)
})

test('a device whose token the census does not know is told so too', async () => {
  const { db, sync } = await world.device()
  const enrolment = await readFact(db, 'enrolment')
  await writeFact(db, 'enrolment', { ...enrolment!, token: 'x'.repeat(43) })
  await queue(db, validSubmission())
  expect(await sync()).toEqual({ kind: 'not-enrolled' })
  expect(await readConnection(db, new Date())).toMatchObject({ isUnlinked: true, unreachedSince: null, waiting: 1 })
})
