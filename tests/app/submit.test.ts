import { afterEach, expect, test, vi } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import type { Edition } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import { score } from '#domain/scoring.ts'
import { Submission } from '#domain/submission.ts'
import { type Database, type Draft, readFact, writeFact } from '../../src/app/database.ts'
import { deviceId } from '../../src/app/device.ts'
import { DraftSession } from '../../src/app/draftSession.ts'
import { discardDraft, readDraft } from '../../src/app/drafts.ts'
import { listOutbox, waitingEntries } from '../../src/app/outbox.ts'
import { listTrays, readSubmissions, sendingState } from '../../src/app/submissions.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, controller, newId, round } from '../support/builders.ts'
import { failWrites, newDatabase, newDraft, sameDatabase, startedAt } from '../support/deviceDatabase.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

afterEach(() => vi.restoreAllMocks())

const edition = censusEdition()
const completedAt = new Date('2026-11-20T14:40:00.000Z')

function submit(db: Database, key = 'draft-1', of: Edition = edition, submissionId = newId()): Promise<Submission> {
  const made = { submissionId, at: completedAt, timeZone: 'America/Bogota', build: 'test' }
  return submitDraft(db, key, of, readForm(of), made)
}

/** A device with complete drafts that wait to be submitted. */
async function deviceWith(answers: Answers, ...keys: string[]): Promise<Database> {
  const db = newDatabase()
  for (const key of keys.length > 0 ? keys : ['draft-1']) await newDraft(db, { key, answers })
  return db
}

/** Everything that submitting may change. */
async function contents(db: Database): Promise<unknown> {
  const [drafts, journal, submissions, outbox, lastSeq] = await Promise.all([
    db.drafts.toArray(),
    db.journal.toArray(),
    db.submissions.toArray(),
    db.outbox.toArray(),
    readFact(db, 'lastSeq'),
  ])
  return { drafts, journal, submissions, outbox, lastSeq }
}

test('a submitted draft is a stored submission that waits in the outbox, and the draft and its journal are gone', async () => {
  const db = await deviceWith(completeAnswers)
  const submission = await submit(db)
  const bytes = canonicalJson(submission)
  const { submissionId } = submission
  expect(await contents(sameDatabase(db))).toEqual({
    drafts: [],
    journal: [],
    submissions: [{ submissionId, completedAt: completedAt.toISOString(), bytes, submission }],
    outbox: [{ submissionId, seq: 1, bytes, attempts: 0, lastAttemptAt: null, parked: null, tombstone: null }],
    lastSeq: 1,
  })
  expect(Submission.parse(JSON.parse(bytes))).toEqual(submission)
})

test('a submission carries what the device knows, and the result of its own answers', async () => {
  const db = await deviceWith(completeAnswers)
  const consent = { noticeVersion: '7', at: '2026-11-20T14:03:00.000Z' }
  await db.drafts.update('draft-1', {
    notes: { ci_name: 'según el acta' },
    enumerator: 'Ana',
    sawResult: true,
    consent,
  })
  const heard = { heardAt: startedAt.toISOString(), trial: false, controller, rounds: [], registerVersion: 1 }
  await writeFact(db, 'census', { ...heard, clockOffsetMs: -4200 })
  const submission = await submit(db)
  expect(submission).toMatchObject({
    deviceId: await deviceId(db),
    seq: 1,
    startedAt: startedAt.toISOString(),
    completedAt: completedAt.toISOString(),
    clockOffsetMs: -4200,
    consent,
    notes: { ci_name: 'según el acta' },
    enumerator: 'Ana',
    sawResult: true,
    parentId: null,
  })
  expect(submission.result).toEqual(score(edition.scoring!, { answers: completeAnswers, nonresponse: {} }))
})

test('of the reasons for unlikely answers only those go out that still hold, for the values they were given for', async () => {
  const unlikely = { ...completeAnswers, macro_sector: 'services', ciiu_section_main: 'C' }
  const reason = { code: 'definition', text: 'Es agroturismo' }
  const given = { ...reason, values: '["C","services"]' }
  const sent = async (answers: Answers, checkReasons: Draft['checkReasons']) => {
    const db = await deviceWith(answers)
    await db.drafts.update('draft-1', { checkReasons })
    return (await submit(db)).checkReasons
  }
  expect(await sent(unlikely, { 'check:a_ciiu_sector': given })).toEqual({ 'check:a_ciiu_sector': reason })
  expect(await sent(completeAnswers, { 'check:a_ciiu_sector': given })).toEqual({})
  expect(await sent({ ...unlikely, ciiu_section_main: 'A' }, { 'check:a_ciiu_sector': given })).toEqual({})
})

