import { compactVerify, importJWK } from 'jose'
import { sha256Hex } from '#domain/digest.ts'
import { folioOf } from '#domain/identifiers.ts'
import { Problem } from '#domain/problem.ts'
import {
  EnrolReply,
  HelloReply,
  type LineVerdict,
  limits,
  Receipt,
  type ReceiptKey,
  RegisterReply,
  SubmissionsReply,
} from '#domain/protocol.ts'
import type { Text } from '#domain/text.ts'
import { type Database, type OutboxEntry, readFact, writeFact } from './database.ts'
import { deviceId } from './device.ts'
import { keepReceipt, park, recordAttempt, waitingEntries } from './outbox.ts'
import { stoppable } from './stopping.ts'

/** How a sync ended. Only `sent` means that the server was heard to the end. */
export type SyncOutcome =
  | { kind: 'sent' }
  /** every other request would fail the same way: enrol first; everything is kept */
  | { kind: 'not-enrolled' }
  /** the census has withdrawn this device's permission: what it sends is kept apart, and it may read nothing */
  | { kind: 'revoked' }
  /** no network, a portal in the way: try again later */
  | { kind: 'unknown' }
  /** the census answers, but not all that was sent was confirmed: try again later */
  | { kind: 'unconfirmed' }
  /** a person has stopped it: what was not confirmed waits */
  | { kind: 'stopped' }

const lockName = 'outbox'

/** Empties the outbox as far as the server takes it; two tabs never send at once. */
export async function drain(db: Database, build: string): Promise<SyncOutcome> {
  return stoppable((stop) => {
    const send = () => drainAlone(db, build, stop)
    return navigator.locks === undefined ? send() : navigator.locks.request(lockName, send)
  })
}

async function drainAlone(db: Database, build: string, stop: AbortSignal): Promise<SyncOutcome> {
  // Stopped while it waited for its turn.
  if (stop.aborted) return { kind: 'stopped' }
  const outcome = await exchange(db, build, stop)
  await recordContact(db, outcome.kind !== 'unknown', new Date())
  return outcome
}

async function exchange(db: Database, build: string, stop: AbortSignal): Promise<SyncOutcome> {
  const heard = await sayHello(db, build)
  if (!heard) return { kind: 'unknown' }
  const enrolment = await readFact(db, 'enrolment')
  if (enrolment === undefined) return { kind: 'not-enrolled' }
  for (;;) {
    const waiting = await waitingEntries(db)
    const batch = batchOf(waiting)
    if (batch.length === 0) break
    if (stop.aborted) return { kind: 'stopped' }
    await recordAttempt(db, batch, new Date())
    const startedAt = new Date().toISOString()
    await writeFact(db, 'sending', { startedAt, count: batch.length, of: waiting.length })
    const outcome = await sendBatch(db, batch, enrolment, stop).finally(() => writeFact(db, 'sending', null))
    if (outcome.kind !== 'sent') return stop.aborted ? { kind: 'stopped' } : outcome
  }
  return refreshRegister(db, enrolment.token)
}

/** Since when the census does not answer. Written when that changes, and not at every attempt. */
async function recordContact(db: Database, isReached: boolean, at: Date): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const since = (await readFact(db, 'unreachedSince')) ?? null
    if (isReached === (since === null)) return
    await writeFact(db, 'unreachedSince', isReached ? null : at.toISOString())
  })
}

/** As many as one request may carry, by lines and by bytes. */
function batchOf(entries: readonly OutboxEntry[]): OutboxEntry[] {
  let bytes = 0
  const batch: OutboxEntry[] = []
  for (const entry of entries.slice(0, limits.lines)) {
    bytes += new TextEncoder().encode(entry.bytes).length + 1
    if (batch.length > 0 && bytes > limits.bodyBytes) break
    batch.push(entry)
  }
  return batch
}

