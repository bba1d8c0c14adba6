declare module 'virtual:editions' {
  import type { Edition } from '#domain/edition.ts'

  /** What a list of questionnaires shows, and the way to the edition itself, which is a chunk of its own. */
  export type ListedEdition = {
    readonly id: string
    readonly edition: number
    readonly title: Edition['title']
    /** Minutes it takes to answer; null when the edition does not say. */
    readonly minutes: number | null
    readonly isScored: boolean
    readonly load: () => Promise<Edition>
  }

  /** Every edition this build carries, parsed by the build, in order of file name. */
  export const editions: readonly ListedEdition[]
}
