import * as z from 'zod/mini'
import { Problem } from './problem.ts'
import { RegisterCluster } from './register.ts'
import { Round } from './round.ts'

/** The wire formats this build reads and writes. */
export const formats = { min: 1, max: 1 } as const

/** What `POST /api/v1/submissions` takes; bytes, lines and characters. */
export const limits = {
  lines: 50,
  bodyBytes: 1024 * 1024,
  unzippedBytes: 4 * 1024 * 1024,
  lineBytes: 256 * 1024,
  depth: 32,
  keys: 5000,
  keyLength: 200,
} as const

const Instant = z.iso.datetime()

/** Made by the device itself at its first start. Lower case only: two spellings would be two devices. */
export const DeviceId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const Format = z.literal(1)

export const Verdict = z.enum(['stored', 'duplicate', 'quarantined', 'conflict', 'invalid'])
export type Verdict = z.infer<typeof Verdict>

/** What the server says about one line. With `stored`, `duplicate` and `quarantined` there is always a receipt. */
export const LineVerdict = z.object({
  /** null when the line was too broken to name one */
  submissionId: z.nullable(z.string()),
  verdict: Verdict,
  receipt: z.exactOptional(z.string()),
  problem: z.exactOptional(Problem),
})
export type LineVerdict = z.infer<typeof LineVerdict>

/** One verdict per line, in the order of the lines. */
export const SubmissionsReply = z.object({ format: Format, verdicts: z.array(LineVerdict) })
export type SubmissionsReply = z.infer<typeof SubmissionsReply>

/** The signed content of a receipt: "I have these bytes". `sha256` is of the line exactly as it was sent. */
export const Receipt = z.object({
  format: Format,
  submissionId: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  deviceId: DeviceId,
  receivedAt: Instant,
  status: z.enum(['stored', 'quarantined']),
})
export type Receipt = z.infer<typeof Receipt>

/** The public half of the key that signs receipts (RFC 7517, ES256). */
export const ReceiptKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})
export type ReceiptKey = z.infer<typeof ReceiptKey>

export const KeysReply = z.object({ keys: z.array(ReceiptKey) })
export type KeysReply = z.infer<typeof KeysReply>

/** Who answers for the personal data of a census, as the notice prints it. Without one the server is in trial mode. */
export const Controller = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  nit: z.string().check(z.minLength(1), z.maxLength(20)),
  address: z.string().check(z.minLength(1), z.maxLength(300)),
  mail: z.string().check(z.minLength(3), z.maxLength(254)),
  phone: z.string().check(z.minLength(1), z.maxLength(50)),
  processor: z.string().check(z.minLength(1), z.maxLength(300)),
  hostingCountry: z.string().check(z.minLength(1), z.maxLength(100)),
  noticeVersion: z.string().check(z.minLength(1), z.maxLength(50)),
})
export type Controller = z.infer<typeof Controller>

/** What a device may see: one cluster, the clusters of one chamber, or (both null) the whole register. */
export const Scope = z.object({ chamber: z.nullable(z.string()), cluster: z.nullable(z.string()) })
export type Scope = z.infer<typeof Scope>

export const HelloRequest = z.object({
  format: Format,
  deviceId: DeviceId,
  build: z.string().check(z.maxLength(100)),
  /** counts only: a device that lost its storage is noticed without any content */
  drafts: z.int().check(z.nonnegative()),
  outbox: z.int().check(z.nonnegative()),
  /** highest `seq` given so far; 0 before the first */
  lastSeq: z.int().check(z.nonnegative()),
})
export type HelloRequest = z.infer<typeof HelloRequest>

/** How the server sees the device that asks. */
export const DeviceStatus = z.object({
  status: z.enum(['unknown', 'active', 'revoked']),
  /** highest `seq` the server holds of this device; 0 when none */
  lastSeq: z.int(),
  /** the lowest 100 numbers up to `lastSeq` that never arrived: each is a submission on its way, or lost */
  missingSeqs: z.array(z.int()),
})
export type DeviceStatus = z.infer<typeof DeviceStatus>

export const HelloReply = z.object({
  format: Format,
  serverTime: Instant,
  formats: z.object({ min: z.int(), max: z.int() }),
  /** true while no controller is set: what is sent does not count */
  trial: z.boolean(),
  controller: z.nullable(Controller),
  rounds: z.array(Round),
  /** 0 before the first import */
  register: z.object({ version: z.int() }),
  device: DeviceStatus,
})
export type HelloReply = z.infer<typeof HelloReply>

export const EnrolRequest = z.object({
  format: Format,
  invite: z.string().check(z.minLength(10), z.maxLength(100)),
  deviceId: DeviceId,
  name: z.exactOptional(z.string().check(z.maxLength(100))),
})
export type EnrolRequest = z.infer<typeof EnrolRequest>

/** The token is shown this once; the server keeps only its digest. */
export const EnrolReply = z.object({
  format: Format,
  token: z.string(),
  deviceId: DeviceId,
  scope: Scope,
  key: ReceiptKey,
  trial: z.boolean(),
  controller: z.nullable(Controller),
})
export type EnrolReply = z.infer<typeof EnrolReply>

/** The part of the register inside the device's scope, and the rounds. */
export const RegisterReply = z.object({
  format: Format,
  version: z.int(),
  asOf: z.nullable(Instant),
  clusters: z.array(RegisterCluster),
  rounds: z.array(Round),
})
export type RegisterReply = z.infer<typeof RegisterReply>

export const HealthReply = z.object({ status: z.literal('ok'), build: z.string() })
export type HealthReply = z.infer<typeof HealthReply>
