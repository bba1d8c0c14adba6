import { Dexie, type Table } from 'dexie'
import type { Answers, NonAnswers } from '#domain/answers.ts'
import type { Benchmark } from '#domain/benchmark.ts'
import type { WrittenParts } from '#domain/composition.ts'
import type { Plan } from '#domain/plan.ts'
import type { Controller, DeviceStatus, ReceiptKey, Scope } from '#domain/protocol.ts'
import type { RegisterCluster } from '#domain/register.ts'
import type { Round } from '#domain/round.ts'
import type { Submission, Tombstone } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import type { UnreadNumber } from '#domain/unreadNumber.ts'

/** The one unfinished, editable assessment of a cluster on this device. Instants are ISO 8601 UTC. */
export type Draft = {
  key: string
  questionnaire: { id: string; edition: number }
  roundId: string | null
  clusterId: string | null
  clusterName: string
  mode: 'self' | 'interview'
  language: Language
  enumerator: string | null
  startedAt: string
  savedAt: string
  answers: Answers
  nonresponse: NonAnswers
  notes: Record<string, string>
  /** why unlikely answers are right, by check, each for the values that it was given for */
  checkReasons: Record<string, { code: string; text: string; values?: string }>
  /** compositions that were written in the other unit, by panel: what was typed, and the unit now; never sent */
  writtenAs?: Record<string, WrittenParts>
  /** what stands in number boxes and is no number yet, by box (`variable` or `variable.part`); never sent */
  unread?: Record<string, UnreadNumber>
  /** sums of ours that a person called right, by table, with the amounts that they were made of; never sent */
  confirmedTotals?: Record<string, string>
  /** which notice stood on this device when the questions of consent were last answered, and when that was */
  consent?: { noticeVersion: string; at: string }
  /** pages that a person has left with Continuar; the others count as not yet seen */
  visitedPages: string[]
  /** where to resume: name of the page, or null at the start */
  page: string | null
  sawResult: boolean
  /** the submission that this one will correct */
  parentId: string | null
  /** its folio, by which people know it; never sent */
  parentFolio?: string
  /** when that one was finished; never sent */
  parentCompletedAt?: string
}

/** One answer as it was given: a draft can be rebuilt from its events. `value` null is a blank. */
export type JournalEvent = {
  id?: number
  draftKey: string
  at: string
  variable: string
  value: unknown
  nonAnswer: string | null
}

/** `bytes` are what was sent, except where `blankedIn` says what this copy no longer holds. */
export type StoredSubmission = {
  submissionId: string
  completedAt: string
  bytes: string
  submission: Submission
  /** as in the draft that it came from, for a correction of it; never sent */
  writtenAs?: NonNullable<Draft['writtenAs']>
  confirmedTotals?: NonNullable<Draft['confirmedTotals']>
}

/** A submission of an earlier round that came in a handover file: shown for comparison, never sent from here. */
export type EarlierSubmission = StoredSubmission & { importedAt: string }

/** A person who works with this device; keeps colleagues' drafts apart on screen, protects nothing. */
export type Profile = { profileId: string; name: string; role: string }

/** A submission, or the tombstone of a deleted one, that has no receipt yet; `bytes` go out exactly as they are. */
export type OutboxEntry = {
  submissionId: string
  seq: number
  bytes: string
  attempts: number
  lastAttemptAt: string | null
  /** set when the server will never take it as it is: it waits for a person and does not hold back the others */
  parked: { code: string; message: { es: string; en: string } } | null
  tombstone: Tombstone | null
}

export type StoredReceipt = {
  submissionId: string
  receipt: string
  receivedAt: string
  status: 'stored' | 'quarantined'
  sha256: string
  /** the census had it already: an earlier reply was lost on its way */
  isRepeated?: boolean
  /** since when the submission is without the respondent's name and mail, whether or not it had any */
  contactsBlankedAt?: string
}

