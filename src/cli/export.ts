import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify'
import type { Edition } from '#domain/edition.ts'
import { codebookRows, exportTableOf, rowOf } from '#domain/exportTable.ts'
import { trialRoundId } from '#domain/round.ts'
import type { Submission } from '#domain/submission.ts'
import { hasDatabase, openExistingStore } from '#store/openStore.ts'
import type { ReceivedSubmission, Store } from '#store/store.ts'
import { StoreError } from '#store/storeError.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import { knownEditions, newestPublished } from './newestEdition.ts'

const usage = `Usage: npm run --silent export -- --format csv|ndjson [--round ID] [--edition ID.N]
       npm run --silent export -- --codebook [--round ID] [--edition ID.N]`

/** What keeps the export from being made: said on standard error, with exit status 1. */
class CommandError extends Error {}

type Arguments = { what: 'csv' | 'ndjson' | 'codebook'; round: string | undefined; edition: string | undefined }

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  const { dataDir } = readConfig()
  // A codebook is made of its edition alone: it can be had before there is a census.
  if (wanted.what === 'codebook' && wanted.round === undefined && !hasDatabase(dataDir)) {
    const edition = editionWithoutAnswers(wanted)
    process.stderr.write(`This is the codebook of ${nameOf(edition)}: there is no database in the folder ${dataDir}.\n`)
    return await writeCodebook(edition)
  }
  const store = await openExistingStore(dataDir)
  try {
    await requireRound(store, wanted.round)
    if (wanted.what === 'ndjson') return await writeOut(Readable.from(linesOf(store, wanted)))
    const edition = await chooseEdition(store, wanted)
    if (wanted.what === 'codebook') await writeCodebook(edition)
    else await writeCsv(tableOf(store, edition, wanted))
  } finally {
    await store.close()
  }
}

function writeCodebook(edition: Edition): Promise<void> {
  return writeCsv(codebookRows(exportTableOf(edition).columns))
}

function readArguments(typed: string[]): Arguments {
  const { format, round, edition, codebook } = parseOptions(typed)
  if (codebook === true && format !== 'ndjson') return { what: 'codebook', round, edition }
  if (codebook === true) throw new CommandError(`The codebook is a CSV file: leave out --format.\n${usage}`)
  if (format !== 'csv' && format !== 'ndjson') throw new CommandError(`--format is csv or ndjson.\n${usage}`)
  return { what: format, round, edition }
}

function parseOptions(args: string[]) {
  const text = { type: 'string' } as const
  const options = { format: text, round: text, edition: text, codebook: { type: 'boolean' } } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CommandError(`${error.message}\n${usage}`)
  }
}

/** A misspelt round must not pass for one without answers. */
async function requireRound(store: Store, round: string | undefined): Promise<void> {
  if (round === undefined || round === trialRoundId) return
  const { rounds } = await store.directory()
  if (rounds.some(({ roundId }) => roundId === round)) return
  // A device may have named a round that the server never had: its answers are here, and only by that name.
  for await (const _ of current(store, round)) return
  const known = rounds.map(({ roundId }) => roundId).join(', ')
  throw new CommandError(`There is no round ${round}. ${known === '' ? 'There is none yet.' : `Rounds are: ${known}.`}`)
}

async function* current(store: Store, round: string | undefined): AsyncGenerator<ReceivedSubmission> {
  for await (const received of store.submissions(round === undefined ? {} : { roundId: round })) {
    if (received.isCurrent) yield received
  }
}

const newline = Uint8Array.of(0x0a)

async function* linesOf(store: Store, { round, edition }: Arguments): AsyncGenerator<Uint8Array> {
  for await (const received of current(store, round)) {
    if (edition !== undefined && editionOf(submissionOf(received)) !== edition) continue
    yield Buffer.concat([received.bytes, newline])
  }
}

async function* tableOf(store: Store, edition: Edition, { round }: Arguments): AsyncGenerator<string[]> {
  const table = exportTableOf(edition)
  const name = `${edition.id}.${edition.edition}`
  yield table.columns.map(({ column }) => column)
  for await (const received of current(store, round)) {
    const submission = submissionOf(received)
    if (editionOf(submission) !== name) continue
    yield rowOf(table, submission, { ...received, reviewState: 'not_reviewed' })
  }
}

/** The shape was judged before the bytes were stored. */
function submissionOf({ bytes }: ReceivedSubmission): Submission {
  return JSON.parse(new TextDecoder().decode(bytes)) as Submission
}

function editionOf({ questionnaire }: Submission): string {
  return `${questionnaire.id}.${questionnaire.edition}`
}

/** The edition that was asked for; else the newest that has answers, and the others are named on standard error. */
async function chooseEdition(store: Store, wanted: Arguments): Promise<Edition> {
  if (wanted.edition !== undefined) return editionWithoutAnswers(wanted)
  const known = knownEditions()
  const counts = new Map<string, number>()
  for await (const received of current(store, wanted.round)) {
    const name = editionOf(submissionOf(received))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const present = known.filter((one) => counts.has(nameOf(one)))
  const edition = newestOf(present) ?? editionWithoutAnswers(wanted)
  sayWhatIsLeftOut(nameOf(edition), counts, known.map(nameOf))
  return edition
}

/** The edition that was asked for; else the newest that is published. */
function editionWithoutAnswers({ edition: wanted }: Arguments): Edition {
  const known = knownEditions()
  const edition = wanted === undefined ? newestPublished(known) : known.find((one) => nameOf(one) === wanted)
  if (edition !== undefined) return edition
  if (wanted === undefined) throw new CommandError('No edition is published: name one with --edition ID.N.')
  throw new CommandError(`There is no edition ${wanted}. Editions are: ${known.map(nameOf).join(', ')}.`)
}

function nameOf({ id, edition }: Edition): string {
  return `${id}.${edition}`
}

/** A scored edition before an unscored one, then the highest edition. */
function newestOf(editions: readonly Edition[]): Edition | undefined {
  const scored = editions.filter(({ scoring }) => scoring !== undefined)
  return [...(scored.length > 0 ? scored : editions)].sort((one, other) => other.edition - one.edition)[0]
}

function sayWhatIsLeftOut(chosen: string, counts: ReadonlyMap<string, number>, known: readonly string[]): void {
  for (const [name, count] of counts) {
    if (name === chosen) continue
    const how = known.includes(name) ? `--edition ${name}` : '--format ndjson (this program does not know the edition)'
    process.stderr.write(`This table is of ${chosen}; ${count} of ${name} are not in it. For them: ${how}\n`)
  }
}

async function writeCsv(rows: Iterable<string[]> | AsyncIterable<string[]>): Promise<void> {
  // A lone line end of any kind is quoted too: readers differ in what ends a record.
  await writeOut(Readable.from(rows), stringify({ record_delimiter: '\r\n', quoted_match: /[\r\n]/ }))
}

async function writeOut(source: Readable, through?: NodeJS.ReadWriteStream): Promise<void> {
  try {
    if (through === undefined) await pipeline(source, process.stdout, { end: false })
    else await pipeline(source, through, process.stdout, { end: false })
  } catch (error) {
    // `export | head` closes its end early; that is no fault.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

main().catch((error: unknown) => {
  // A bug keeps its trace; what a person can put right is one sentence.
  const isTold = error instanceof CommandError || error instanceof StoreError || error instanceof ConfigError
  process.stderr.write(`${isTold ? error.message : String((error as Error).stack)}\n`)
  process.exitCode = 1
})
