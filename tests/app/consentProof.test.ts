import { expect, test } from 'vitest'
import type { Json } from '#domain/answers.ts'
import { readForm } from '#domain/form.ts'
import type { Controller } from '#domain/protocol.ts'
import { keepConsentProof } from '../../src/app/consentProof.ts'
import { type Database, writeFact } from '../../src/app/database.ts'
import { DraftSession } from '../../src/app/draftSession.ts'
import { readDraft } from '../../src/app/drafts.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, controller, newId } from '../support/builders.ts'
import { newDatabase, newDraft } from '../support/deviceDatabase.ts'

const edition = censusEdition()
const form = readForm(edition)
const consentGiven = Object.entries(completeAnswers).filter(([name]) => /^(?:notice_read|consent_)/.test(name))
const others = Object.fromEntries(
  Object.entries(completeAnswers).filter(([name]) => !/^(?:notice|consent)_/.test(name)),
)

/** What this device last heard of the census. */
async function hear(db: Database, known: Controller | null): Promise<void> {
  const heardAt = '2026-11-20T13:00:00.000Z'
  const census = { heardAt, clockOffsetMs: 0, trial: known === null, controller: known, rounds: [], registerVersion: 1 }
  await writeFact(db, 'census', census)
}

/** A person at an open draft whose consent pages are shown, and what time it is for them. */
async function atConsent(db: Database) {
  await newDraft(db, { answers: others })
  const clock = { at: '2026-11-20T14:00:00.000Z' }
  const now = () => new Date(clock.at)
  const session = new DraftSession(db, (await readDraft(db, 'draft-1'))!, now)
  const leave = keepConsentProof(db, session, form, now)
  const answer = (variable: string, value: Json, at: string) => {
    clock.at = at
    session.change({ variable, value })
  }
  const giveAll = (at: string) => {
    for (const [variable, value] of consentGiven) answer(variable, value, at)
  }
  const kept = async () => {
    await expect.poll(async () => (await session.flush()).kind).toBe('saved')
    return (await readDraft(db, 'draft-1'))?.consent
  }
  return { session, leave, answer, giveAll, kept }
}

async function submit(db: Database) {
  const made = { submissionId: newId(), at: new Date('2026-11-20T16:00:00.000Z'), timeZone: 'UTC', build: 'test' }
  return submitDraft(db, 'draft-1', edition, form, made)
}

test('the proof of consent is the notice of that moment and the time of the answers, whatever is heard later', async () => {
  const db = newDatabase()
  await hear(db, { ...controller, noticeVersion: '3' })
  const { leave, giveAll, answer, kept } = await atConsent(db)
  giveAll('2026-11-20T14:02:00.000Z')
  answer('respondent_name', 'María Peña', '2026-11-20T14:05:00.000Z')
  leave()
  const proof = { noticeVersion: '3', at: '2026-11-20T14:02:00.000Z' }
  await expect.poll(kept).toEqual(proof)
  await hear(db, { ...controller, noticeVersion: '4' })
  expect((await submit(db)).consent).toEqual(proof)
})

test('it is kept while the page stands, and anew when another answer is given', async () => {
  const db = newDatabase()
  await hear(db, { ...controller, noticeVersion: '3' })
  const { answer, giveAll, kept } = await atConsent(db)
  giveAll('2026-11-20T14:02:00.000Z')
  await expect.poll(kept).toMatchObject({ at: '2026-11-20T14:02:00.000Z' })
  await hear(db, { ...controller, noticeVersion: '4' })
  answer('consent_microdata', 'no', '2026-11-20T15:00:00.000Z')
  await expect.poll(kept).toEqual({ noticeVersion: '4', at: '2026-11-20T15:00:00.000Z' })
})

test.each<[string, (db: Database) => Promise<void>, string]>([
  ['without any contact nobody is known to answer for the data', async () => undefined, 'unknown'],
  ['a census without a controller is a trial', (db) => hear(db, null), 'trial'],
])('%s', async (_, before, noticeVersion) => {
  const db = newDatabase()
  await before(db)
  const { leave, giveAll, kept } = await atConsent(db)
  giveAll('2026-11-20T14:02:00.000Z')
  leave()
  await expect.poll(kept).toEqual({ noticeVersion, at: '2026-11-20T14:02:00.000Z' })
})

test('a draft from before proofs were kept has the time of its answers from the journal, and no notice is made up', async () => {
  const db = newDatabase()
  await hear(db, controller)
  await newDraft(db, { answers: others })
  const clock = { at: '2026-11-20T14:02:00.000Z' }
  const session = new DraftSession(db, (await readDraft(db, 'draft-1'))!, () => new Date(clock.at))
  for (const [variable, value] of consentGiven) session.change({ variable, value })
  await session.flush()
  clock.at = '2026-11-20T15:00:00.000Z'
  session.change({ variable: 'comments', value: 'Más tarde' })
  await session.flush()
  expect((await submit(db)).consent).toEqual({ noticeVersion: 'unknown', at: '2026-11-20T14:02:00.000Z' })
})

test('who has answered no question of consent has given none', async () => {
  const db = newDatabase()
  await newDraft(db, { answers: others })
  expect((await submit(db)).consent).toBeNull()
})
