import type { Edition } from '#domain/edition.ts'
import { type Form, readForm } from '#domain/form.ts'
import { type ScoreInput, scoreInputReader } from '#domain/scoreInput.ts'

/** An edition with what reading a submission of it takes, made once. */
export type ReadyEdition = { edition: Edition; form: Form; readInput: (input: unknown) => ScoreInput }

export type Editions = {
  find: (id: string, edition: number) => ReadyEdition | undefined
  /** the newest edition that has a result: what a trial round asks */
  newestScored: Edition | undefined
}

/** @param editions sorted by id and edition, as they are read from their folder */
export function editionsOf(editions: readonly Edition[]): Editions {
  const ready = new Map(
    editions.map((edition): [string, ReadyEdition] => {
      const form = readForm(edition)
      return [nameOf(edition.id, edition.edition), { edition, form, readInput: scoreInputReader(form) }]
    }),
  )
  return {
    find: (id, edition) => ready.get(nameOf(id, edition)),
    newestScored: editions.findLast((edition) => edition.scoring !== undefined),
  }
}

function nameOf(id: string, edition: number): string {
  return `${id}.${edition}`
}
