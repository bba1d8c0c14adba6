import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { handoverLimits, handoverText } from '#domain/handover.ts'
import type { Submission } from '#domain/submission.ts'
import { type Database, writeFact } from '../../src/app/database.ts'
import { earlierSubmissions, importEarlier } from '../../src/app/earlier.ts'
import { handoverFile, readHandoverFile } from '../../src/app/handoverFile.ts'
import {
  controller,
  deviceId,
  lineOf,
  registeredCluster,
  round,
  tombstone,
  validSubmission,
} from '../support/builders.ts'
import { newDatabase } from '../support/deviceDatabase.ts'

const made = { deviceId, createdAt: '2026-11-23T15:00:00.000Z' }
const now = new Date('2026-11-24T10:00:00.000Z')
const cluster = { clusterId: registeredCluster, clusterName: 'Clúster de Café de Antioquia' }
const inYear = (year: number, overrides: Parameters<typeof validSubmission>[0] = {}) =>
  validSubmission({ completedAt: `${year}-11-20T14:40:00.000Z`, ...overrides })

async function store(db: Database, ...submissions: Submission[]): Promise<void> {
  for (const submission of submissions) {
    const { submissionId, completedAt } = submission
    await db.submissions.add({ submissionId, completedAt, bytes: lineOf(submission), submission })
  }
}

async function handOver(db: Database, ...contents: unknown[]) {
  const read = await readHandoverFile(await handoverFile(handoverText(contents.map(lineOf), made)))
  if (read.kind !== 'handover') throw new Error(read.reason)
  return importEarlier(db, read.lines, now)
}

const idsOf = async (db: Database, named = cluster, before = '2026-01-01T00:00:00.000Z') =>
  (await earlierSubmissions(db, named, before)).map(({ submissionId }) => submissionId)

test('a result of an earlier round is found again, from this device or from a file, newest first', async () => {
  const db = newDatabase()
  const [in2023, in2024, in2025, other] = [
    inYear(2023),
    inYear(2024),
    inYear(2025),
    inYear(2024, { clusterId: 'CL-05-002' }),
  ]
  await store(db, in2025, in2023)
  expect(await handOver(db, in2024, in2023, other, tombstone())).toEqual({ added: 2, known: 1, present: 0 })
  expect(await idsOf(db)).toEqual([in2025, in2024, in2023].map(({ submissionId }) => submissionId))
  expect(await idsOf(db, cluster, in2024.completedAt)).toEqual([in2023.submissionId])
  expect(await handOver(db, in2024)).toEqual({ added: 0, known: 1, present: 0 })
  expect(await db.outbox.count()).toBe(0)
})

test('a cluster without an id is known by its exact name, and one with another id never is', async () => {
  const db = newDatabase()
  const named = inYear(2024, { clusterId: null })
  await store(
    db,
    named,
    inYear(2024, { clusterId: null, clusterName: 'Clúster de Café' }),
    inYear(2023, { clusterId: 'CL-05-002' }),
  )
  expect(await idsOf(db)).toEqual([named.submissionId])
})

test('of a corrected assessment only the latest revision is history', async () => {
  const db = newDatabase()
  const first = inYear(2024)
  const corrected = inYear(2025, { parentId: first.submissionId })
  await store(db, first, corrected)
  expect(await idsOf(db)).toEqual([corrected.submissionId])
  // Seen from the correction itself there is nothing earlier.
  expect(await idsOf(db, cluster, corrected.completedAt)).toEqual([])
})

test('a submission of a round that is still open is not taken over', async () => {
  const db = newDatabase()
  const rounds = [round({ roundId: '2026' }), round({ roundId: '2025', status: 'closed' })]
  const heardAt = now.toISOString()
  await writeFact(db, 'census', { heardAt, clockOffsetMs: 0, trial: false, controller, rounds, registerVersion: 1 })
  const outcome = await handOver(db, inYear(2026, { roundId: '2026' }), inYear(2025, { roundId: '2025' }))
  expect(outcome).toEqual({ added: 1, known: 0, present: 1 })
})

test('a file that is no gzip, was cut off, is no UTF-8 or unpacks without end is refused before it is read', async () => {
  const text = handoverText([lineOf(inYear(2024))], made)
  const packed = new Uint8Array(gzipSync(text))
  const read = (...bytes: BlobPart[]) => readHandoverFile(new Blob(bytes))
  expect(await read(text)).toEqual({ kind: 'refused', reason: 'not-handover' })
  expect(await read()).toEqual({ kind: 'refused', reason: 'not-handover' })
  expect(await read(packed.slice(0, -20))).toEqual({ kind: 'refused', reason: 'damaged' })
  expect(await read(new Uint8Array(gzipSync(new Uint8Array([0xff, 0xfe]))))).toEqual({
    kind: 'refused',
    reason: 'damaged',
  })
  const bomb = new Uint8Array(gzipSync(new Uint8Array(24 * 1024 * 1024)))
  expect(await read(bomb)).toEqual({ kind: 'refused', reason: 'too-large' })
  expect(await read(new Uint8Array(handoverLimits.packedBytes + 1))).toEqual({ kind: 'refused', reason: 'too-large' })
  expect(await read(packed)).toMatchObject({ kind: 'handover' })
})

test('of a cluster that was never named nothing is known, though others go by the title of the questionnaire too', async () => {
  const db = newDatabase()
  const nameless = { clusterId: null, clusterName: 'Autoevaluación de madurez de iniciativas clúster' }
  await store(db, inYear(2024, nameless))
  expect(await earlierSubmissions(db, nameless, '2026-01-01T00:00:00.000Z')).toEqual([])
})
