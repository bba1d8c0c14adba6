import type { DraftSession } from './draftSession.ts'

/** As long as a note may be in a submission. */
export const longestNote = 2000

export function noteOf(session: DraftSession, variable: string): string {
  const { notes } = session.read().draft
  return Object.hasOwn(notes, variable) ? (notes[variable] ?? '') : ''
}

/** Writes the note of a question; a blank one is none. */
export function setNote(session: DraftSession, variable: string, text: string): void {
  const { [variable]: _before, ...notes } = session.read().draft.notes
  session.set({ notes: text.trim() === '' ? notes : { ...notes, [variable]: text.slice(0, longestNote) } })
}

/**
 * Puts one line of ours into a note, in the place of an earlier one that starts as ours do in any language; without a
 * line that one only goes. What a person wrote stays.
 */
export function setNoteLine(
  session: DraftSession,
  variable: string,
  starts: readonly string[],
  line: string | undefined,
): void {
  const before = noteOf(session, variable)
  const own = before.split('\n').filter((each) => !starts.some((start) => each.startsWith(`${start}:`)))
  const after = [...own, line ?? ''].filter((each) => each !== '').join('\n')
  if (after !== before) setNote(session, variable, after)
}
