import { expect, test } from 'vitest'
import { type Assessment, existingDraft } from '../../src/app/existingDraft.ts'
import { registeredCluster } from '../support/builders.ts'
import { newDatabase, newDraft } from '../support/deviceDatabase.ts'

const assessment: Assessment = {
  questionnaireId: 'cluster-maturity',
  roundId: '2026',
  clusterId: registeredCluster,
  clusterName: 'Clúster de Café de Antioquia',
}

test('a draft of the same cluster, round and questionnaire is found, whatever its name is now', async () => {
  const db = newDatabase()
  await newDraft(db, { roundId: '2026' })
  const key = async (other: Partial<Assessment> = {}) => (await existingDraft(db, { ...assessment, ...other }))?.key
  expect(await key()).toBe('draft-1')
  expect(await key({ clusterName: 'Café' })).toBe('draft-1')
  expect(await key({ clusterId: 'CL-05-002' })).toBeUndefined()
  expect(await key({ roundId: '2027' })).toBeUndefined()
  expect(await key({ questionnaireId: 'field-visit' })).toBeUndefined()
  expect(await key({ clusterId: null })).toBeUndefined()
})

test('outside of the register the name decides, however it is written', async () => {
  const db = newDatabase()
  await newDraft(db, { roundId: '2026', clusterId: null, clusterName: 'Clúster del Café' })
  const key = async (clusterName: string) =>
    (await existingDraft(db, { ...assessment, clusterId: null, clusterName }))?.key
  expect(await key(' cluster  del cafe ')).toBe('draft-1')
  expect(await key('Clúster del Cacao')).toBeUndefined()
})

test('a draft that was begun before any round was known is of the round in force', async () => {
  const db = newDatabase()
  await newDraft(db, { roundId: null })
  expect((await existingDraft(db, assessment))?.key).toBe('draft-1')
})