test('a number that is ten times that of the round before goes out with its reason', async () => {
  const db = await deviceWith({ ...completeAnswers, n_firms_linked: 840 })
  const id = 'change:n_firms_linked'
  await db.drafts.update('draft-1', { checkReasons: { [id]: { code: 'true', text: '', values: '[840]' } } })
  const earlier = { answers: { n_firms_linked: 84 }, year: 2025 }
  const made = { submissionId: newId(), at: completedAt, timeZone: 'America/Bogota', build: 'test', earlier }
  const submission = await submitDraft(db, 'draft-1', edition, readForm(edition), made)
  expect(submission.checkReasons).toEqual({ [id]: { code: 'true', text: '' } })
})

test('nothing of what was typed and is no answer goes out', async () => {
  const db = await deviceWith(completeAnswers)
  const unread = { n_jobs: { typed: 'unos 40', decimals: 0, negative: false } }
  await db.drafts.update('draft-1', { unread, writtenAs: { B02: { unit: 'percent', values: { firms_micro: 95 } } } })
  expect(canonicalJson(await submit(db))).not.toMatch(/unos 40|writtenAs|unread|"95"/)
})

test('what a device never heard of the census is left open, and nothing is made up', async () => {
  const submission = await submit(await deviceWith(completeAnswers))
  const consent = { noticeVersion: 'unknown', at: startedAt.toISOString() }
  expect(submission).toMatchObject({ clockOffsetMs: null, consent })
})

test('a draft that was begun before any round was known goes into the one in force, and no other leaves its own', async () => {
  const db = await deviceWith(completeAnswers, 'early', 'own')
  await db.drafts.update('own', { roundId: '2025' })
  const rounds = [round({ roundId: 'visit', questionnaire: { id: 'field-visit', edition: 1 } }), round()]
  const heard = { heardAt: startedAt.toISOString(), clockOffsetMs: 0, trial: false, controller, registerVersion: 1 }
  await writeFact(db, 'census', { ...heard, rounds })
  expect((await submit(db, 'early')).roundId).toBe('2026')
  expect((await submit(db, 'own')).roundId).toBe('2025')
})

