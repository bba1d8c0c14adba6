import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import type { Database } from '../../src/app/database.ts'
import { DraftSession, type SaveState } from '../../src/app/draftSession.ts'
import { discardDraft, readDraft } from '../../src/app/drafts.ts'
import { failWrites, newDatabase, newDraft } from '../support/deviceDatabase.ts'

afterEach(() => vi.restoreAllMocks())

const now = new Date('2026-11-20T14:05:00.000Z')
const saved: SaveState = { kind: 'saved', at: now.toISOString() }

async function openSession(db = newDatabase()): Promise<{ db: Database; session: DraftSession }> {
  return { db, session: new DraftSession(db, await newDraft(db), () => now) }
}

async function storedAnswers(db: Database): Promise<unknown> {
  return (await readDraft(db, 'draft-1'))?.answers
}

/** Variable and value of each event, in the order of writing. */
async function journal(db: Database): Promise<unknown[]> {
  return (await db.journal.orderBy('id').toArray()).map(({ variable, value, nonAnswer }) => [
    variable,
    nonAnswer ?? value,
  ])
}

test('a draft that was only opened is as saved as its row says', async () => {
  const { session } = await openSession()
  const { draft, saveState } = session.read()
  expect(saveState).toEqual({ kind: 'saved', at: draft.savedAt })
})

test('a change shows at once, and counts as saved only when its row can be read', async () => {
  const { db, session } = await openSession()
  const seen: { state: string; stored: unknown }[] = []
  const reads: Promise<unknown>[] = []
  session.subscribe(() => {
    const state = session.read().saveState.kind
    reads.push(storedAnswers(db).then((stored) => seen.push({ state, stored })))
  })
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(session.read()).toMatchObject({ draft: { answers: { ci_name: 'Café' } }, saveState: { kind: 'saving' } })
  expect(await session.flush()).toEqual(saved)
  await Promise.all(reads)
  expect(seen.at(-1)).toEqual({ state: 'saved', stored: { ci_name: 'Café' } })
  expect(seen.map(({ state }) => state)).toEqual(['saving', 'saved'])
})

test('the time that is shown is the time in the row', async () => {
  const { db, session } = await openSession()
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual({ kind: 'saved', at: (await readDraft(db, 'draft-1'))?.savedAt })
})

test('fast changes become one more write, with the last of each variable', async () => {
  const { db, session } = await openSession()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  for (const letters of ['C', 'Ca', 'Caf', 'Café']) session.change({ variable: 'ci_name', value: letters })
  session.change({ variable: 'founded_year', value: 2015 })
  session.change({ variable: 'satisfaction', nonAnswer: 'dk' })
  expect(await session.flush()).toEqual(saved)
  expect(put).toHaveBeenCalledTimes(2)
  expect(await readDraft(db, 'draft-1')).toMatchObject({
    answers: { ci_name: 'Café', founded_year: 2015 },
    nonresponse: { satisfaction: 'dk' },
  })
  expect(await journal(db)).toEqual([
    ['ci_name', 'C'],
    ['ci_name', 'Café'],
    ['founded_year', 2015],
    ['satisfaction', 'dk'],
  ])
})

test('while anything waits the session never says that it is saved', async () => {
  const { session } = await openSession()
  const states: string[] = []
  session.subscribe(() => states.push(session.read().saveState.kind))
  session.change({ variable: 'ci_name', value: 'C' })
  session.change({ variable: 'ci_name', value: 'Ca' })
  await session.flush()
  expect(states).toEqual(['saving', 'saving', 'saved'])
})

test('facts that are no answers are saved without a journal event', async () => {
  const { db, session } = await openSession()
  session.set({ page: 'A_2', visitedPages: ['A_1'], notes: { ci_name: 'según el acta' }, sawResult: true })
  expect(await session.flush()).toEqual(saved)
  expect(await readDraft(db, 'draft-1')).toMatchObject({ page: 'A_2', visitedPages: ['A_1'], sawResult: true })
  expect(await journal(db)).toEqual([])
})

test('one failing write is tried again unseen', async () => {
  const { db, session } = await openSession()
  failWrites(1)
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café' })
  expect(await journal(db)).toEqual([['ci_name', 'Café']])
})

test('when the disk takes nothing the session says so, keeps everything, and a retry misses nothing', async () => {
  const { db, session } = await openSession()
  failWrites(Number.POSITIVE_INFINITY)
  session.change({ variable: 'ci_name', value: 'Café' })
  session.change({ variable: 'founded_year', value: 2015 })
  expect(await session.flush()).toEqual({ kind: 'failed' })
  session.change({ variable: 'founded_year', value: 2016 })
  expect(await session.flush()).toEqual({ kind: 'failed' })
  expect(session.read().draft.answers).toEqual({ ci_name: 'Café', founded_year: 2016 })
  expect(await storedAnswers(db)).toEqual({})
  vi.restoreAllMocks()
  session.retry()
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café', founded_year: 2016 })
  expect(await journal(db)).toEqual([
    ['ci_name', 'Café'],
    ['founded_year', 2016],
  ])
})

