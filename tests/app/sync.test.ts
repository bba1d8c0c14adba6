import { IDBObjectStore } from 'fake-indexeddb'
import { CompactSign, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sha256Hex } from '#domain/digest.ts'
import { readForm } from '#domain/form.ts'
import { limits, SubmissionsReply } from '#domain/protocol.ts'
import { readConnection } from '../../src/app/connection.ts'
import { type Database, readFact } from '../../src/app/database.ts'
import { deviceId } from '../../src/app/device.ts'
import { keepReceipt } from '../../src/app/outbox.ts'
import { stopSending } from '../../src/app/stopping.ts'
import { listTrays, readSubmissions, sendingState } from '../../src/app/submissions.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, newId, tombstone, validSubmission } from '../support/builders.ts'
import { newDraft } from '../support/deviceDatabase.ts'
import { openWorld, queue, type World } from '../support/world.ts'

const doorOfSubmissions = '/api/v1/submissions'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.network.isUp = true
  world.network.onReply = async (_, reply) => reply
})
afterEach(() => vi.restoreAllMocks())

/** The lines that the server holds under this id. */
async function held(submissionId: string): Promise<string[]> {
  const lines: string[] = []
  for await (const received of world.server.store.submissions({})) {
    if (received.submissionId === submissionId) lines.push(new TextDecoder().decode(received.bytes))
  }
  return lines
}

/** From now on someone in the way changes what the server says of submissions. */
function alterVerdicts(alter: (reply: SubmissionsReply) => unknown): void {
  world.network.onReply = async (path, reply) =>
    path === doorOfSubmissions ? Response.json(await alter(SubmissionsReply.parse(await reply.json()))) : reply
}

const sendings = () => world.network.requests.filter((path) => path === doorOfSubmissions).length

/** Attempts by submission, of all that waits. */
async function attempts(db: Database): Promise<number[]> {
  return (await db.outbox.orderBy('seq').toArray()).map((entry) => entry.attempts)
}

test('a submitted draft arrives byte for byte, and its verified receipt takes its place in the outbox', async () => {
  const { db, sync } = await world.device()
  await newDraft(db, { answers: completeAnswers })
  const edition = censusEdition()
  const made = { submissionId: newId(), at: new Date(), timeZone: 'America/Bogota', build: 'test' }
  const { submissionId } = await submitDraft(db, 'draft-1', edition, readForm(edition), made)
  const stored = await db.submissions.get(submissionId)
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await held(submissionId)).toEqual([stored?.bytes])
  expect(await db.outbox.count()).toBe(0)
  const sha256 = sha256Hex(stored?.bytes ?? '')
  expect(await db.receipts.toArray()).toMatchObject([{ submissionId, status: 'stored', sha256 }])
  expect(await listTrays(db)).toEqual({ ready: [], parked: [], sent: [submissionId], kept: [] })
  const [listed] = await readSubmissions(db, [submissionId])
  expect(listed).toMatchObject({ stored, receipt: { submissionId } })
  expect(listed && sendingState(listed)).toBe('received')
})

test('the receipt comes in and the entry goes out in one transaction', async () => {
  const { db } = await world.device()
  const bytes = await queue(db, validSubmission())
  const [entry] = await db.outbox.toArray()
  const remove = IDBObjectStore.prototype.delete
  const failingRemove = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = remove.call(this, key)
    request.addEventListener('success', () => this.transaction.abort())
    return request
  }
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(failingRemove)
  const { submissionId } = entry!
  const facts = { submissionId, receivedAt: new Date().toISOString(), status: 'stored' as const }
  await expect(keepReceipt(db, { ...facts, receipt: 'x', sha256: sha256Hex(bytes) }, bytes)).rejects.toThrow()
  expect(await db.receipts.count()).toBe(0)
  expect(await db.outbox.toArray()).toEqual([entry])
})

test('a reply that is lost on the way back ends in the same receipt, and one stored submission', async () => {
  const { db, sync } = await world.device()
  const submission = validSubmission()
  const bytes = await queue(db, submission)
  const lost: SubmissionsReply[] = []
  world.network.onReply = async (path, reply) => {
    if (path !== doorOfSubmissions) return reply
    lost.push(SubmissionsReply.parse(await reply.json()))
    throw new TypeError('the connection broke')
  }
  expect(await sync()).toEqual({ kind: 'unknown' })
  expect(await attempts(db)).toEqual([1])
  world.network.onReply = async (_, reply) => reply
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await held(submission.submissionId)).toEqual([bytes])
  expect((await db.receipts.toArray()).map(({ receipt }) => receipt)).toEqual([lost[0]?.verdicts[0]?.receipt])
})

