import type { Edition } from '#domain/edition.ts'
import type { Form } from '#domain/form.ts'
import type { Draft } from './database.ts'

/** A draft that has just been begun. Nobody else knows of it, so that it can be filled in before it is on the disk. */
export type BegunDraft = { draft: Draft; edition: Edition; form: Form }

// Goes from the screen that begins a draft to the one that opens it. On a new device the database is made in these
// moments, which takes a slow tablet longer than to draw the first question.
const begun = new Map<string, BegunDraft>()

export function keepBegun(kept: BegunDraft): void {
  begun.set(kept.draft.key, kept)
}

export function begunDraft(key: string): BegunDraft | undefined {
  return begun.get(key)
}

/** It is on the disk now: whoever opens it from here on reads it there. */
export function forgetBegun(key: string): void {
  begun.delete(key)
}
