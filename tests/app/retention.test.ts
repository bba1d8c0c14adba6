import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { sha256Hex } from '#domain/digest.ts'
import { readForm } from '#domain/form.ts'
import { folioOf } from '#domain/identifiers.ts'
import { blankedIn } from '#domain/retention.ts'
import { Submission } from '#domain/submission.ts'
import { answersText } from '../../src/app/answersFile.ts'
import type { Database, StoredSubmission } from '../../src/app/database.ts'
import { blankOldContacts } from '../../src/app/retention.ts'
import { readSubmissions, sendingState } from '../../src/app/submissions.ts'
import { submitDraft } from '../../src/app/submit.ts'
import { censusEdition, completeAnswers, newId } from '../support/builders.ts'
import { newDraft } from '../support/deviceDatabase.ts'
import { openWorld, type World } from '../support/world.ts'

const edition = censusEdition()
const dayMs = 24 * 60 * 60 * 1000

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Finishes an assessment of this device. */
async function finish(db: Database, answers = completeAnswers): Promise<StoredSubmission> {
  const key = newId()
  await newDraft(db, { key, answers })
  await db.drafts.update(key, { notes: { respondent_name: 'se llama María Peña', ci_name: 'según el acta' } })
  const made = { submissionId: newId(), at: new Date(), timeZone: 'America/Bogota', build: 'test' }
  const { submissionId } = await submitDraft(db, key, edition, readForm(edition), made)
  return stored(db, submissionId)
}

async function stored(db: Database, submissionId: string): Promise<StoredSubmission> {
  const found = await db.submissions.get(submissionId)
  if (found === undefined) throw new Error(`no submission ${submissionId} on this device`)
  return found
}

const noPause = async () => {}

const blankAfter = (db: Database, days: number) => blankOldContacts(db, new Date(Date.now() + days * dayMs), noPause)

test('waits for a pause before each copy, of which there may be many', async () => {
  const { db, sync } = await world.device()
  const [one, other] = [await finish(db), await finish(db)]
  await sync()
  const isBlanked = async ({ submissionId }: StoredSubmission) =>
    blankedIn((await stored(db, submissionId)).submission) !== undefined
  const seen: number[] = []
  await blankOldContacts(db, new Date(Date.now() + 91 * dayMs), async () => {
    seen.push([await isBlanked(one), await isBlanked(other)].filter(Boolean).length)
  })
  expect(seen).toEqual([0, 1])
})

test('90 days after its reception a submission no longer says who answered, and the receipt stays', async () => {
  const { db, sync } = await world.device()
  const sent = await finish(db)
  await sync()
  const receipt = await db.receipts.get(sent.submissionId)
  await blankAfter(db, 89.9)
  expect(await stored(db, sent.submissionId)).toEqual(sent)

  await blankAfter(db, 90.1)
  const kept = await stored(db, sent.submissionId)
  for (const personal of ['María', 'maria@example.org']) expect(JSON.stringify(kept)).not.toContain(personal)
  const { respondent_name: _name, respondent_email: _mail, ...others } = completeAnswers
  expect(kept.submission).toMatchObject({ answers: others, notes: { ci_name: 'según el acta' } })
  expect(await db.receipts.get(sent.submissionId)).toMatchObject(receipt ?? {})
  expect((await readSubmissions(db, [sent.submissionId])).map(sendingState)).toEqual(['received'])
})

test('a blanked copy says so itself, and knows what was sent', async () => {
  const { db, sync } = await world.device()
  const sent = await finish(db)
  await sync()
  await blankAfter(db, 91)
  const { submission, bytes } = await stored(db, sent.submissionId)
  expect(bytes).toBe(canonicalJson(submission))
  expect(Submission.parse(JSON.parse(bytes))).toEqual(submission)
  expect(blankedIn(submission)).toMatchObject({
    sha256: sha256Hex(sent.bytes),
    variables: ['respondent_name', 'respondent_email'],
  })
  const told = answersText(submission, edition, 'es')
  expect(told).toContain('\n  Borrado de esta tableta 90 días después de recibida.\n')
  expect(told).toContain(folioOf(sent.submissionId, sent.completedAt))
})

test('what has no receipt keeps its name, however old it is', async () => {
  const { db } = await world.device()
  const waiting = await finish(db)
  const kept = await finish(db, { ...completeAnswers, consent_network: 'no' })
  await blankAfter(db, 900)
  expect(await stored(db, waiting.submissionId)).toEqual(waiting)
  expect(await stored(db, kept.submissionId)).toEqual(kept)
})

test('who left neither name nor mail has a copy that stays as it was sent', async () => {
  const { db, sync } = await world.device()
  const { respondent_name: _name, respondent_email: _mail, ...nameless } = completeAnswers
  const sent = await finish(db, { ...nameless, consent_personal: 'no' })
  await db.submissions.update(sent.submissionId, { submission: { ...sent.submission, notes: {} } })
  const before = await stored(db, sent.submissionId)
  await sync()
  await blankAfter(db, 91)
  expect(await stored(db, sent.submissionId)).toEqual(before)
})
