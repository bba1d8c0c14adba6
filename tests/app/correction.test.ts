import { Dexie } from 'dexie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '#domain/answers.ts'
import { readForm } from '#domain/form.ts'
import { folioOf } from '#domain/identifiers.ts'
import { afterResult } from '#domain/revision.ts'
import type { Submission } from '#domain/submission.ts'
import { correctionState, openCorrection } from '../../src/app/correction.ts'
import type { Database, Draft } from '../../src/app/database.ts'
import { discardDraft, readDraft, saveChanges, withChange } from '../../src/app/drafts.ts'
import { earlierSubmissions } from '../../src/app/earlier.ts'
import { readEarlierAnswers } from '../../src/app/earlierAnswers.ts'
import { waitingEntries } from '../../src/app/outbox.ts'
import { newerRevision } from '../../src/app/revisions.ts'
import { listTrays } from '../../src/app/submissions.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, lineOf, newId, validSubmission } from '../support/builders.ts'
import { newDatabase, newDraft, sameDatabase, startedAt } from '../support/deviceDatabase.ts'
import { openWorld, type World } from '../support/world.ts'

const edition = censusEdition()
const form = readForm(edition)

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let moment = startedAt.getTime()

/** Every call is a minute later than the one before. */
function later(): Date {
  moment += 60_000
  return new Date(moment)
}

function submit(db: Database, key: string): Promise<Submission> {
  return submitDraft(db, key, edition, form, {
    ...{ submissionId: newId(), at: later(), timeZone: 'America/Bogota', build: 'test' },
  })
}

/** A finished assessment of a device, with everything that a draft can hold. */
async function finished(db: Database): Promise<Submission> {
  const { satisfaction: _said, ...answers } = completeAnswers
  await newDraft(db, {
    ...{ answers, nonresponse: { satisfaction: 'refused' }, notes: { ci_name: 'según el acta' }, enumerator: 'Ana' },
    checkReasons: { 'check:a_ciiu_sector': { code: 'definition', text: 'Es agroturismo' } },
    writtenAs: { firms_by_size: { unit: 'percent', values: { firms_micro: 50 } } },
    confirmedTotals: { firms_by_size: '0' },
  })
  return submit(db, 'draft-1')
}

const open = (db: Database, submissionId: string, key = 'correction') =>
  openCorrection(db, submissionId, { edition, form }, { key, at: later() })

async function change(db: Database, key: string, variable: string, value: Json): Promise<Draft> {
  const draft = withChange((await readDraft(db, key))!, { variable, value })
  await saveChanges(db, draft, [{ variable, value }], later())
  return draft
}

async function giveReason(db: Database, key: string): Promise<void> {
  const { checkReasons } = (await readDraft(db, key))!
  await db.drafts.update(key, {
    checkReasons: { ...checkReasons, [afterResult]: { code: 'mistake', text: 'Leyó otra fila' } },
  })
}

test('a correction starts with all that was said, and knows what it corrects', async () => {
  const db = newDatabase()
  const parent = await finished(db)
  expect(await open(db, parent.submissionId)).toEqual({ kind: 'opened', key: 'correction' })
  const draft = await readDraft(sameDatabase(db), 'correction')
  const { questionnaire, roundId, clusterId, clusterName, mode, enumerator, answers, nonresponse, notes } = parent
  expect(draft).toMatchObject({
    ...{ questionnaire, roundId, clusterId, clusterName, mode, enumerator, answers, nonresponse, notes },
    checkReasons: parent.checkReasons,
    writtenAs: { firms_by_size: { unit: 'percent', values: { firms_micro: 50 } } },
    confirmedTotals: { firms_by_size: '0' },
    sawResult: true,
    parentId: parent.submissionId,
    parentFolio: folioOf(parent.submissionId, parent.completedAt),
  })
  // Pages that were not asked have not been seen.
  expect(draft?.visitedPages).toContain('A_1')
  expect(draft?.visitedPages).not.toContain('F_4')
  const journalled = await db.journal.where('draftKey').equals('correction').toArray()
  expect(journalled).toHaveLength(Object.keys(answers).length + Object.keys(nonresponse).length)
  // What is being corrected is no answer of the year before.
  expect(await readEarlierAnswers(db, draft!)).toBeUndefined()
})

