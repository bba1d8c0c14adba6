import { expect, test } from 'vitest'
import { addAction, changeAction, includeSimulation, removeAction } from '../../src/app/plans.ts'
import { newDatabase, sameDatabase } from '../support/deviceDatabase.ts'

const at = new Date('2026-11-24T10:00:00.000Z')
const indicators = ['gov_model', 'gov_mix', 'str_plan', 'res_sales', 'sus_control']

test('a plan takes five actions, and the sixth only when one is taken out', async () => {
  const db = newDatabase()
  for (const indicator of indicators) expect(await addAction(db, 'r', { indicator, level: 2 }, at)).toBe(true)
  expect(await addAction(db, 'r', { indicator: 'res_new', level: 2 }, at)).toBe(false)
  // Another result has a plan of its own.
  expect(await addAction(db, 'other', { indicator: 'res_new', level: 2 }, at)).toBe(true)
  await removeAction(db, 'r', 'gov_mix', at)
  expect(await addAction(db, 'r', { indicator: 'res_new', level: 2 }, at)).toBe(true)
  const plan = await sameDatabase(db).plans.get('r')
  expect(plan?.actions.map(({ indicator }) => indicator)).toEqual([
    ...indicators.filter((i) => i !== 'gov_mix'),
    'res_new',
  ])
})

test('an action that is added again gets the new aim and keeps who and until when', async () => {
  const db = newDatabase()
  await addAction(db, 'r', { indicator: 'gov_model', level: 2 }, at)
  await changeAction(db, 'r', 'gov_model', { responsible: 'Ana', due: '2027-03-31' }, at)
  await changeAction(db, 'r', 'gov_mix', { responsible: 'nobody' }, at)
  await addAction(db, 'r', { indicator: 'gov_model', level: 3 }, at)
  expect((await db.plans.get('r'))?.actions).toEqual([
    { indicator: 'gov_model', level: 3, responsible: 'Ana', due: '2027-03-31' },
  ])
})

test('a simulation that the report is to show stays beside the actions until it is taken out', async () => {
  const db = newDatabase()
  const simulation = { levels: { gov_model: 3 }, conditions: ['three_years'] }
  await includeSimulation(db, 'r', simulation)
  await addAction(db, 'r', { indicator: 'gov_model', level: 2 }, at)
  await changeAction(db, 'r', 'gov_model', { responsible: 'Ana' }, at)
  expect(await sameDatabase(db).plans.get('r')).toMatchObject({ simulation, savedAt: at.toISOString() })
  await removeAction(db, 'r', 'gov_model', at)
  await includeSimulation(db, 'r', undefined)
  expect(await db.plans.get('r')).toEqual({ submissionId: 'r', actions: [], savedAt: at.toISOString() })
})