async function sendBatch(
  db: Database,
  batch: readonly OutboxEntry[],
  enrolment: { token: string; key: ReceiptKey },
  stop: AbortSignal,
): Promise<SyncOutcome> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${enrolment.token}` },
    body: batch.map((entry) => entry.bytes).join('\n'),
  }
  const reply = await call('/api/v1/submissions', request, stop)
  if (reply.status === 0) return { kind: 'unknown' }
  if (reply.status === 401) return { kind: 'not-enrolled' }
  const [first, ...others] = batch
  const problem = Problem.safeParse(reply.body)
  // Too large even on its own: asked for again and again, it would hold back all that come after it.
  if (reply.status === 413 && problem.success && first !== undefined && others.length === 0) {
    await park(db, first, problem.data)
    return { kind: 'sent' }
  }
  const parsed = SubmissionsReply.safeParse(reply.body)
  if (reply.status !== 200 || !parsed.success || parsed.data.verdicts.length !== batch.length)
    return { kind: 'unconfirmed' }
  let isSettled = true
  for (const [index, entry] of batch.entries()) {
    const verdict = parsed.data.verdicts[index]
    if (verdict === undefined || !(await settle(db, entry, verdict, enrolment.key))) isSettled = false
  }
  // A verdict without a receipt that verifies proves nothing: the entry stays, and a later sync asks again.
  return isSettled ? { kind: 'sent' } : { kind: 'unconfirmed' }
}

async function settle(db: Database, entry: OutboxEntry, verdict: LineVerdict, key: ReceiptKey): Promise<boolean> {
  if (verdict.verdict === 'conflict' || verdict.verdict === 'invalid') {
    await park(db, entry, verdict.problem)
    return true
  }
  const receipt = await verifiedReceipt(verdict.receipt, key)
  if (receipt === undefined || receipt.submissionId !== entry.submissionId || receipt.sha256 !== sha256Hex(entry.bytes))
    return false
  const { submissionId, receivedAt, status, sha256 } = receipt
  const repeated = verdict.verdict === 'duplicate' ? { isRepeated: true } : {}
  const kept = { submissionId, receipt: verdict.receipt ?? '', receivedAt, status, sha256, ...repeated }
  await keepReceipt(db, kept, entry.bytes)
  const stored = await db.submissions.get(submissionId)
  if (stored !== undefined) {
    const folio = folioOf(submissionId, stored.completedAt)
    await writeFact(db, 'lastReceived', { submissionId, folio, at: new Date().toISOString() })
  }
  return true
}

async function verifiedReceipt(jws: string | undefined, key: ReceiptKey): Promise<Receipt | undefined> {
  if (jws === undefined) return undefined
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, 'ES256'), { algorithms: ['ES256'] })
    return Receipt.safeParse(JSON.parse(new TextDecoder().decode(payload))).data
  } catch {
    return undefined
  }
}

async function sayHello(db: Database, build: string): Promise<boolean> {
  const sentAt = Date.now()
  const [id, drafts, outbox, lastSeq] = await Promise.all([
    deviceId(db),
    db.drafts.count(),
    db.outbox.count(),
    readFact(db, 'lastSeq'),
  ])
  const enrolment = await readFact(db, 'enrolment')
  const reply = await call('/api/v1/hello', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(enrolment === undefined ? {} : { authorization: `Bearer ${enrolment.token}` }),
    },
    body: JSON.stringify({ format: 1, deviceId: id, build, drafts, outbox, lastSeq: lastSeq ?? 0 }),
  })
  const hello = HelloReply.safeParse(reply.body)
  if (reply.status !== 200 || !hello.success) return false
  const { serverTime, trial, controller, rounds, register, device } = hello.data
  // Asked without a token the census knows no device, which says nothing.
  if (enrolment !== undefined) await writeFact(db, 'deviceStatus', device.status)
  // Half of the way there and back is the best guess of when the server looked at its clock.
  const clockOffsetMs = Math.round(Date.parse(serverTime) - (sentAt + Date.now()) / 2)
  await writeFact(db, 'census', {
    heardAt: new Date().toISOString(),
    clockOffsetMs,
    trial,
    controller,
    rounds,
    registerVersion: register.version,
  })
  return true
}

async function refreshRegister(db: Database, token: string): Promise<SyncOutcome> {
  const reply = await call('/api/v1/register', { headers: { authorization: `Bearer ${token}` } })
  if (reply.status === 0) return { kind: 'unknown' }
  if (reply.status === 401) return { kind: 'not-enrolled' }
  if (reply.status === 403 && Problem.safeParse(reply.body).data?.code === 'device-revoked') return { kind: 'revoked' }
  const parsed = RegisterReply.safeParse(reply.body)
  if (reply.status !== 200 || !parsed.success) return { kind: 'unconfirmed' }
  await db.transaction('rw', db.register, db.device, async () => {
    await db.register.clear()
    await db.register.bulkPut(parsed.data.clusters)
    await writeFact(db, 'registerAsOf', parsed.data.asOf)
  })
  return { kind: 'sent' }
}

export type EnrolOutcome = { kind: 'enrolled' } | { kind: 'refused'; message: Text } | { kind: 'unknown' }

/** Enrols this device with a single-use invite and pins the key that signs its receipts. */
export async function enrol(db: Database, invite: string): Promise<EnrolOutcome> {
  const reply = await call('/api/v1/enrol', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, invite, deviceId: await deviceId(db) }),
  })
  const enrolled = EnrolReply.safeParse(reply.body)
  if (reply.status === 200 && enrolled.success) {
    const { token, scope, key } = enrolled.data
    await db.transaction('rw', db.device, async () => {
      await writeFact(db, 'enrolment', { token, scope, key })
      await writeFact(db, 'deviceStatus', 'active')
    })
    return { kind: 'enrolled' }
  }
  const problem = Problem.safeParse(reply.body)
  return problem.success ? { kind: 'refused', message: problem.data } : { kind: 'unknown' }
}

type Reply = { status: number; body: unknown }

/**
 * The app's one door to the network. Whatever goes wrong is status 0: a reply counts only if it parses as ours.
 *
 * @param stop ends the request before its time
 */
async function call(path: string, request: RequestInit, stop?: AbortSignal): Promise<Reply> {
  const end = new AbortController()
  const endIt = () => end.abort()
  const timer = setTimeout(endIt, 60_000)
  if (stop?.aborted === true) endIt()
  stop?.addEventListener('abort', endIt)
  try {
    const response = await fetch(path, { ...request, cache: 'no-store', signal: end.signal })
    return { status: response.status, body: await response.json().catch(() => undefined) }
  } catch {
    return { status: 0, body: undefined }
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', endIt)
  }
}
