import type { Database, Draft } from './database.ts'
import type { Change } from './drafts.ts'
import { saveChanges, withChange } from './drafts.ts'

/** What the screen may say about the newest change; `at` is from the stored row, never from hope. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'failed' }
  /** submitted or deleted elsewhere: nothing more can be saved here */
  | { kind: 'gone' }

/** What is not known to be on the disk: the draft as it is, and the changes that the journal has yet to hear of. */
export type Unsaved = { draft: Draft; changes: readonly Change[] }

type Snapshot = { draft: Draft; saveState: SaveState }

/**
 * The open draft: its newest state in memory, and the one writer that brings it to the disk.
 *
 * A change is written at once. While a write is under way only the newest state waits, so that fast typing costs one
 * write at a time and never a queue; nothing is delayed by a timer.
 */
export class DraftSession {
  private snapshot: Snapshot
  /** newest change of each variable that is not on the disk yet */
  private pending = new Map<string, Change>()
  /** the changes that the newest write has taken */
  private taken: ReadonlyMap<string, Change> = new Map()
  private isDirty = false
  private writing: Promise<void> | undefined
  private soon: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = new Set<() => void>()
  private readonly draftListeners = new Set<() => void>()
  private readonly db: Database
  private readonly now: () => Date

  constructor(db: Database, draft: Draft, now: () => Date = () => new Date()) {
    this.db = db
    this.now = now
    this.snapshot = { draft, saveState: { kind: 'saved', at: draft.savedAt } }
  }

  read = (): Snapshot => this.snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Is told of changes of the draft, not of where they are saved. */
  subscribeDraft = (listener: () => void): (() => void) => {
    this.draftListeners.add(listener)
    return () => this.draftListeners.delete(listener)
  }

  change(change: Change): void {
    this.pending.set(change.variable, change)
    this.put(withChange(this.snapshot.draft, change))
  }

  /** Facts that are no answers: notes, reasons. */
  set(facts: Partial<Draft>): void {
    this.put({ ...this.snapshot.draft, ...facts })
  }

  /** Where the person is and was. Written after the frame that shows the new place, which a person waits for. */
  setPlace(place: Partial<Pick<Draft, 'page' | 'visitedPages' | 'language'>>): void {
    this.take({ ...this.snapshot.draft, ...place })
    this.soon ??= setTimeout(() => {
      this.soon = undefined
      this.write()
    })
  }

  /** Resolves when everything so far is on the disk, or has failed to get there. */
  async flush(): Promise<SaveState> {
    this.write()
    while (this.writing !== undefined) await this.writing
    return this.snapshot.saveState
  }

  /** Undefined when all is on the disk, or nothing can be saved any more. */
  unsaved(): Unsaved | undefined {
    const { draft, saveState } = this.snapshot
    if (saveState.kind === 'saved' || saveState.kind === 'gone') return undefined
    return { draft, changes: [...new Map([...this.taken, ...this.pending]).values()] }
  }

  /** Goes on from what an earlier page of the draft could not save. */
  takeUp({ draft, changes }: Unsaved): void {
    for (const change of changes) this.pending.set(change.variable, change)
    this.put(draft)
  }

  /** Tries again after a failed write. */
  retry(): void {
    this.isDirty = true
    this.write()
  }

  private put(draft: Draft): void {
    this.take(draft)
    this.write()
  }

  private take(draft: Draft): void {
    this.isDirty = true
    this.show({ draft, saveState: { kind: 'saving' } })
  }

  private write(): void {
    if (this.isDirty) this.writing ??= this.writeAll()
  }

  private async writeAll(): Promise<void> {
    let outcome: SaveState
    do outcome = await this.writeNewest()
    while (this.isDirty && outcome.kind !== 'failed')
    // Before it shows: a change or retry of whoever hears it must not be left to a writer that has finished.
    this.writing = undefined
    this.show({ ...this.snapshot, saveState: outcome })
  }

  private async writeNewest(): Promise<SaveState> {
    const { draft } = this.snapshot
    const changes = this.pending
    this.taken = changes
    const at = this.now()
    this.pending = new Map()
    this.isDirty = false
    const outcome = await this.save(draft, [...changes.values()], at)
    // Kept for the next try: the journal must not miss what the draft shows.
    if (outcome.kind === 'failed') this.pending = new Map([...changes, ...this.pending])
    return outcome
  }

  private async save(draft: Draft, changes: readonly Change[], at: Date): Promise<SaveState> {
    const attempt = async (): Promise<SaveState> =>
      (await saveChanges(this.db, draft, changes, at)) ? { kind: 'saved', at: at.toISOString() } : { kind: 'gone' }
    try {
      return await attempt()
    } catch {
      return this.reopenAndSave(attempt)
    }
  }

  /** A tablet may drop the database's connection in the background; opened again, the same write succeeds. */
  private async reopenAndSave(attempt: () => Promise<SaveState>): Promise<SaveState> {
    try {
      this.db.close({ disableAutoOpen: false })
      await this.db.open()
      return await attempt()
    } catch {
      return { kind: 'failed' }
    }
  }

  private show(snapshot: Snapshot): void {
    const before = this.snapshot
    this.snapshot = snapshot
    if (snapshot.draft !== before.draft) for (const listener of this.draftListeners) listener()
    for (const listener of this.listeners) listener()
  }
}