test('an open correction is gone on with, and two touches at once open one', async () => {
  const db = newDatabase()
  const { submissionId } = await finished(db)
  const both = await Promise.all([open(db, submissionId, 'one'), open(sameDatabase(db), submissionId, 'two')])
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['continued', 'opened'])
  const [draft] = await db.drafts.toArray()
  expect(both).toMatchObject([{ key: draft?.key }, { key: draft?.key }])
  expect(await db.drafts.count()).toBe(1)
})

test('only the newest revision can be corrected, and only what this device holds', async () => {
  const db = newDatabase()
  const first = await finished(db)
  await open(db, first.submissionId, 'second')
  const second = await submit(db, 'second')
  expect(await open(db, first.submissionId)).toEqual({ kind: 'corrected', by: second.submissionId })
  await open(db, second.submissionId, 'third')
  const third = await submit(db, 'third')
  expect(third.parentId).toBe(second.submissionId)
  expect(await open(db, first.submissionId)).toEqual({ kind: 'corrected', by: third.submissionId })
  expect((await newerRevision(db, first.submissionId))?.submissionId).toBe(third.submissionId)
  expect(await newerRevision(db, third.submissionId)).toBeUndefined()
  expect(await open(db, newId())).toEqual({ kind: 'gone' })
  expect(await db.drafts.count()).toBe(0)
})

test('a changed answer asks for a reason, and what did not change asks for none', async () => {
  const db = newDatabase()
  const parent = await finished(db)
  await open(db, parent.submissionId)
  const stateOf = (draft: Draft) => correctionState(form, draft, parent)
  const draft = (await readDraft(db, 'correction'))!
  const unchanged = { changed: [], isUnchanged: true, lacksReason: false }
  expect(stateOf(draft)).toEqual(unchanged)
  expect(stateOf({ ...draft, notes: {} })).toEqual({ ...unchanged, isUnchanged: false })
  // The same options, chosen in another order; and an answer that nobody is asked for.
  const two = { ...parent, answers: { ...parent.answers, depts_covered: ['05', '17'] } }
  const other = withChange(draft, { variable: 'depts_covered', value: ['17', '05'] })
  expect(correctionState(form, other, two)).toEqual(unchanged)
  expect(stateOf(withChange(draft, { variable: 'team_fte', value: 3 }))).toEqual(unchanged)
  const changed = withChange(withChange(draft, { variable: 'satisfaction', value: 'annual' }), {
    variable: 'n_academia',
    value: 4,
  })
  const state = { changed: ['n_academia', 'satisfaction'], isUnchanged: false }
  expect(stateOf(changed)).toEqual({ ...state, lacksReason: true })
  const withText = (text: string) => ({ ...changed, checkReasons: { [afterResult]: { code: 'mistake', text } } })
  expect(stateOf(withText('  '))).toEqual({ ...state, lacksReason: true })
  expect(stateOf(withText('Leyó otra fila'))).toEqual({ ...state, lacksReason: false })
  // When the earlier version is gone nobody can tell, so that the reason is asked for.
  expect(correctionState(form, draft, undefined)).toEqual({ changed: [], isUnchanged: false, lacksReason: true })
})

test('a correction is a submission with a parent, its own number, the reason, and the consent of its parent', async () => {
  const { db, sync } = await world.device()
  const parent = await finished(db)
  await open(db, parent.submissionId)
  await change(db, 'correction', 'n_academia', 4)
  await giveReason(db, 'correction')
  // Neither has been sent: both go, in their order.
  const correction = await submit(db, 'correction')
  expect(correction).toMatchObject({
    parentId: parent.submissionId,
    seq: 2,
    sawResult: true,
    consent: parent.consent,
    answers: { ...parent.answers, n_academia: 4 },
    checkReasons: { ...parent.checkReasons, [afterResult]: { code: 'mistake', text: 'Leyó otra fila' } },
  })
  expect(correction.startedAt > parent.completedAt).toBe(true)
  expect((await waitingEntries(db)).map(({ submissionId }) => submissionId)).toEqual([
    parent.submissionId,
    correction.submissionId,
  ])
  expect(await sync()).toEqual({ kind: 'sent' })
  const received: Record<string, unknown> = {}
  for await (const { submissionId, ...facts } of world.server.store.submissions({})) received[submissionId] = facts
  expect(received[parent.submissionId]).toMatchObject({ isCurrent: false, verdict: 'stored' })
  expect(received[correction.submissionId]).toMatchObject({ isCurrent: true, flags: [], serverAgrees: true })
  expect((await listTrays(db)).sent.toSorted()).toEqual([parent.submissionId, correction.submissionId].toSorted())
  // Neither the correction nor what comes after it takes the older revision for an earlier round.
  const ids = async (before: string) => (await earlierSubmissions(db, parent, before)).map((each) => each.submissionId)
  expect(await ids(correction.completedAt)).toEqual([])
  expect(await ids(later().toISOString())).toEqual([correction.submissionId])
})

