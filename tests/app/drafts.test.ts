import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import type { Answered, NonAnswer } from '#domain/answers.ts'
import type { Database, JournalEvent } from '../../src/app/database.ts'
import { type Change, discardDraft, listDrafts, readDraft, saveChanges, withChange } from '../../src/app/drafts.ts'
import { blankDraft, failWrites, newDatabase, newDraft, sameDatabase } from '../support/deviceDatabase.ts'

afterEach(() => vi.restoreAllMocks())

const blank: Answered = { answers: {}, nonresponse: {} }
const later = new Date('2026-11-20T14:05:00.000Z')

function changeOf({ variable, value, nonAnswer }: JournalEvent): Change {
  const given = { value: (value ?? undefined) as Change['value'], nonAnswer: (nonAnswer ?? undefined) as NonAnswer }
  return { variable, ...given }
}

async function rebuilt(db: Database, key: string): Promise<Answered> {
  const events = await db.journal.where('draftKey').equals(key).sortBy('id')
  return events.map(changeOf).reduce(withChange, blank)
}

test('an answer takes the place of a non-answer, and the other way round', () => {
  const answered = withChange(blank, { variable: 'budget_cop', value: 0 })
  expect(answered).toEqual({ answers: { budget_cop: 0 }, nonresponse: {} })
  const refused = withChange(answered, { variable: 'budget_cop', nonAnswer: 'refused' })
  expect(refused).toEqual({ answers: {}, nonresponse: { budget_cop: 'refused' } })
  expect(withChange(refused, { variable: 'budget_cop', value: 5 })).toEqual({
    answers: { budget_cop: 5 },
    nonresponse: {},
  })
})

test.each<[Change['value']]>([[undefined], [null], [''], [[]]])(
  '%j leaves a variable without answer and non-answer',
  (value) => {
    const before = { answers: { services: ['training'] }, nonresponse: {} }
    expect(withChange(before, { variable: 'services', value })).toEqual(blank)
    expect(withChange({ answers: {}, nonresponse: { services: 'dk' } }, { variable: 'services', value })).toEqual(blank)
  },
)

test.each<Change['value']>([0, false])('%j is an answer and no blank', (value) => {
  expect(withChange(blank, { variable: 'n_firms_linked', value }).answers).toEqual({ n_firms_linked: value })
})

test('what is no number yet stays with the draft and beside its answers, until its box or its question says another thing', () => {
  const integer = { decimals: 0, negative: false }
  const small = { ...integer, typed: 'unos 40' }
  const large = { ...integer, typed: '1.25' }
  const begun = { ...blank, unread: {} }
  const one = withChange(begun, { variable: 'firms', value: { other: 2 }, box: 'firms.small', unread: small })
  const both = withChange(one, { variable: 'firms', value: { other: 2 }, box: 'firms.large', unread: large })
  expect(both).toEqual({
    answers: { firms: { other: 2 } },
    nonresponse: {},
    unread: { 'firms.small': small, 'firms.large': large },
  })
  const read = withChange(both, { variable: 'firms', value: { other: 2, small: 40 }, box: 'firms.small' })
  expect(read.unread).toEqual({ 'firms.large': large })
  expect(withChange(both, { variable: 'firms_of_another', value: 1 }).unread).toEqual(both.unread)
  expect(withChange(both, { variable: 'firms', nonAnswer: 'dk' }).unread).toEqual({})
})

test('a change touches its own variable alone, and never the draft that it was given', () => {
  const before: Answered = { answers: { ci_name: 'Café', founded_year: 2015 }, nonresponse: { satisfaction: 'dk' } }
  const copy = structuredClone(before)
  expect(withChange(before, { variable: 'founded_year', value: 2016 })).toEqual({
    answers: { ci_name: 'Café', founded_year: 2016 },
    nonresponse: { satisfaction: 'dk' },
  })
  expect(before).toEqual(copy)
})

test('a saved change is in the draft and in the journal, with the time of saving', async () => {
  const db = newDatabase()
  const draft = await newDraft(db)
  const changes: Change[] = [
    { variable: 'ci_name', value: 'Café' },
    { variable: 'satisfaction', nonAnswer: 'dk' },
  ]
  const changed = changes.reduce(withChange, draft)
  expect(await saveChanges(db, changed, changes, later)).toBe(true)
  const savedAt = later.toISOString()
  expect(await readDraft(sameDatabase(db), draft.key)).toEqual({ ...changed, savedAt })
  expect(await db.journal.toArray()).toMatchObject([
    { draftKey: draft.key, at: savedAt, variable: 'ci_name', value: 'Café', nonAnswer: null },
    { draftKey: draft.key, at: savedAt, variable: 'satisfaction', value: null, nonAnswer: 'dk' },
  ])
})

