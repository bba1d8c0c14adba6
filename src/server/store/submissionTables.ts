import Sqlite from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { Result } from '#domain/result.ts'
import type { SubmissionRow } from './schema.ts'
import type { SqliteDatabase } from './sqlite.ts'
import type { KnownSubmission, NewSubmission, ReceivedSubmission, Store } from './store.ts'
import { StoreError } from './storeError.ts'

type SubmissionStore = Pick<Store, 'knownSubmissions' | 'addSubmissions' | 'seqsOf' | 'submissions'>

const mostMissingSeqs = 100

/** What was received, and nothing that could change it. */
export function submissionTables(database: SqliteDatabase): SubmissionStore {
  const { build } = database
  const insertSql = build
    .insertInto('submissions')
    .values(blankRow)
    .onConflict((conflict) => conflict.column('submission_id').doNothing())
    .compile().sql
  const knownSql = build
    .selectFrom('submissions')
    .select(['submission_id as submissionId', 'sha256', 'receipt'])
    .where('submission_id', '=', '')
    .compile().sql
  return {
    knownSubmissions: async (submissionIds) => {
      const known = database.prepare(knownSql)
      return submissionIds.map((id) => known.get(id) as KnownSubmission | undefined).filter((one) => one !== undefined)
    },
    addSubmissions: async (submissions) => addSubmissions(database, insertSql, submissions),
    seqsOf: async (deviceId) => seqsOf(database, deviceId),
    submissions: (filter) => receivedSubmissions(database, filter.roundId),
  }
}

/** Fixes the order of the columns, and with it one statement for all rows. */
const blankRow: SubmissionRow = {
  submission_id: '',
  kind: 'submission',
  received_at: '',
  verdict: 'stored',
  problem_code: null,
  flags_json: '[]',
  device_id: '',
  sender_id: '',
  seq: 0,
  parent_id: null,
  round_id: null,
  cluster_id: null,
  questionnaire_id: null,
  edition: null,
  completed_at: null,
  folio: null,
  stage: null,
  index_value: null,
  completeness: null,
  result_status: null,
  server_agrees: null,
  server_result_json: null,
  sha256: '',
  receipt: '',
  bytes: new Uint8Array(),
}
const columns = Object.keys(blankRow) as (keyof SubmissionRow)[]

function addSubmissions(database: SqliteDatabase, insertSql: string, submissions: readonly NewSubmission[]): string[] {
  const insert = database.prepare(insertSql)
  try {
    const isNew = (submission: NewSubmission) => insert.run(columns.map((column) => submission[column])).changes === 1
    return database.transaction(() => submissions.filter(isNew).map((submission) => submission.submission_id))
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || error.code !== 'SQLITE_FULL') throw error
    throw new StoreError('database-full', 'There is no room left on the disk of the data folder.')
  }
}

function seqsOf(database: SqliteDatabase, deviceId: string): { lastSeq: number; missingSeqs: number[] } {
  const query = database.build
    .selectFrom('submissions')
    .select('seq')
    .distinct()
    .where('device_id', '=', deviceId)
    .orderBy('seq')
  const missingSeqs: number[] = []
  let lastSeq = 0
  for (const { seq } of database.rows(query)) {
    for (let missing = lastSeq + 1; missing < seq && missingSeqs.length < mostMissingSeqs; missing += 1) {
      missingSeqs.push(missing)
    }
    lastSeq = seq
  }
  return { lastSeq, missingSeqs }
}

type ReadRow = Pick<
  SubmissionRow,
  | 'submission_id'
  | 'bytes'
  | 'received_at'
  | 'verdict'
  | 'server_agrees'
  | 'server_result_json'
  | 'flags_json'
  | 'round_id'
> & { is_superseded: number; is_orphan: number; has_sibling: number; has_seq_twin: number }

async function* receivedSubmissions(
  database: SqliteDatabase,
  roundId: string | undefined,
): AsyncIterableIterator<ReceivedSubmission> {
  for (const row of database.snapshot(receivedQuery(database, roundId))) yield receivedOf(row)
}

/**
 * A revision takes the place of its parent when it was accepted, or when the parent was not either: one that stands
 * apart in quarantine must not hide what the census has. Of two revisions of one parent the later counts.
 */
function receivedQuery(database: SqliteDatabase, roundId: string | undefined): Compilable<ReadRow> {
  const all = database.build
    .selectFrom('submissions as s')
    .select(['s.submission_id', 's.bytes', 's.received_at', 's.verdict', 's.server_agrees'])
    .select(['s.server_result_json', 's.flags_json', 's.round_id'])
    .select(({ exists, selectFrom, and, or, not, eb }) => {
      const accepted = selectFrom('submissions as c')
        .select('c.submission_id')
        .where((c) => c.or([c('c.verdict', '=', 'stored'), c('s.verdict', '=', 'quarantined')]))
      const child = accepted.whereRef('c.parent_id', '=', 's.submission_id')
      const laterSibling = accepted
        .whereRef('c.parent_id', '=', 's.parent_id')
        .where((c) =>
          c(c.refTuple('c.received_at', 'c.submission_id'), '>', c.refTuple('s.received_at', 's.submission_id')),
        )
      const sibling = selectFrom('submissions as c')
        .select('c.submission_id')
        .whereRef('c.parent_id', '=', 's.parent_id')
        .whereRef('c.submission_id', '!=', 's.submission_id')
      const parent = selectFrom('submissions as c')
        .select('c.submission_id')
        .whereRef('c.submission_id', '=', 's.parent_id')
      const seqTwin = selectFrom('submissions as c')
        .select('c.submission_id')
        .whereRef('c.device_id', '=', 's.device_id')
        .whereRef('c.seq', '=', 's.seq')
        .whereRef('c.submission_id', '!=', 's.submission_id')
      const isOrphan = and([eb('s.parent_id', 'is not', null), not(exists(parent))])
      return [
        or([exists(child), exists(laterSibling)])
          .$castTo<number>()
          .as('is_superseded'),
        isOrphan.$castTo<number>().as('is_orphan'),
        exists(sibling).$castTo<number>().as('has_sibling'),
        exists(seqTwin).$castTo<number>().as('has_seq_twin'),
      ]
    })
    .where('s.kind', '=', 'submission')
    .orderBy('s.received_at')
    .orderBy('s.submission_id')
  return roundId === undefined ? all : all.where('s.round_id', '=', roundId)
}

function receivedOf(row: ReadRow): ReceivedSubmission {
  const flags = JSON.parse(row.flags_json) as string[]
  // Computed and not stored: a parent that arrives later needs no second write.
  if (row.is_orphan === 1) flags.push('parent_unknown')
  if (row.has_sibling === 1) flags.push('two_versions')
  // A device numbers without gaps and never twice: it was copied, or its storage set back.
  if (row.has_seq_twin === 1) flags.push('seq_repeated')
  return {
    submissionId: row.submission_id,
    bytes: row.bytes,
    receivedAt: row.received_at,
    verdict: row.verdict,
    serverAgrees: row.server_agrees === null ? null : row.server_agrees === 1,
    flags,
    isCurrent: row.is_superseded === 0,
    roundId: row.round_id,
    serverResult: serverResultOf(row),
  }
}

function serverResultOf(row: ReadRow): Result | null {
  if (row.server_result_json !== null) return Result.parse(JSON.parse(row.server_result_json))
  if (row.server_agrees !== 1) return null
  const submission = JSON.parse(new TextDecoder().decode(row.bytes)) as { result: unknown }
  return Result.parse(submission.result)
}