/** The rows of `device` are single facts about this installation, by key. */
export type DeviceFacts = {
  identity: { deviceId: string }
  lastSeq: number
  enrolment: { token: string; scope: Scope; key: ReceiptKey }
  census: {
    heardAt: string
    clockOffsetMs: number
    trial: boolean
    controller: Controller | null
    rounds: Round[]
    registerVersion: number
  }
  /** how the census sees this device, as it said when it was last shown the token */
  deviceStatus: DeviceStatus['status']
  /** the submission whose receipt came last */
  lastReceived: { submissionId: string; folio: string; at: string }
  /** since when the census does not answer; null while it does */
  unreachedSince: string | null
  /** the request that carries submissions, as long as it is under way; a tab that died leaves it standing */
  sending: { startedAt: string; count: number; of: number } | null
  /** the day, by this device's calendar, on which somebody last read what the census has lacked for days */
  remindedOn: string
  registerAsOf: string | null
  /** the last one that was read; `readAt` is when */
  benchmark: { benchmark: Benchmark; readAt: string }
  activeProfile: { profileId: string }
  preferences: { language: Language; theme: 'light' | 'sun' | 'dark'; textSize: 'A' | 'A+' | 'A++' }
}

export class Database extends Dexie {
  declare drafts: Table<Draft, string>
  declare journal: Table<JournalEvent, number>
  /** the keys of drafts that were submitted or deleted: a save that comes late must find out in its own transaction */
  declare goneDrafts: Table<{ key: string }, string>
  declare submissions: Table<StoredSubmission, string>
  declare outbox: Table<OutboxEntry, string>
  declare receipts: Table<StoredReceipt, string>
  declare register: Table<RegisterCluster, string>
  declare device: Table<{ key: string; value: unknown }, string>
  declare earlier: Table<EarlierSubmission, string>
  declare plans: Table<Plan, string>
  declare profiles: Table<Profile, string>
  private wasReady = false

  constructor(...given: ConstructorParameters<typeof Dexie>) {
    super(...given)
    this.on('ready', () => {
      this.wasReady = true
    })
  }

  /** Takes a transaction at once. Dexie calls itself open a while before that, when the stores are still being made. */
  get isReady(): boolean {
    return this.wasReady && this.isOpen()
  }
}

/**
 * Opens the device's database.
 *
 * `strict`: a browser may otherwise say "done" seconds before the disk has it, and a flat battery takes those answers.
 * No cache: a live query must never show a write that is later rolled back.
 */
export function openDatabase(name = 'cumulo'): Database {
  const db = new Database(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({
    drafts: 'key, savedAt',
    journal: '++id, draftKey',
    submissions: 'submissionId, completedAt',
    outbox: 'submissionId, seq',
    receipts: 'submissionId',
    register: 'clusterId, name',
    device: 'key',
  })
  db.version(2).stores({
    submissions: 'submissionId, completedAt, submission.clusterId, submission.clusterName',
    earlier: 'submissionId, completedAt, submission.clusterId, submission.clusterName',
    plans: 'submissionId',
    profiles: 'profileId',
  })
  // Which are set aside must be found without reading what waits: each holds a whole submission.
  db.version(3).stores({ outbox: 'submissionId, seq, parked.code' })
  db.version(4).stores({
    // What corrects a submission must be found without reading the others; those without a parent are not in the index.
    submissions: 'submissionId, completedAt, submission.clusterId, submission.clusterName, submission.parentId',
    goneDrafts: 'key',
  })
  return db
}

export async function readFact<K extends keyof DeviceFacts>(db: Database, key: K): Promise<DeviceFacts[K] | undefined> {
  return (await db.device.get(key))?.value as DeviceFacts[K] | undefined
}

export async function writeFact<K extends keyof DeviceFacts>(
  db: Database,
  key: K,
  value: DeviceFacts[K],
): Promise<void> {
  await db.device.put({ key, value })
}