test('what is sent again after its receipt, as from a restored copy, gets the same receipt', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  const [entry] = await db.outbox.toArray()
  await sync()
  const receipts = await db.receipts.toArray()
  await db.outbox.add(entry!)
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.receipts.toArray()).toEqual(receipts.map((receipt) => ({ ...receipt, isRepeated: true })))
  expect(await db.outbox.count()).toBe(0)
})

test('a receipt that another key signed is refused, and the entry stays until the true one comes', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  const { privateKey } = await generateKeyPair('ES256')
  alterVerdicts(async ({ verdicts, ...rest }) => {
    const [verdict] = verdicts
    const payload = Buffer.from(verdict?.receipt?.split('.')[1] ?? '', 'base64url')
    const header = { alg: 'ES256', kid: (await readFact(db, 'enrolment'))?.key.kid ?? '' }
    const receipt = await new CompactSign(payload).setProtectedHeader(header).sign(privateKey)
    return { ...rest, verdicts: [{ ...verdict, receipt }] }
  })
  expect(await sync()).toEqual({ kind: 'unconfirmed' })
  expect(await attempts(db)).toEqual([1])
  expect(await db.receipts.count()).toBe(0)
  world.network.onReply = async (_, reply) => reply
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.receipts.count()).toBe(1)
})

test.each<[string, (verdicts: SubmissionsReply['verdicts']) => unknown[]]>([
  ['no receipt at all', ([one, two]) => [{ submissionId: one?.submissionId, verdict: 'stored' }, two]],
  ['the receipt of another submission', ([one, two]) => [{ ...one, receipt: two?.receipt }, two]],
  ['half a receipt', ([one, two]) => [{ ...one, receipt: one?.receipt?.slice(0, 80) }, two]],
])('with %s an entry stays, and its neighbour goes', async (_, alter) => {
  const { db, sync } = await world.device()
  const [one, two] = [validSubmission(), validSubmission()]
  await queue(db, one)
  await queue(db, two)
  alterVerdicts(({ verdicts, ...rest }) => ({ ...rest, verdicts: alter(verdicts) }))
  expect(await sync()).toEqual({ kind: 'unconfirmed' })
  expect((await db.outbox.toArray()).map(({ submissionId }) => submissionId)).toEqual([one.submissionId])
  expect((await db.receipts.toArray()).map(({ submissionId }) => submissionId)).toEqual([two.submissionId])
})

test('a receipt for other bytes than were sent proves nothing', async () => {
  const { db, sync } = await world.device()
  const { submissionId } = validSubmission()
  await queue(db, validSubmission({ submissionId }))
  await sync()
  const [receipt] = await db.receipts.toArray()
  await queue(db, validSubmission({ submissionId, enumerator: 'Otra' }))
  alterVerdicts((reply) => ({ ...reply, verdicts: [{ submissionId, verdict: 'stored', receipt: receipt?.receipt }] }))
  expect(await sync()).toEqual({ kind: 'unconfirmed' })
  expect(await db.outbox.count()).toBe(1)
})

test.each<[string, () => Response]>([
  ['a portal that answers everything with a page', () => new Response('<html>Inicie sesión</html>', { status: 200 })],
  ['half a reply', () => new Response('{"format":1,"verd', { status: 200 })],
  ['a server at fault', () => Response.json({ code: 'server-fault' }, { status: 500 })],
  ['fewer verdicts than lines', () => Response.json({ format: 1, verdicts: [] })],
])('%s means to try again later: everything stays, and the attempt is counted', async (_, answer) => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  const [entry] = await db.outbox.toArray()
  world.network.onReply = async (path, reply) => (path === doorOfSubmissions ? answer() : reply)
  for (const count of [1, 2]) {
    expect(await sync()).toEqual({ kind: 'unconfirmed' })
    const lastAttemptAt = expect.stringMatching(/Z$/)
    expect(await db.outbox.toArray()).toEqual([{ ...entry, attempts: count, lastAttemptAt }])
  }
})

test('without a network nothing is lost, and nothing is tried', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission())
  world.network.isUp = false
  expect(await sync()).toEqual({ kind: 'unknown' })
  expect(await attempts(db)).toEqual([0])
})