test('submissions are numbered one after the other, without a gap', async () => {
  const db = await deviceWith(completeAnswers, 'one', 'two', 'three')
  expect((await submit(db, 'one')).seq).toBe(1)
  expect((await submit(sameDatabase(db), 'two')).seq).toBe(2)
  expect((await submit(db, 'three')).seq).toBe(3)
  expect((await waitingEntries(db)).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('two tabs that submit at the same moment take two numbers', async () => {
  const db = await deviceWith(completeAnswers, 'one', 'two')
  const both = await Promise.all([submit(db, 'one'), submit(sameDatabase(db), 'two')])
  expect(both.map(({ seq }) => seq).sort()).toEqual([1, 2])
  expect(new Set(both.map((submission) => submission.deviceId)).size).toBe(1)
})

test('a draft that two tabs submit at the same moment becomes one submission', async () => {
  const db = await deviceWith(completeAnswers)
  const outcomes = await Promise.allSettled([submit(db), submit(sameDatabase(db))])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await contents(db)).toMatchObject({ submissions: [{}], outbox: [{ seq: 1 }], lastSeq: 1 })
})

test('what nobody allowed to send is stored and scored, waits for nothing, and takes no number', async () => {
  const { consent_profile: _profile, consent_microdata: _microdata, ...rest } = completeAnswers
  const db = await deviceWith({ ...rest, consent_network: 'no' }, 'kept')
  await newDraft(db, { key: 'sent', answers: completeAnswers })
  const kept = await submit(db, 'kept')
  expect(kept).toMatchObject({ seq: null, result: { index: expect.any(Number) } })
  expect(await contents(db)).toMatchObject({ submissions: [{ submission: kept }], outbox: [], lastSeq: undefined })
  expect(await listTrays(db)).toEqual({ ready: [], parked: [], sent: [], kept: [kept.submissionId] })
  expect((await readSubmissions(db, [kept.submissionId])).map(sendingState)).toEqual(['kept'])
  expect((await submit(db, 'sent')).seq).toBe(1)
})

test('consent that was never given is no consent', async () => {
  const { consent_network: _consent, ...rest } = completeAnswers
  expect((await submit(await deviceWith(rest))).seq).toBeNull()
})

test('a questionnaire that asks for no consent is sent, and has no result', async () => {
  const db = await deviceWith({ b1_single_01: 'c1' })
  const submission = await submit(db, 'draft-1', unscoredEdition())
  expect(submission).toMatchObject({ seq: 1, consent: null, result: null, answers: { b1_single_01: 'c1' } })
})

test('an answer that skip logic hides is not submitted and not scored', async () => {
  // Asked only of a cluster with a manager in office, and of one with a budget.
  const hidden = { team_fte: 4, fund_host: 100 }
  const submission = await submit(await deviceWith({ ...completeAnswers, ...hidden }))
  expect(submission.answers).toEqual(completeAnswers)
  expect(submission.result).toEqual(score(edition.scoring!, { answers: completeAnswers, nonresponse: {} }))
})

test('a non-answer is submitted as one, and a hidden one is not', async () => {
  const { satisfaction: _satisfaction, ...rest } = completeAnswers
  const db = await deviceWith(rest)
  await db.drafts.update('draft-1', { nonresponse: { satisfaction: 'refused', team_fte: 'dk' } })
  expect((await submit(db)).nonresponse).toEqual({ satisfaction: 'refused' })
})

test('a draft that is gone cannot be submitted, and nothing else changes', async () => {
  const db = await deviceWith(completeAnswers, 'draft-1', 'other')
  await discardDraft(db, 'draft-1')
  const before = await contents(db)
  await expect(submit(db)).rejects.toThrow(/draft-1 vanished/)
  expect(await contents(db)).toEqual(before)
})

test('a disk that takes nothing leaves the draft, its journal and the number as they were', async () => {
  const db = await deviceWith(completeAnswers)
  await deviceId(db)
  const before = await contents(db)
  failWrites(1)
  await expect(submit(db)).rejects.toThrow()
  expect(await contents(db)).toEqual(before)
  expect((await submit(db)).seq).toBe(1)
})

test('an id that is already taken submits nothing', async () => {
  const db = await deviceWith(completeAnswers, 'one', 'two')
  const { submissionId } = await submit(db, 'one')
  const before = await contents(db)
  await expect(submit(db, 'two', edition, submissionId)).rejects.toThrow()
  expect(await contents(db)).toEqual(before)
  expect((await submit(db, 'two')).seq).toBe(2)
})

test('a tab that still has the draft open cannot bring it back', async () => {
  const db = await deviceWith(completeAnswers)
  const session = new DraftSession(sameDatabase(db), (await readDraft(db, 'draft-1'))!)
  const submission = await submit(db)
  session.change({ variable: 'ci_name', value: 'Otro nombre' })
  expect(await session.flush()).toEqual({ kind: 'gone' })
  expect(await contents(db)).toMatchObject({ drafts: [], journal: [], submissions: [{ submission }] })
})

test('the outbox lists each entry with its submission', async () => {
  const db = await deviceWith(completeAnswers, 'one', 'two')
  const first = await submit(db, 'one')
  const second = await submit(db, 'two')
  expect((await listOutbox(db)).map(({ stored }) => stored?.submission)).toEqual([first, second])
  const ids = [second.submissionId, first.submissionId]
  expect((await listTrays(db)).ready.toSorted()).toEqual(ids.toSorted())
  const listed = await readSubmissions(db, [...ids, 'deleted meanwhile'])
  expect(listed.map(({ stored }) => stored.submission)).toEqual([second, first])
  expect(listed.map(sendingState)).toEqual(['waiting', 'waiting'])
})

test('the id of a device is made once, also when two tabs ask at its first start', async () => {
  const db = newDatabase()
  const ids = await Promise.all([deviceId(db), deviceId(sameDatabase(db)), deviceId(db)])
  expect(new Set(ids).size).toBe(1)
  expect(await deviceId(sameDatabase(db))).toBe(ids[0])
})
