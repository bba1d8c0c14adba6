import { folioOf } from '#domain/identifiers.ts'
import { problemOf } from '#domain/problem.ts'
import type { LineVerdict, Receipt } from '#domain/protocol.ts'
import type { Editions } from './editions.ts'
import { type Judgement, judge } from './judgement.ts'
import { type ReadLine, readLine, type SealedLine } from './line.ts'
import type { ReceiptSigner } from './receipts.ts'
import type { Device, Directory, KnownSubmission, NewSubmission, Store } from './store/store.ts'

export type Reception = {
  /** One verdict per line, in their order, after everything of them that is new is on the disk. */
  receive: (lines: readonly Uint8Array[], device: Device) => Promise<LineVerdict[]>
}

export type ReceptionParts = { store: Store; signer: ReceiptSigner; editions: Editions; now: () => Date }

/** A line that waits for its verdict. */
type Waiting = {
  line: SealedLine
  device: Device
  answer: (verdict: LineVerdict) => void
  fail: (error: unknown) => void
}

/** Keeps the wait of the first line of a group short, however many come in together. */
const mostLinesPerGroup = 250

/**
 * While several send at once, those who were just answered are about to send again: waiting for them makes the groups
 * larger, and a commit costs the server as much as several lines do. Nobody waits longer than this.
 */
const gatherMs = 2

/**
 * The door for submissions. Lines that arrive while the disk is busy with others form the next group: a group shares one
 * transaction, and so one wait for the disk, however many requests its lines came with.
 */
export function openReception(parts: ReceptionParts): Reception {
  const waiting: Waiting[] = []
  let isWorking = false
  let gathering: { isEnough: () => boolean; end: () => void } | undefined
  const gather = (count: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        gathering = undefined
        resolve()
      }
      const timer = setTimeout(end, gatherMs)
      gathering = { isEnough: () => waiting.length >= count, end }
      if (gathering.isEnough()) end()
    })
  const work = async () => {
    isWorking = true
    let largest = 0
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostLinesPerGroup)
      await receiveGroup(parts, group)
      // As many as lately came together; some of them may have sent all that they had.
      largest = Math.max(group.length, largest - 1)
      // Who sends alone is never kept waiting.
      if (group.length > 1) await gather(largest)
    }
    isWorking = false
  }
  const received = (line: ReadLine, device: Device): Promise<LineVerdict> => {
    if (line.kind === 'invalid') {
      return Promise.resolve({ submissionId: line.submissionId, verdict: 'invalid', problem: line.problem })
    }
    return new Promise((answer, fail) => {
      waiting.push({ line, device, answer, fail })
      if (gathering?.isEnough() === true) gathering.end()
      // Not at once: what else has arrived in this turn of the event loop joins the group.
      if (!isWorking) {
        isWorking = true
        setImmediate(work)
      }
    })
  }
  return {
    receive: (lines, device) => Promise.all(lines.map((line) => received(readLine(line), device))),
  }
}

async function receiveGroup(parts: ReceptionParts, group: readonly Waiting[]): Promise<void> {
  try {
    const known = await knownById(parts.store, group)
    const fresh = await composeNew(parts, group.filter(firstOfItsId(known)))
    const added = new Set(await parts.store.addSubmissions(fresh.map((one) => one.row)))
    const verdicts = new Map(fresh.map((one) => [one.waiting, one.verdict]))
    // Another process may have stored one of them in between: then its receipt counts.
    const others = group.filter((one) => !verdicts.has(one) || !added.has(one.line.content.submissionId))
    const knownNow = others.length === 0 ? known : await knownById(parts.store, others)
    for (const one of group) {
      const verdict = others.includes(one) ? repeated(one, knownNow) : verdicts.get(one)
      if (verdict === undefined) throw new Error('a line of the group has no verdict')
      one.answer(verdict)
    }
  } catch (error) {
    // The error belongs to each of the requests, whose error boundary answers it.
    for (const one of group) one.fail(error)
  }
}

async function knownById(store: Store, group: readonly Waiting[]): Promise<Map<string, KnownSubmission>> {
  const known = await store.knownSubmissions(group.map((one) => one.line.content.submissionId))
  return new Map(known.map((one) => [one.submissionId, one]))
}

