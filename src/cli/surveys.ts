import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { Classification, editionProblems, editionRemarks, PublishedDigests } from '#domain/editionCheck.ts'
import { questionsOf } from '#domain/editionPlaces.ts'
import { hindrances } from '#domain/editionSafety.ts'
import { editionFiles } from './editionsPlugin.ts'
import { formEngineProblems } from './formEngine.ts'
import { surveyFolders } from './surveyFolders.ts'

// npm run surveys: checks every edition. Prints one line per fault and ends with 1, or one line per edition and remark.

const root = resolve(import.meta.dirname, '../..')

function main(): void {
  const classifications = readClassifications(resolve(root, 'surveys/classifications'))
  const reports = editionFiles(surveyFolders).map((file) => reportOn(file, classifications))
  const faults = [...reports.flatMap((report) => report.faults), ...surveyFolders.flatMap(faultsOfMissing)]
  const lines = faults.length > 0 ? faults : reports.flatMap(({ summary, remarks }) => [summary, ...remarks])
  for (const line of lines) process.stdout.write(`${line}\n`)
  if (faults.length > 0) process.exitCode = 1
}

type Report = { faults: string[]; summary: string; remarks: string[] }

function reportOn(file: string, classifications: readonly Classification[]): Report {
  const shown = relative(root, file)
  const text = readFileSync(file, 'utf8')
  const json = parseJson(text)
  if (!json.ok) return unread([`${shown}: (whole file): is not JSON: ${json.problem}`])
  const parsed = parseEdition(json.value)
  if (!parsed.ok) return unread(parsed.problems.map((problem) => `${shown}: ${problem}`))
  const { edition } = parsed
  const found = editionProblems(edition, classifications)
  // Certain names make SurveyJS throw: what hinders any use is told first.
  if (hindrances(edition).length === 0) found.push(...formEngineProblems(edition))
  const faults = found.map(({ place, problem }) => `${shown}: ${place}: ${problem}`)
  const expectedName = `${edition.id}.${edition.edition}.json`
  if (basename(file) !== expectedName) faults.push(`${shown}: (whole file): must be named ${expectedName}`)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const published = publishedIn(dirname(file))[basename(file)]
  if (published !== undefined && published !== sha256) {
    faults.push(`${shown}: (whole file): was published with other bytes. Undo the change, or copy it to a new edition.`)
  }
  const state = published === undefined ? `not published, sha256 ${sha256}` : 'published'
  const remarks = editionRemarks(edition).map(({ place, problem }) => `${shown}: ${place}: remark: ${problem}`)
  return { faults, summary: `${shown}: ${countsOf(edition)} (${state})`, remarks }
}

function unread(faults: string[]): Report {
  return { faults, summary: '', remarks: [] }
}

function countsOf(edition: Edition): string {
  const questions = questionsOf(edition).map(({ element }) => element)
  const items = new Set(questions.map((question) => question.number ?? question.name))
  const indicators = edition.scoring?.dimensions.flatMap((dimension) => dimension.indicators).length
  return [
    `${edition.form.pages.length} pages`,
    `${items.size} items`,
    `${questions.length} variables`,
    `${edition.checks?.length ?? 0} checks`,
    indicators === undefined ? 'unscored' : `${indicators} indicators`,
  ].join(', ')
}

function faultsOfMissing(folder: string): string[] {
  return Object.keys(publishedIn(folder))
    .filter((name) => !existsSync(join(folder, name)))
    .map((name) => `${relative(root, join(folder, name))}: (whole file): was published and is gone. Put it back.`)
}

/** Digest by file name; a folder without published.json has published nothing. */
function publishedIn(folder: string): PublishedDigests {
  const file = join(folder, 'published.json')
  return existsSync(file) ? PublishedDigests.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

function readClassifications(folder: string): Classification[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => Classification.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

main()