test('a write that fails half-way leaves neither the draft nor the journal changed', async () => {
  const db = newDatabase()
  const draft = await newDraft(db)
  const change: Change = { variable: 'ci_name', value: 'Café' }
  failWrites(1)
  await expect(saveChanges(db, withChange(draft, change), [change], later)).rejects.toThrow()
  expect(await readDraft(db, draft.key)).toEqual(draft)
  expect(await db.journal.count()).toBe(0)
})

test('a late save does not bring back a draft that is gone, nor its journal', async () => {
  const db = newDatabase()
  const draft = await newDraft(db)
  const change: Change = { variable: 'ci_name', value: 'Café' }
  await saveChanges(db, withChange(draft, change), [change], later)
  await discardDraft(db, draft.key)
  expect(await saveChanges(db, withChange(draft, change), [change], later)).toBe(false)
  expect(await db.drafts.count()).toBe(0)
  expect(await db.journal.count()).toBe(0)
})

test('there is no moment at which a late save has brought back a draft that is gone', async () => {
  const db = newDatabase()
  const draft = await newDraft(db)
  const change: Change = { variable: 'ci_name', value: 'Café' }
  await discardDraft(db, draft.key)
  const saving = saveChanges(db, withChange(draft, change), [change], later)
  // Asked for while the save is under way, answered as soon as its transaction has ended: what a crash would leave.
  const left = db.transaction('r', db.drafts, db.journal, () => Promise.all([db.drafts.count(), db.journal.count()]))
  expect(await left).toEqual([0, 0])
  expect(await saving).toBe(false)
})

test('a draft of a device that kept no word of those that are gone is saved and deleted like any other', async () => {
  const db = newDatabase()
  const before = new Dexie(db.name)
  const change: Change = { variable: 'ci_name', value: 'Café' }
  before.version(3).stores({ drafts: 'key, savedAt', journal: '++id, draftKey' })
  await before.table('drafts').add(blankDraft())
  before.close()
  const draft = (await readDraft(db, 'draft-1'))!
  expect(await saveChanges(db, withChange(draft, change), [change], later)).toBe(true)
  await discardDraft(db, draft.key)
  expect(await saveChanges(db, withChange(draft, change), [change], later)).toBe(false)
  expect(await db.drafts.count()).toBe(0)
})

test('a draft can be rebuilt from its journal, blanks and non-answers included', async () => {
  const db = newDatabase()
  let draft = await newDraft(db)
  const changes: Change[] = [
    { variable: 'ci_name', value: 'Café' },
    { variable: 'founded_year', value: 2015 },
    { variable: 'ci_name', value: 'Café de Antioquia' },
    { variable: 'founded_year', nonAnswer: 'refused' },
    { variable: 'comments', value: 'x' },
    { variable: 'comments' },
    { variable: 'services', value: ['training', 'other'] },
  ]
  for (const change of changes) {
    draft = withChange(draft, change)
    await saveChanges(db, draft, [change], later)
  }
  const { answers, nonresponse } = draft
  expect(await rebuilt(db, draft.key)).toEqual({ answers, nonresponse })
})

test('what the register filled in beforehand is in the journal too', async () => {
  const db = newDatabase()
  const answers = { ci_name: 'Café', depts_covered: ['05'] }
  const draft = await newDraft(db, { answers })
  expect(await rebuilt(db, draft.key)).toEqual({ answers, nonresponse: {} })
})

test('discarding a draft leaves the others and their journals', async () => {
  const db = newDatabase()
  const change: Change = { variable: 'ci_name', value: 'Café' }
  for (const key of ['one', 'two']) {
    await saveChanges(db, withChange(await newDraft(db, { key }), change), [change], later)
  }
  await discardDraft(db, 'one')
  expect((await listDrafts(db)).map(({ key }) => key)).toEqual(['two'])
  expect(await db.journal.toArray()).toMatchObject([{ draftKey: 'two' }])
})

test('drafts are listed with the newest first', async () => {
  const db = newDatabase()
  for (const key of ['one', 'two', 'three']) await newDraft(db, { key })
  await saveChanges(db, (await readDraft(db, 'two'))!, [], later)
  expect((await listDrafts(db)).map(({ key }) => key)[0]).toBe('two')
})