function firstOfItsId(known: ReadonlyMap<string, KnownSubmission>): (one: Waiting) => boolean {
  const seen = new Set(known.keys())
  return ({ line }) => {
    const { submissionId } = line.content
    if (seen.has(submissionId)) return false
    seen.add(submissionId)
    return true
  }
}

function repeated({ line }: Waiting, known: ReadonlyMap<string, KnownSubmission>): LineVerdict | undefined {
  const { submissionId } = line.content
  const stored = known.get(submissionId)
  if (stored === undefined) return undefined
  if (stored.sha256 === line.sha256) return { submissionId, verdict: 'duplicate', receipt: stored.receipt }
  return { submissionId, verdict: 'conflict', problem: problemOf('other-bytes-stored') }
}

type Composed = { waiting: Waiting; row: NewSubmission; verdict: LineVerdict }

async function composeNew(parts: ReceptionParts, group: readonly Waiting[]): Promise<Composed[]> {
  const directory = await parts.store.directory()
  const receivedAt = parts.now().toISOString()
  return Promise.all(
    group.map(async (waiting) => {
      const { line, device } = waiting
      const judgement = await judgementOf(parts, directory, line, device)
      const verdict = judgement.problem === null ? 'stored' : 'quarantined'
      const { submissionId, deviceId } = line.content
      const content: Receipt = { format: 1, submissionId, sha256: line.sha256, deviceId, receivedAt, status: verdict }
      const receipt = await parts.signer.sign(content)
      const problem = judgement.problem === null ? {} : { problem: judgement.problem }
      return {
        waiting,
        row: rowOf(line, device, judgement, { receivedAt, receipt }),
        verdict: { submissionId, verdict, receipt, ...problem },
      }
    }),
  )
}

async function judgementOf(
  { store, editions }: ReceptionParts,
  directory: Directory,
  line: SealedLine,
  device: Device,
): Promise<Judgement> {
  const { deviceId } = line.content
  // Submissions may be carried by another device; the one that made them may have been revoked since.
  const isAuthorRevoked = deviceId !== device.deviceId && ((await store.deviceById(deviceId))?.isRevoked ?? false)
  const sender = { ...device, isAuthorRevoked }
  if (line.kind === 'submission') return judge(line.content, sender, directory, editions)
  const problem = sender.isRevoked || isAuthorRevoked ? problemOf('sender-revoked') : null
  return { problem, flags: [], roundId: null, serverResult: null, serverAgrees: null }
}

function rowOf(
  line: SealedLine,
  sender: Device,
  judgement: Judgement,
  { receivedAt, receipt }: { receivedAt: string; receipt: string },
): NewSubmission {
  const { submissionId, deviceId, seq } = line.content
  return {
    submission_id: submissionId,
    kind: line.kind,
    received_at: receivedAt,
    verdict: judgement.problem === null ? 'stored' : 'quarantined',
    problem_code: judgement.problem?.code ?? null,
    flags_json: JSON.stringify(judgement.flags),
    device_id: deviceId,
    sender_id: sender.deviceId,
    seq,
    round_id: judgement.roundId,
    ...answerColumns(line, judgement),
    sha256: line.sha256,
    receipt,
    bytes: line.bytes,
  }
}

type AnswerColumns = Pick<
  NewSubmission,
  | 'parent_id'
  | 'cluster_id'
  | 'questionnaire_id'
  | 'edition'
  | 'completed_at'
  | 'folio'
  | 'stage'
  | 'index_value'
  | 'completeness'
  | 'result_status'
  | 'server_agrees'
  | 'server_result_json'
>

function answerColumns(line: SealedLine, { serverResult, serverAgrees }: Judgement): AnswerColumns {
  const submission = line.kind === 'submission' ? line.content : null
  return {
    parent_id: submission?.parentId ?? null,
    cluster_id: submission?.clusterId ?? null,
    questionnaire_id: submission?.questionnaire.id ?? null,
    edition: submission?.questionnaire.edition ?? null,
    completed_at: submission?.completedAt ?? null,
    folio: submission === null ? null : folioOf(submission.submissionId, submission.completedAt),
    stage: serverResult?.stage ?? null,
    index_value: serverResult?.index ?? null,
    completeness: serverResult?.completeness ?? null,
    result_status: serverResult?.status ?? null,
    server_agrees: serverAgrees === null ? null : Number(serverAgrees),
    server_result_json: serverAgrees === true || serverResult === null ? null : JSON.stringify(serverResult),
  }
}
