import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { hindrances } from '#domain/editionSafety.ts'

/** Where the editions of this build lie, as an absolute path. */
export const surveysFolder = resolve(import.meta.dirname, '../../../surveys')

/** `faults` names each file that cannot be used, with the reasons: one broken file must not hide the others. */
export type EditionFiles = { editions: Edition[]; faults: { file: string; problems: string[] }[] }

/**
 * All editions of the folders that are safe to use, from their files `<id>.<edition>.json`, by id and then by edition.
 *
 * @throws the file system's own error when a folder or a file cannot be read
 */
export function readEditions(folders: readonly string[]): EditionFiles {
  const editions: Edition[] = []
  const faults: EditionFiles['faults'] = []
  for (const file of folders.flatMap(editionFilesIn)) {
    const read = readEdition(file)
    if (!read.ok) faults.push({ file, problems: read.problems })
    else if (editions.some(({ id, edition }) => id === read.edition.id && edition === read.edition.edition))
      faults.push({ file, problems: [`edition ${read.edition.id}.${read.edition.edition} is already in another file`] })
    else {
      const problems = hindrances(read.edition).map(({ place, problem }) => `${place}: ${problem}`)
      if (problems.length === 0) editions.push(read.edition)
      else faults.push({ file, problems })
    }
  }
  editions.sort((a, b) => (a.id === b.id ? a.edition - b.edition : a.id < b.id ? -1 : 1))
  return { editions, faults }
}

/** Names of the files in `published.json`: the editions that may never change, among which the newest is in use. */
export function readPublishedFiles(folder: string): ReadonlySet<string> {
  const digests: unknown = JSON.parse(readFileSync(join(folder, 'published.json'), 'utf8'))
  return new Set(Object.keys(digests ?? {}))
}

function editionFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.\d+\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

function readEdition(file: string): ReturnType<typeof parseEdition> {
  const text = readFileSync(file, 'utf8')
  try {
    return parseEdition(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, problems: [`not JSON: ${error.message}`] }
  }
}