test('what the server can never take is set aside with its reason, and holds back nobody, then or later', async () => {
  const { db, sync } = await world.device()
  const [broken, one, two] = [validSubmission(), validSubmission(), validSubmission()]
  for (const submission of [broken, one]) await queue(db, submission)
  await db.outbox.update(broken.submissionId, { bytes: JSON.stringify(broken) })
  expect(await sync()).toEqual({ kind: 'sent' })
  const parked = { code: 'line-not-canonical', message: { es: expect.stringMatching(/./), en: expect.anything() } }
  expect(await db.outbox.toArray()).toMatchObject([{ submissionId: broken.submissionId, attempts: 1, parked }])
  await queue(db, two)
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await attempts(db)).toEqual([1])
  const received = (await db.receipts.toArray()).map(({ submissionId }) => submissionId)
  expect(received.sort()).toEqual([one.submissionId, two.submissionId].sort())
})

test('an id under which the server has other bytes is set aside, and what the server has stays', async () => {
  const { db, sync } = await world.device()
  const submission = validSubmission()
  const bytes = await queue(db, submission)
  await sync()
  await queue(db, { ...submission, enumerator: 'Otra' })
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.outbox.toArray()).toMatchObject([{ parked: { code: 'other-bytes-stored' } }])
  expect(await held(submission.submissionId)).toEqual([bytes])
})

test('an entry that is larger than any request may be is set aside, and the others go', async () => {
  const { db, sync } = await world.device()
  const big = validSubmission({ answers: { ...completeAnswers, comments: 'x'.repeat(limits.bodyBytes) } })
  const small = validSubmission()
  await queue(db, big)
  await queue(db, small)
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.outbox.toArray()).toMatchObject([{ submissionId: big.submissionId, parked: { code: /./ } }])
  expect((await db.receipts.toArray()).map(({ submissionId }) => submissionId)).toEqual([small.submissionId])
})

test('what the server keeps apart is received all the same, and the receipt says so', async () => {
  const { db, sync } = await world.device()
  await queue(db, validSubmission({ clusterId: 'CL-99-999' }))
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.receipts.toArray()).toMatchObject([{ status: 'quarantined' }])
  expect(await db.outbox.count()).toBe(0)
})

test('the tombstone of a deleted submission is sent in its place, and receipted', async () => {
  const { db, sync } = await world.device()
  const deleted = tombstone()
  await queue(db, deleted)
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.receipts.toArray()).toMatchObject([{ submissionId: deleted.submissionId }])
})

test('more than one request can carry goes in several, and no number is left out', async () => {
  const { db, sync } = await world.device()
  const count = limits.lines + 1
  for (let seq = 1; seq <= count; seq += 1) await queue(db, tombstone())
  const before = sendings()
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(sendings() - before).toBe(2)
  expect(await db.outbox.count()).toBe(0)
  expect(await world.server.store.seqsOf(await deviceId(db))).toEqual({ lastSeq: count, missingSeqs: [] })
})

test('who stops it keeps what was not confirmed, and neither this tab nor another sends it before it is asked to', async () => {
  const { db, sync, openTab } = await world.device()
  const submission = validSubmission()
  const bytes = await queue(db, submission)
  world.network.onReply = async (path, reply, signal) => {
    if (path !== doorOfSubmissions) return reply
    stopSending()
    return new Promise((_, lose) => signal?.addEventListener('abort', () => lose(signal.reason)))
  }
  expect(await Promise.all([sync(), openTab().sync()])).toEqual([{ kind: 'stopped' }, { kind: 'stopped' }])
  expect(await attempts(db)).toEqual([1])
  expect(await readConnection(db, new Date())).toMatchObject({ sending: null, waiting: 1, unreachedSince: null })
  world.network.onReply = async (_, reply) => reply
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await held(submission.submissionId)).toEqual([bytes])
  expect(await db.receipts.toArray()).toMatchObject([{ isRepeated: true }])
})

test('two tabs that sync at the same moment send each submission once', async () => {
  const { db, sync, openTab } = await world.device()
  await queue(db, validSubmission())
  const before = sendings()
  expect(await Promise.all([sync(), openTab().sync()])).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
  expect(sendings() - before).toBe(1)
  expect(await db.receipts.count()).toBe(1)
})

test('where a browser has no locks two tabs may both send, and there is still one submission and one receipt', async () => {
  const { db, sync, openTab } = await world.device()
  const submission = validSubmission()
  const bytes = await queue(db, submission)
  const { locks } = navigator
  vi.stubGlobal('navigator', {})
  expect(await Promise.all([sync(), openTab().sync()])).toEqual([{ kind: 'sent' }, { kind: 'sent' }])
  vi.stubGlobal('navigator', { locks })
  expect(await held(submission.submissionId)).toEqual([bytes])
  expect(await db.receipts.count()).toBe(1)
  expect(await db.outbox.count()).toBe(0)
})
