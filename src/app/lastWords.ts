import type { DraftSession, Unsaved } from './draftSession.ts'
import { forget, remember, remembered } from './remembered.ts'

// A browser that leaves a page drops the writes to the database that it has not begun. What was answered in the last
// moment is kept where it can be left in one breath, until the draft is opened again.

/**
 * From now on, whenever the page is left or goes out of sight, what is not on the disk yet is kept.
 *
 * @returns ends it: the draft is left, and as soon as all is on the disk nothing is kept any more
 */
export function keepLastWords(session: DraftSession): () => void {
  const leave = () => {
    const unsaved = session.unsaved()
    if (unsaved === undefined) return
    remember(keyOf(unsaved.draft.key), { ...unsaved, at: new Date().toISOString() })
    forgetWhenSaved(session)
  }
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', leave)
  return () => {
    leave()
    void session.flush().then(() => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
    })
  }
}

/** Goes on from what was left of this draft, unless the draft is newer: then it has reached the disk after all. */
export function takeUpLastWords(session: DraftSession): void {
  const { draft } = session.read()
  const words = lastWordsOf(draft.key)
  if (words === undefined) return
  if (words.at >= draft.savedAt) session.takeUp(words)
  forgetWhenSaved(session)
}

/** What was left of a draft, and when, if it did not reach the disk. */
export function lastWordsOf(draftKey: string): (Unsaved & { at: string }) | undefined {
  return (remembered(keyOf(draftKey)) as (Unsaved & { at: string }) | null) ?? undefined
}

export function forgetLastWords(draftKey: string): void {
  forget(keyOf(draftKey))
}

function forgetWhenSaved(session: DraftSession): void {
  void session.flush().then(({ kind }) => {
    if (kind !== 'failed') forgetLastWords(session.read().draft.key)
  })
}

function keyOf(draftKey: string): string {
  return `lastWords.${draftKey}`
}
