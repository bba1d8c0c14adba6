import type { Submission } from './submission.ts'

/** How long after its reception a device keeps who answered, in days. */
export const contactDays = 90

/** What says which person answered; the census keeps it by rules of its own. */
const contactVariables = ['respondent_name', 'respondent_email'] as const

/**
 * What a copy no longer holds of a submission that the census received: since when, which variables, and the SHA-256 of
 * the bytes that were sent, which those of the copy no longer equal. It lies in the copy, so that it is with it wherever
 * the copy goes.
 */
export type Blanked = { at: string; sha256: string; variables: readonly string[] }

/** Undefined for a submission as it was sent. Without zod, which a page of questions does not load. */
export function blankedIn(submission: object): Blanked | undefined {
  return 'blanked' in submission && isBlanked(submission.blanked) ? submission.blanked : undefined
}

/** A copy may come in a handover file, where anything can be written. */
function isBlanked(mark: unknown): mark is Blanked {
  if (typeof mark !== 'object' || mark === null) return false
  const { at, sha256, variables } = mark as Record<string, unknown>
  return typeof at === 'string' && typeof sha256 === 'string' && Array.isArray(variables)
}

/**
 * The submission without the name and mail of the respondent, nor the notes about them.
 *
 * @param made `sha256` is that of the bytes that were sent, by their receipt
 * @returns undefined where neither was given: the copy stays as it was sent
 */
export function blankContacts(submission: Submission, made: Pick<Blanked, 'at' | 'sha256'>): Submission | undefined {
  const { answers, notes } = submission
  const variables = contactVariables.filter((name) => answers[name] !== undefined || notes[name] !== undefined)
  if (variables.length === 0) return undefined
  return {
    ...submission,
    answers: without(answers, variables),
    notes: without(notes, variables),
    blanked: { ...made, variables } satisfies Blanked,
  }
}

function without<T>(all: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))
}
