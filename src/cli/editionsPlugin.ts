import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { hindrances } from '#domain/editionSafety.ts'

const moduleName = 'virtual:editions'

/**
 * The module `virtual:editions`: one entry per edition found in the folders, with what a list on screen needs. The
 * edition itself is a chunk of its own, so that the first screens load titles and not questionnaires.
 *
 * Editions are judged here and one that is broken or unsafe stops the build; the app may then trust what `load` gives.
 */
export function editionsPlugin(folders: readonly string[]): Plugin {
  return {
    name: 'cumulo:editions',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load(id) {
      if (id !== `\0${moduleName}`) return undefined
      const files = editionFiles(folders)
      for (const file of files) this.addWatchFile(file)
      return editionsModule(files)
    },
  }
}

/** Paths of the edition files in the folders: `<id>.<edition>.json`, in order of name. `published.json` is none. */
export function editionFiles(folders: readonly string[]): string[] {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.\d+\.json$/.test(name))
      .sort()
      .map((name) => resolve(join(folder, name))),
  )
}

/** The text of the module. @throws Error with a sentence for whoever wrote the edition that cannot be used */
export function editionsModule(files: readonly string[]): string {
  const seen = new Map<string, string>()
  const entries = files.map((file) => {
    const edition = readEdition(file)
    const key = `${edition.id}.${edition.edition}`
    const other = seen.get(key)
    if (other !== undefined)
      throw new Error(`${file}: edition ${key} is already in ${other}. Give one of them a new number.`)
    seen.set(key, file)
    const shown = {
      id: edition.id,
      edition: edition.edition,
      title: edition.title,
      minutes: edition.minutes ?? edition.sections?.reduce((sum, section) => sum + section.minutes, 0) ?? null,
      isScored: edition.scoring !== undefined,
    }
    const fields = JSON.stringify(shown).slice(1, -1)
    return `{ ${fields}, load: () => import(${JSON.stringify(file)}).then((file) => file.default) }`
  })
  return `export const editions = [\n${entries.join(',\n')}\n]\n`
}

function readEdition(file: string): Edition {
  const parsed = parseEdition(JSON.parse(readFileSync(file, 'utf8')))
  const problems = parsed.ok
    ? hindrances(parsed.edition).map(({ place, problem }) => `${place}: ${problem}`)
    : parsed.problems
  if (parsed.ok && problems.length === 0) return parsed.edition
  throw new Error(`${file} cannot be used:\n  ${problems.join('\n  ')}`)
}
