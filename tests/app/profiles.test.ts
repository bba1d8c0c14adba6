import { expect, test } from 'vitest'
import type { Database } from '../../src/app/database.ts'
import { readDraft } from '../../src/app/drafts.ts'
import {
  chooseProfile,
  leaveProfile,
  listProfiles,
  readActiveProfile,
  removeProfile,
  saveProfile,
} from '../../src/app/profiles.ts'
import { startDraft } from '../../src/app/startDraft.ts'
import { censusEdition } from '../support/builders.ts'
import { newDatabase, sameDatabase, startedAt } from '../support/deviceDatabase.ts'

const marta = { profileId: 'p1', name: 'Marta R.', role: 'Gestora' }

const edition = censusEdition()
const listed = {
  ...{ id: edition.id, edition: edition.edition, title: edition.title, isScored: true },
  load: async () => edition,
} as Parameters<typeof startDraft>[1]

async function start(db: Database, key: string, mode: 'self' | 'interview') {
  const beginning = { roundId: null, clusterName: 'Café', mode, language: 'es' } as const
  return startDraft(db, listed, beginning, {}, { key, at: startedAt })
}

test('a device starts in guest mode, and keeps the profile that was chosen until it is left', async () => {
  const db = newDatabase()
  expect(await readActiveProfile(db)).toBeUndefined()
  expect(await saveProfile(db, marta)).toBeUndefined()
  expect(await readActiveProfile(db)).toBeUndefined()
  await chooseProfile(db, 'p1')
  expect(await readActiveProfile(sameDatabase(db))).toEqual(marta)
  await leaveProfile(db)
  expect(await readActiveProfile(db)).toBeUndefined()
  expect(await listProfiles(db)).toEqual([{ ...marta, drafts: 0 }])
})

test('an interview carries the name of the profile; a self-assessment and a guest carry none', async () => {
  const db = newDatabase()
  expect((await start(db, 'guest', 'interview')).enumerator).toBeNull()
  await saveProfile(db, marta)
  await chooseProfile(db, 'p1')
  expect((await start(db, 'hers', 'interview')).enumerator).toBe('Marta R.')
  expect((await start(db, 'theirs', 'self')).enumerator).toBeNull()
  expect(await listProfiles(db)).toEqual([{ ...marta, drafts: 1 }])
})

test('a profile that is renamed has its new name in its open drafts, and nobody else does', async () => {
  const db = newDatabase()
  await saveProfile(db, marta)
  await chooseProfile(db, 'p1')
  await start(db, 'hers', 'interview')
  await start(db, 'theirs', 'self')
  expect(await saveProfile(db, { ...marta, name: '  Marta Ruiz ' })).toBeUndefined()
  expect((await readDraft(db, 'hers'))?.enumerator).toBe('Marta Ruiz')
  expect((await readDraft(db, 'theirs'))?.enumerator).toBeNull()
})

test('two profiles cannot have one name, whatever its capitals and accents, and none can be without', async () => {
  const db = newDatabase()
  await saveProfile(db, { profileId: 'p1', name: 'José', role: '' })
  expect(await saveProfile(db, { profileId: 'p2', name: 'JOSE', role: '' })).toBe('nameTaken')
  expect(await saveProfile(db, { profileId: 'p2', name: '   ', role: 'x' })).toBe('noName')
  expect(await saveProfile(db, { profileId: 'p1', name: 'Jose', role: '' })).toBeUndefined()
  expect(await listProfiles(db)).toMatchObject([{ name: 'Jose' }])
})

test('removing the profile at work leads back to guest mode and leaves the drafts', async () => {
  const db = newDatabase()
  await saveProfile(db, marta)
  await chooseProfile(db, 'p1')
  await start(db, 'hers', 'interview')
  await removeProfile(db, 'p1')
  expect(await readActiveProfile(db)).toBeUndefined()
  expect((await readDraft(db, 'hers'))?.enumerator).toBe('Marta R.')
})
