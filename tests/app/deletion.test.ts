import { IDBObjectStore } from 'fake-indexeddb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readForm } from '#domain/form.ts'
import { readConnection } from '../../src/app/connection.ts'
import { type Database, writeFact } from '../../src/app/database.ts'
import { deleteReceived, deleteSubmission, forgetTombstone, receivedBefore } from '../../src/app/deletion.ts'
import { deviceId } from '../../src/app/device.ts'
import { addAction } from '../../src/app/plans.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, newId } from '../support/builders.ts'
import { newDraft } from '../support/deviceDatabase.ts'
import { openWorld, type World } from '../support/world.ts'

const edition = censusEdition()
const doorOfSubmissions = '/api/v1/submissions'
const now = new Date()
const unsent = { isReceived: false }
const received = { isReceived: true }

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.network.onReply = async (_, reply) => reply
})
afterEach(() => vi.restoreAllMocks())

/** Finishes an assessment of this device and makes a plan for it. @returns its id */
async function finish(db: Database, answers = completeAnswers): Promise<string> {
  const key = newId()
  await newDraft(db, { key, answers })
  const made = { submissionId: newId(), at: now, timeZone: 'America/Bogota', build: 'test' }
  const { submissionId } = await submitDraft(db, key, edition, readForm(edition), made)
  await addAction(db, submissionId, { indicator: 'gov_manager', level: 2 }, now)
  return submissionId
}

/** Everything of a submission that is on the device. */
async function leftOf(db: Database, submissionId: string) {
  const [submission, plan, entry, receipt] = await Promise.all([
    db.submissions.get(submissionId),
    db.plans.get(submissionId),
    db.outbox.get(submissionId),
    db.receipts.get(submissionId),
  ])
  return { submission, plan, entry, receipt }
}

/** Whether the census has the answers of it. */
async function isHeld(submissionId: string): Promise<boolean> {
  for await (const one of world.server.store.submissions({})) if (one.submissionId === submissionId) return true
  return false
}

test('one that was not sent leaves a tombstone with its number, which the census receives in its place', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  await finish(db)
  expect(await deleteSubmission(db, id, unsent, now)).toBe('deleted')
  expect(await leftOf(db, id)).toMatchObject({
    submission: undefined,
    plan: undefined,
    entry: { seq: 1, attempts: 0, parked: null, tombstone: { kind: 'tombstone', deletedAt: now.toISOString() } },
  })
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await isHeld(id)).toBe(false)
  expect(await leftOf(db, id)).toMatchObject({ entry: undefined, receipt: { status: 'stored' } })
  expect(await world.server.store.seqsOf(await deviceId(db))).toEqual({ lastSeq: 2, missingSeqs: [] })
})

test('the submission goes and its tombstone comes in one transaction', async () => {
  const { db } = await world.device()
  const id = await finish(db)
  const before = await leftOf(db, id)
  const remove = IDBObjectStore.prototype.delete
  const failingRemove = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = remove.call(this, key)
    request.addEventListener('success', () => this.transaction.abort())
    return request
  }
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(failingRemove)
  await expect(deleteSubmission(db, id, unsent, now)).rejects.toThrow()
  expect(await leftOf(db, id)).toEqual(before)
})

test('one that the census set aside leaves a tombstone that is sent again', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  await db.outbox.update(id, { parked: { code: 'refused', message: { es: '', en: '' } } })
  expect(await deleteSubmission(db, id, unsent, now)).toBe('deleted')
  await sync()
  expect(await leftOf(db, id)).toMatchObject({ entry: undefined, receipt: { status: 'stored' } })
})

test('a copy that the census has is deleted here, and the receipt and the census keep theirs', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  await sync()
  expect(await deleteSubmission(db, id, received, now)).toBe('deleted')
  expect(await leftOf(db, id)).toMatchObject({ submission: undefined, plan: undefined, entry: undefined, receipt: {} })
  expect(await isHeld(id)).toBe(true)
})

test('one that was received since the person was asked stays until they are asked again', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  await sync()
  const before = await leftOf(db, id)
  expect(await deleteSubmission(db, id, unsent, now)).toBe('received')
  expect(await leftOf(db, id)).toEqual(before)
})

test('one that nobody allowed to send goes without a trace', async () => {
  const { db } = await world.device()
  const id = await finish(db, { ...completeAnswers, consent_network: 'no' })
  expect(await deleteSubmission(db, id, unsent, now)).toBe('deleted')
  expect(await db.submissions.count()).toBe(0)
  expect(await db.outbox.count()).toBe(0)
})

test('while a request is under way nothing that waits is deleted', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  const outcomes: string[] = []
  world.network.onReply = async (path, reply) => {
    if (path === doorOfSubmissions) outcomes.push(await deleteSubmission(db, id, unsent, new Date()))
    return reply
  }
  await sync()
  expect(outcomes).toEqual(['sending'])
  expect(await leftOf(db, id)).toMatchObject({ submission: {}, plan: {}, receipt: { status: 'stored' } })
})

test('a tombstone that comes too late is no fault of a submission, and is kept until a person has read of it', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  world.network.onReply = async (path, reply) => {
    if (path === doorOfSubmissions) throw new TypeError('the connection broke')
    return reply
  }
  await sync()
  expect(await deleteSubmission(db, id, unsent, now)).toBe('deleted')
  world.network.onReply = async (_, reply) => reply
  await sync()
  expect(await isHeld(id)).toBe(true)
  expect(await leftOf(db, id)).toMatchObject({ entry: { parked: { code: 'other-bytes-stored' }, tombstone: {} } })
  expect(await readConnection(db, now)).toMatchObject({ waiting: 0, parked: 0 })
  await forgetTombstone(db, id)
  expect(await db.outbox.count()).toBe(0)
})

test('the receipt of what was deleted on its way is kept, and does not take its tombstone with it', async () => {
  const { db, sync } = await world.device()
  const id = await finish(db)
  world.network.onReply = async (path, reply) => {
    if (path === doorOfSubmissions && (await db.submissions.get(id)) !== undefined) {
      // A tab that knows nothing of the request: its device was asleep meanwhile.
      await writeFact(db, 'sending', null)
      expect(await deleteSubmission(db, id, unsent, now)).toBe('deleted')
    }
    return reply
  }
  await sync()
  await sync()
  expect(await leftOf(db, id)).toMatchObject({
    submission: undefined,
    receipt: { status: 'stored' },
    entry: { parked: { code: 'other-bytes-stored' }, tombstone: {} },
  })
})

test('copies that were received long ago are deleted together, and only those', async () => {
  const { db, sync } = await world.device()
  const old = await finish(db)
  const recent = await finish(db)
  const looked = await finish(db)
  await sync()
  const waiting = await finish(db)
  const longAgo = new Date(now.getTime() - 100 * 24 * 60 * 60 * 1000).toISOString()
  await db.receipts.update(old, { receivedAt: longAgo })
  await db.receipts.update(looked, { receivedAt: longAgo, status: 'quarantined' })
  const due = await receivedBefore(db, new Date(now.getTime() - 90 * 24 * 60 * 60 * 1000))
  expect(due).toEqual([old])
  await deleteReceived(db, [...due, waiting])
  expect((await db.submissions.toCollection().primaryKeys()).toSorted()).toEqual([recent, looked, waiting].toSorted())
  expect(await leftOf(db, waiting)).toMatchObject({ plan: {}, entry: { tombstone: null } })
  expect(await db.plans.get(old)).toBeUndefined()
})
