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

/** Puts one line of ours into a note, in the place of an earlier one that starts alike; what a person wrote stays. */
export function setNoteLine(session: DraftSession, variable: string, start: string, rest: string | undefined): void {
  const own = noteOf(session, variable)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(`${start}:`))
  setNote(session, variable, [...own, ...(rest === undefined ? [] : [`${start}: ${rest}`])].join('\n'))
}
