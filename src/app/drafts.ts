import type { Answers, Json, NonAnswer } from '#domain/answers.ts'
import { isBlank } from '#domain/answers.ts'
import type { Language } from '#domain/text.ts'
import type { Database, Draft } from './database.ts'

/** What a person did to one variable: an answer, a non-answer, or (both absent) made it blank. */
export type Change = { variable: string; value?: Json | undefined; nonAnswer?: NonAnswer | undefined }

export type NewDraft = Pick<Draft, 'questionnaire' | 'roundId' | 'clusterId' | 'clusterName' | 'mode' | 'language'> & {
  answers?: Answers
}

/** Opens a new draft. `now` and `key` are given, so that a test can say which. */
export async function openDraft(db: Database, draft: NewDraft, made: { key: string; at: Date }): Promise<Draft> {
  const at = made.at.toISOString()
  const row: Draft = {
    ...draft,
    key: made.key,
    enumerator: null,
    startedAt: at,
    savedAt: at,
    answers: draft.answers ?? {},
    nonresponse: {},
    notes: {},
    checkReasons: {},
    visitedPages: [],
    page: null,
    sawResult: false,
    parentId: null,
  }
  await db.transaction('rw', db.drafts, async () => {
    await db.drafts.add(row)
  })
  return row
}

/** Newest first. */
export async function listDrafts(db: Database): Promise<Draft[]> {
  return db.drafts.orderBy('savedAt').reverse().toArray()
}

export async function readDraft(db: Database, key: string): Promise<Draft | undefined> {
  return db.drafts.get(key)
}

/** A draft of the same cluster and round that is already here: opening a second one must be a person's decision. */
export async function draftOfCluster(
  db: Database,
  roundId: string | null,
  clusterId: string,
): Promise<Draft | undefined> {
  const drafts = await listDrafts(db)
  return drafts.find((draft) => draft.clusterId === clusterId && draft.roundId === roundId)
}

/** The draft after a change; pure, so that screen and database agree on what it means. */
export function withChange<T extends Pick<Draft, 'answers' | 'nonresponse'>>(draft: T, change: Change): T {
  const { [change.variable]: _answer, ...answers } = draft.answers
  const { [change.variable]: _nonAnswer, ...nonresponse } = draft.nonresponse
  if (change.nonAnswer !== undefined) {
    return { ...draft, answers, nonresponse: { ...nonresponse, [change.variable]: change.nonAnswer } }
  }
  if (change.value === undefined || isBlank(change.value)) return { ...draft, answers, nonresponse }
  return { ...draft, answers: { ...answers, [change.variable]: change.value }, nonresponse }
}

/**
 * Writes changes and their journal events in one transaction; when it resolves, they are on the disk.
 *
 * `update`, never `put`: a late save must not bring a submitted draft back.
 *
 * @returns false when the draft is gone (submitted or deleted in the meantime)
 */
export async function saveChanges(db: Database, draft: Draft, changes: readonly Change[], at: Date): Promise<boolean> {
  const savedAt = at.toISOString()
  const events = changes.map((change) => ({
    draftKey: draft.key,
    at: savedAt,
    variable: change.variable,
    value: change.value ?? null,
    nonAnswer: change.nonAnswer ?? null,
  }))
  const { answers, nonresponse, notes, checkReasons, visitedPages, page, sawResult } = draft
  const state = { answers, nonresponse, notes, checkReasons, visitedPages, page, sawResult, savedAt }
  return db.transaction('rw', db.drafts, db.journal, async () => {
    const updated = await db.drafts.update(draft.key, state)
    if (updated === 0) return false
    if (events.length > 0) await db.journal.bulkAdd(events)
    return true
  })
}

/** Changes facts of a draft that are no answers, such as its place, language or notes. */
export async function updateDraft(db: Database, key: string, facts: Partial<Draft>): Promise<void> {
  await db.transaction('rw', db.drafts, async () => {
    await db.drafts.update(key, facts)
  })
}

/** Deletes a draft for good, its journal too; asked for twice on screen, since nothing brings it back. */
export async function discardDraft(db: Database, key: string): Promise<void> {
  await db.transaction('rw', db.drafts, db.journal, async () => {
    await db.drafts.delete(key)
    await db.journal.where('draftKey').equals(key).delete()
  })
}

export async function setLanguage(db: Database, key: string, language: Language): Promise<void> {
  await updateDraft(db, key, { language })
}
