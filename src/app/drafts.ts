import type { Json, NonAnswer } from '#domain/answers.ts'
import { isBlank } from '#domain/answers.ts'
import type { UnreadNumber } from '#domain/unreadNumber.ts'
import type { Database, Draft, JournalEvent } from './database.ts'

/** What a person did to one variable: an answer, a non-answer, or (both absent) made it blank. */
export type Change = { variable: string; value?: Json | undefined; nonAnswer?: NonAnswer | undefined } & TypedIn

/** The box that it was typed in, where the variable has several, and what stands there if that is no number. */
export type TypedIn = { box?: string | undefined; unread?: UnreadNumber | undefined }

type Beginning = 'questionnaire' | 'roundId' | 'clusterId' | 'clusterName' | 'mode' | 'language'

/** What a draft is about, and what it starts with; the rest is blank. */
export type NewDraft = Pick<Draft, Beginning> & Partial<Omit<Draft, Beginning | 'key' | 'startedAt' | 'savedAt'>>

/** When a draft was begun, and its key: given, so that a test can say which. */
export type Made = { key: string; at: Date }

/** A draft as it begins, which is not on the disk yet. */
export function beginDraft(draft: NewDraft, made: Made): Draft {
  const at = made.at.toISOString()
  return {
    enumerator: null,
    answers: {},
    nonresponse: {},
    notes: {},
    checkReasons: {},
    visitedPages: [],
    page: null,
    sawResult: false,
    parentId: null,
    ...draft,
    key: made.key,
    startedAt: at,
    savedAt: at,
  }
}

/** What a draft starts with, which is journalled too: it must be possible to rebuild all of it. */
export function firstChanges({ answers, nonresponse }: Draft): Change[] {
  return [
    ...Object.entries(answers).map(([variable, value]) => ({ variable, value })),
    ...Object.entries(nonresponse).map(([variable, nonAnswer]) => ({ variable, nonAnswer })),
  ]
}

/** Opens a new draft: when it resolves, it is on the disk. */
export async function openDraft(db: Database, draft: NewDraft, made: Made): Promise<Draft> {
  const begun = beginDraft(draft, made)
  await storeNewDraft(db, begun)
  return begun
}

/** Writes a draft for the first time, and what it starts with to its journal. */
export async function storeNewDraft(db: Database, draft: Draft): Promise<void> {
  await db.transaction('rw', db.drafts, db.journal, async () => {
    await db.drafts.add(draft)
    await db.journal.bulkAdd(firstChanges(draft).map((change) => eventOf(draft.key, change, draft.startedAt)))
  })
}

/** Newest first. */
export async function listDrafts(db: Database): Promise<Draft[]> {
  return db.drafts.orderBy('savedAt').reverse().toArray()
}

/** The keys of the drafts, newest first: the drafts themselves are read a few at a time. */
export async function listDraftKeys(db: Database): Promise<string[]> {
  return db.drafts.orderBy('savedAt').reverse().primaryKeys()
}

/** Some drafts in the order of their keys; one that is gone in the meantime is left out. */
export async function readDrafts(db: Database, keys: readonly string[]): Promise<Draft[]> {
  const drafts = await db.drafts.bulkGet([...keys])
  return drafts.filter((draft) => draft !== undefined)
}

export async function readDraft(db: Database, key: string): Promise<Draft | undefined> {
  return db.drafts.get(key)
}

/** Whether it was submitted or deleted, so that nothing may be saved under its key any more. */
export async function isGone(db: Database, key: string): Promise<boolean> {
  return (await db.goneDrafts.get(key)) !== undefined
}

/** The draft after a change; pure, so that screen and database agree on what it means. */
export function withChange<T extends Pick<Draft, 'answers' | 'nonresponse' | 'unread'>>(before: T, change: Change): T {
  const draft = withUnread(before, change)
  const { [change.variable]: _answer, ...answers } = draft.answers
  const { [change.variable]: _nonAnswer, ...nonresponse } = draft.nonresponse
  if (change.nonAnswer !== undefined) {
    return { ...draft, answers, nonresponse: { ...nonresponse, [change.variable]: change.nonAnswer } }
  }
  if (change.value === undefined || isBlank(change.value)) return { ...draft, answers, nonresponse }
  return { ...draft, answers: { ...answers, [change.variable]: change.value }, nonresponse }
}

/** An answer takes the place of what stood in its box; one that was not typed, in all boxes of the variable. */
function withUnread<T extends Pick<Draft, 'unread'>>(draft: T, { variable, box, unread }: Change): T {
  if (draft.unread === undefined && unread === undefined) return draft
  const isReplaced = (key: string) =>
    box === undefined ? key === variable || key.startsWith(`${variable}.`) : key === box
  const others = Object.entries(draft.unread ?? {}).filter(([key]) => !isReplaced(key))
  const own: [string, UnreadNumber][] = unread === undefined ? [] : [[box ?? variable, unread]]
  return { ...draft, unread: Object.fromEntries([...others, ...own]) }
}

/**
 * Writes a draft and the journal events of its changes in one strict transaction; when it resolves, they are on the disk.
 *
 * On the browser's own interface, because it runs on every key that is pressed: Dexie first reads what it is about to
 * replace and then tells all live queries, which costs a slow tablet several frames. Screens that list drafts read them
 * when they are shown.
 *
 * @returns false when the draft is gone (submitted or deleted in the meantime): a late save must not bring it back
 */
export async function saveChanges(db: Database, draft: Draft, changes: readonly Change[], at: Date): Promise<boolean> {
  if (!db.isReady) await db.open()
  const savedAt = at.toISOString()
  const stores = ['goneDrafts', 'drafts', 'journal']
  const transaction = db.backendDB().transaction(stores, 'readwrite', { durability: 'strict' })
  const goneDrafts = transaction.objectStore('goneDrafts')
  // Refused, and all else with it, where the draft is gone: to look first would cost every key a way there and back.
  const mark = goneDrafts.add({ key: draft.key })
  goneDrafts.delete(draft.key)
  transaction.objectStore('drafts').put({ ...draft, savedAt })
  for (const change of changes) transaction.objectStore('journal').add(eventOf(draft.key, change, savedAt))
  // Not when this page has seen to the answers of its requests, but now: the page may be gone before.
  transaction.commit()
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () => {
      const isGone = mark.result === undefined && transaction.error?.name === 'ConstraintError'
      return isGone ? resolve(false) : reject(transaction.error)
    }
  })
}

function eventOf(draftKey: string, { variable, value, nonAnswer }: Change, at: string): JournalEvent {
  return { draftKey, at, variable, value: value ?? null, nonAnswer: nonAnswer ?? null }
}

/** Deletes a draft for good, its journal too; asked for twice on screen, since nothing brings it back. */
export async function discardDraft(db: Database, key: string): Promise<void> {
  await db.transaction('rw', db.drafts, db.journal, db.goneDrafts, () => removeDraft(db, key))
}

/** Within a transaction: the draft goes, and leaves word that nothing may be saved under its key any more. */
export async function removeDraft(db: Database, key: string): Promise<void> {
  await db.drafts.delete(key)
  await db.journal.where('draftKey').equals(key).delete()
  await db.goneDrafts.put({ key })
}
