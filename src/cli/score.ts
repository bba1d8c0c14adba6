import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Edition } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import { type ScoreInput, scoreInputReader } from '#domain/scoreInput.ts'
import { score } from '#domain/scoring.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import { type EditionFiles, readEditions, readPublishedFiles, surveysFolder } from '#store/editionFiles.ts'
import { type Line, lineBatches } from './lines.ts'
import { surveyFolders } from './surveyFolders.ts'

const usage = 'Usage: npm run --silent score -- [--edition ID.N] [FILE]'
const defaultQuestionnaire = 'cluster-maturity'
const bytesPerRead = 256 * 1024

/** What stops the command before its first line: said on standard error, with exit status 2. */
class CommandError extends Error {}

type Scorer = { rules: ScoringRules; readInput: (input: unknown) => ScoreInput }

async function main(): Promise<void> {
  endQuietlyWithReader()
  const { edition: wanted, file } = readArguments(process.argv.slice(2))
  const edition = chooseEdition(wanted)
  if (edition.scoring === undefined)
    throw new CommandError(`Edition ${nameOf(edition)} has no scoring rules: its answers have no result.`)
  const scorer: Scorer = { rules: edition.scoring, readInput: scoreInputReader(readForm(edition)) }
  let lineCount = 0
  try {
    for await (const lines of lineBatches(openInput(file))) {
      await writeOut(lines.map((line) => outputLine(line, ++lineCount, scorer)).join(''))
    }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? new CommandError(unreadable(file, error)) : error
  }
}

/** `score | head` closes its end early; that is no fault. Anything else on standard output is. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`The result cannot be written: ${error.message}\n`)
    process.exit(error.code === 'EPIPE' ? 0 : 2)
  })
}

function readArguments(typed: string[]): { edition: string | undefined; file: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: typed,
      options: { edition: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length > 1) throw new CommandError(`Only one file can be scored at a time.\n${usage}`)
    return { edition: values.edition, file: positionals[0] }
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof TypeError)) throw error
    throw new CommandError(`${error.message}\n${usage}`)
  }
}

function chooseEdition(wanted: string | undefined): Edition {
  const found = readEditions(surveyFolders)
  if (wanted === undefined) return newestPublished(found)
  const edition = found.editions.find((candidate) => nameOf(candidate) === wanted)
  if (edition !== undefined) return edition
  const known = found.editions.map(nameOf).join(', ')
  throw new CommandError(`There is no edition ${wanted}. Editions are: ${known}.${faultsOf(found)}\n${usage}`)
}

function newestPublished(found: EditionFiles): Edition {
  const published = readPublishedFiles(surveysFolder)
  const newest = found.editions
    .filter((edition) => edition.id === defaultQuestionnaire && published.has(`${nameOf(edition)}.json`))
    .at(-1)
  if (newest !== undefined) return newest
  throw new CommandError(`No edition of ${defaultQuestionnaire} is published: name one.${faultsOf(found)}\n${usage}`)
}

function faultsOf({ faults }: EditionFiles): string {
  return faults.map(({ file, problems }) => `\n${file} is left out: ${problems[0]}`).join('')
}

function nameOf({ id, edition }: Edition): string {
  return `${id}.${edition}`
}

function openInput(file: string | undefined): AsyncIterable<Buffer> {
  return file === undefined ? process.stdin : createReadStream(file, { highWaterMark: bytesPerRead })
}

function unreadable(file: string | undefined, error: Error): string {
  const reason = (error as NodeJS.ErrnoException).code
  const name = file ?? 'Standard input'
  if (reason === 'ENOENT') return `There is no file ${name}.`
  if (reason === 'EISDIR') return `${name} is a folder, not a file.`
  return `${name} cannot be read: ${error.message}`
}

/** One line of the result. A line that is no input gets its error in its place, and the command ends with status 1. */
function outputLine(line: Line, number: number, { rules, readInput }: Scorer): string {
  const input = 'text' in line ? readLine(line.text, readInput) : fault(line.problem)
  if (input.kind === 'input') return `${JSON.stringify(score(rules, input.answered))}\n`
  process.exitCode = 1
  return `${JSON.stringify({ error: input.problem, line: number })}\n`
}

function readLine(text: string, readInput: Scorer['readInput']): ScoreInput {
  if (text.trim() === '') return fault('The line is blank.')
  try {
    return readInput(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fault(`The line is not JSON: ${error.message}`)
  }
}

function fault(problem: string): ScoreInput {
  return { kind: 'fault', problem }
}

async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

main().catch((error: unknown) => {
  // A bug keeps its trace; what a person can put right is one sentence. Status 1 is left to lines that are no input.
  process.stderr.write(error instanceof CommandError ? `${error.message}\n` : `${(error as Error).stack}\n`)
  process.exitCode = 2
})