test('a reason for a change that was taken back is not sent, and the reason of one revision is not that of the next', async () => {
  const db = newDatabase()
  const parent = await finished(db)
  await open(db, parent.submissionId)
  await giveReason(db, 'correction')
  await db.drafts.update('correction', { notes: {} })
  const second = await submit(db, 'correction')
  expect(second.checkReasons).toEqual(parent.checkReasons)
  await open(db, second.submissionId, 'again')
  await change(db, 'again', 'n_academia', 4)
  await giveReason(db, 'again')
  const third = await submit(db, 'again')
  expect(third.checkReasons).toHaveProperty([afterResult])
  await open(db, third.submissionId, 'last')
  expect((await readDraft(db, 'last'))?.checkReasons).toEqual(parent.checkReasons)
})

test('consent that is given otherwise has a time of its own', async () => {
  const db = newDatabase()
  const parent = await finished(db)
  await open(db, parent.submissionId)
  const changedAt = new Date(moment + 60_000).toISOString()
  await change(db, 'correction', 'consent_profile', 'no')
  const correction = await submit(db, 'correction')
  expect(correction.consent).toEqual({ noticeVersion: 'unknown', at: changedAt })
  expect(correction.consent).not.toEqual(parent.consent)
})

test('when a correction takes the authorisation back, no version that still waits goes out', async () => {
  const { db, sync } = await world.device()
  const first = await finished(db)
  await open(db, first.submissionId, 'second')
  const second = await submit(db, 'second')
  await open(db, second.submissionId, 'third')
  const { consent_profile: _profile, consent_microdata: _microdata, ...answers } = second.answers
  await db.drafts.update('third', { answers: { ...answers, consent_network: 'no' } })
  const third = await submit(db, 'third')
  const ids = [first, second, third].map(({ submissionId }) => submissionId)
  expect(third.seq).toBeNull()
  expect((await listTrays(db)).kept.toSorted()).toEqual(ids.toSorted())
  expect((await waitingEntries(db)).map(({ seq, tombstone }) => [seq, tombstone?.seq])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(await sync()).toEqual({ kind: 'sent' })
  expect(await db.outbox.count()).toBe(0)
  const held: string[] = []
  for await (const { submissionId } of world.server.store.submissions({})) held.push(submissionId)
  expect(held.filter((id) => ids.includes(id))).toEqual([])
  expect((await listTrays(db)).kept.toSorted()).toEqual(ids.toSorted())
})

test('a second assessment of the same cluster and round says that a result was shown, and no other does', async () => {
  const db = newDatabase()
  for (const key of ['one', 'two', 'other']) await newDraft(db, { key, answers: completeAnswers, roundId: '2026' })
  await newDraft(db, { key: 'next round', answers: completeAnswers, roundId: '2027' })
  await db.drafts.update('other', { clusterId: 'CL-05-002', clusterName: 'Clúster de Energía' })
  expect((await submit(db, 'one')).sawResult).toBe(false)
  expect(await submit(db, 'two')).toMatchObject({ sawResult: true, parentId: null })
  expect((await submit(db, 'other')).sawResult).toBe(false)
  expect((await submit(db, 'next round')).sawResult).toBe(false)
})

test('a discarded correction leaves what it was to correct, which can be corrected anew', async () => {
  const db = newDatabase()
  const parent = await finished(db)
  await open(db, parent.submissionId)
  await discardDraft(db, 'correction')
  expect(await open(db, parent.submissionId, 'again')).toEqual({ kind: 'opened', key: 'again' })
  expect((await db.submissions.toArray()).map(({ submission }) => submission)).toEqual([parent])
})

test('a device that was used before corrections could be found finds them after the update', async () => {
  const db = newDatabase()
  const before = new Dexie(db.name)
  before.version(3).stores({ submissions: 'submissionId, completedAt', outbox: 'submissionId, seq, parked.code' })
  const parent = validSubmission()
  for (const submission of [parent, validSubmission({ parentId: parent.submissionId })]) {
    const { submissionId, completedAt } = submission
    await before.table('submissions').add({ submissionId, completedAt, bytes: lineOf(submission), submission })
  }
  before.close()
  expect((await newerRevision(db, parent.submissionId))?.submission.parentId).toBe(parent.submissionId)
})
