import type { Controller, ReceiptKey, Scope } from '#domain/protocol.ts'
import type { FormerCluster, RegisterCluster, RegisterRow } from '#domain/register.ts'
import type { Result } from '#domain/result.ts'
import type { Round } from '#domain/round.ts'
import type { SubmissionRow } from './schema.ts'

/** What every request may need to know: small, kept in memory, and read anew after any change, also by the command line. */
export type Directory = {
  /** null: trial mode */
  controller: Controller | null
  rounds: readonly Round[]
  register: { version: number; asOf: string | null; clusters: ReadonlyMap<string, RegisterCluster> }
}

export type Device = { deviceId: string; scope: Scope; isRevoked: boolean }

/** A line with everything to be stored about it; see {@link SubmissionRow}. */
export type NewSubmission = SubmissionRow

/** What is needed to answer a line that was received before. */
export type KnownSubmission = { submissionId: string; sha256: string; receipt: string }

export type EnrolOutcome = { kind: 'enrolled'; scope: Scope } | { kind: 'unknown' | 'used' | 'expired' }

export type Enrolment = {
  inviteSha256: string
  deviceId: string
  tokenSha256: string
  name: string | null
  at: string
}

export type HelloFacts = {
  deviceId: string
  at: string
  drafts: number
  outbox: number
  lastSeq: number
  build: string
}

export type StoredReceiptKey = { privateJwk: Record<string, unknown>; publicJwk: ReceiptKey; madeAt: string }

/** A received submission, for exports. */
export type ReceivedSubmission = {
  submissionId: string
  /** the line exactly as it was sent */
  bytes: Uint8Array
  receivedAt: string
  verdict: 'stored' | 'quarantined'
  /** null where the server could not score: unscored questionnaire, or an edition it does not know */
  serverAgrees: boolean | null
  flags: string[]
  /** no accepted revision has taken its place */
  isCurrent: boolean
  roundId: string | null
  serverResult: Result | null
}

/**
 * Everything that the server keeps. What is acknowledged here is on the disk: each promise resolves after its commit.
 */
export type Store = {
  directory: () => Promise<Directory>
  /** the scope decides what of the register is seen */
  clustersIn: (scope: Scope) => Promise<RegisterCluster[]>
  /** those of any version that the newest has no more, by id, as they last were */
  formerClusters: () => Promise<ReadonlyMap<string, FormerCluster>>
  importRegister: (rows: readonly RegisterRow[], at: string) => Promise<{ version: number }>
  /** @throws StoreError `trial-mode` when the round would be open and no controller is set */
  putRound: (round: Round, at: string) => Promise<void>
  setController: (controller: Controller, at: string) => Promise<void>

  receiptKeys: () => Promise<StoredReceiptKey[]>
  addReceiptKey: (key: StoredReceiptKey) => Promise<void>

  hasDevices: () => Promise<boolean>
  addInvite: (invite: { inviteSha256: string; scope: Scope; at: string; expiresAt: string }) => Promise<void>
  enrol: (enrolment: Enrolment) => Promise<EnrolOutcome>
  deviceByToken: (tokenSha256: string) => Promise<Device | undefined>
  deviceById: (deviceId: string) => Promise<Device | undefined>
  revokeDevice: (deviceId: string, at: string) => Promise<void>
  recordHello: (facts: HelloFacts) => Promise<void>

  knownSubmissions: (submissionIds: readonly string[]) => Promise<KnownSubmission[]>
  /**
   * All of them in one transaction; an id that is already there is left as it is.
   *
   * @returns the ids that are new
   * @throws StoreError `database-full`; nothing of the call is stored then
   */
  addSubmissions: (submissions: readonly NewSubmission[]) => Promise<string[]>
  /** numbers up to the highest received that are missing, at most 100 of them */
  seqsOf: (deviceId: string) => Promise<{ lastSeq: number; missingSeqs: number[] }>
  /** one snapshot, in the order of reception, without tombstones */
  submissions: (filter: { roundId?: string }) => AsyncIterableIterator<ReceivedSubmission>
  close: () => Promise<void>
}