test('after a failed write the next change brings the earlier ones with it', async () => {
  const { db, session } = await openSession()
  failWrites(2)
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual({ kind: 'failed' })
  session.change({ variable: 'founded_year', value: 2015 })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café', founded_year: 2015 })
  expect(await journal(db)).toHaveLength(2)
})

test.each(['saving', 'failed', 'saved'] as const)(
  'a change that is made when "%s" shows is written too',
  async (at) => {
    const { db, session } = await openSession()
    failWrites(at === 'failed' ? 2 : 0)
    const unsubscribe = session.subscribe(() => {
      if (session.read().saveState.kind !== at) return
      unsubscribe()
      session.change({ variable: 'founded_year', value: 2015 })
    })
    session.change({ variable: 'ci_name', value: 'Café' })
    expect(await session.flush()).toEqual(saved)
    expect(await storedAnswers(db)).toEqual({ ci_name: 'Café', founded_year: 2015 })
  },
)

test('a retry that is asked for the moment the failure shows is a retry', async () => {
  const { db, session } = await openSession()
  failWrites(2)
  session.subscribe(() => {
    if (session.read().saveState.kind === 'failed') session.retry()
  })
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café' })
})

test('a database that was closed in the background is opened again', async () => {
  const { db, session } = await openSession()
  session.change({ variable: 'ci_name', value: 'Café' })
  await session.flush()
  db.close()
  session.change({ variable: 'founded_year', value: 2015 })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café', founded_year: 2015 })
})

test('a connection that the browser dropped without a word is opened again', async () => {
  const { db, session } = await openSession()
  db.backendDB().close()
  expect(db.isOpen()).toBe(true)
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café' })
})

test('a database that is closed in the middle of a write loses nothing', async () => {
  const { db, session } = await openSession()
  session.change({ variable: 'ci_name', value: 'Café' })
  db.close()
  session.change({ variable: 'founded_year', value: 2015 })
  expect(await session.flush()).toEqual(saved)
  expect(await storedAnswers(db)).toEqual({ ci_name: 'Café', founded_year: 2015 })
  expect(await journal(db)).toHaveLength(2)
})

test('a draft that is gone is said to be gone, and stays gone', async () => {
  const { db, session } = await openSession()
  await discardDraft(db, 'draft-1')
  session.change({ variable: 'ci_name', value: 'Café' })
  expect(await session.flush()).toEqual({ kind: 'gone' })
  session.change({ variable: 'ci_name', value: 'Café otra vez' })
  expect(await session.flush()).toEqual({ kind: 'gone' })
  expect(await db.drafts.count()).toBe(0)
  expect(await db.journal.count()).toBe(0)
})

test('who no longer listens is told nothing', async () => {
  const { session } = await openSession()
  const listener = vi.fn()
  session.subscribe(listener)()
  session.change({ variable: 'ci_name', value: 'Café' })
  await session.flush()
  expect(listener).not.toHaveBeenCalled()
})

test('what a page could not save, the next one takes up, journal included', async () => {
  const { db, session } = await openSession()
  expect(session.unsaved()).toBeUndefined()
  failWrites(Number.POSITIVE_INFINITY)
  session.change({ variable: 'ci_name', value: 'C' })
  session.change({ variable: 'ci_name', value: 'Café' })
  session.change({ variable: 'satisfaction', nonAnswer: 'dk' })
  session.set({ page: 'A_2' })
  const unsaved = session.unsaved()!
  await session.flush()
  expect(session.unsaved()).toEqual(unsaved)
  vi.restoreAllMocks()
  const next = new DraftSession(db, (await readDraft(db, 'draft-1'))!, () => now)
  next.takeUp(unsaved)
  expect(await next.flush()).toEqual(saved)
  expect(next.unsaved()).toBeUndefined()
  expect(await readDraft(db, 'draft-1')).toMatchObject({
    answers: { ci_name: 'Café' },
    nonresponse: { satisfaction: 'dk' },
    page: 'A_2',
  })
  expect(await journal(db)).toEqual([
    ['ci_name', 'Café'],
    ['satisfaction', 'dk'],
  ])
})

test('where the person went is written once for all steps of a moment, and nothing is left behind by flushing', async () => {
  const { db, session } = await openSession()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  session.setPlace({ visitedPages: ['a_identity'] })
  session.setPlace({ page: 'a_place' })
  expect(put).not.toHaveBeenCalled()
  expect(session.unsaved()?.draft.page).toBe('a_place')
  await vi.waitFor(async () => expect((await readDraft(db, 'draft-1'))?.page).toBe('a_place'))
  expect(put).toHaveBeenCalledTimes(1)
  session.setPlace({ page: 'a_people' })
  expect(await session.flush()).toEqual(saved)
  expect(await readDraft(db, 'draft-1')).toMatchObject({ page: 'a_people', visitedPages: ['a_identity'] })
})
