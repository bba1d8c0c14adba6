import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Json, NonAnswers } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { uuidv7 } from '#domain/identifiers.ts'
import { composeSubmission, type Submission } from '#domain/submission.ts'
import { openStore } from '#store/openStore.ts'
import { editionsOf } from '../../src/server/editions.ts'
import { openReceiptSigner } from '../../src/server/receipts.ts'
import { openReception } from '../../src/server/reception.ts'

const root = resolve(import.meta.dirname, '../..')
const deviceId = '5b0c0c2e-8c3c-4a57-9d4c-1e6f4a3d2b10'

export const registerHeader =
  'cluster_id,name,chamber_code,dept_code,macro_sector,ciiu_section,founded_year,status,contact_name,contact_email'

export const controller = {
  name: 'Red de prueba',
  nit: '900123456-8',
  address: 'Calle 1 # 2-3',
  mail: 'datos@ejemplo.co',
  phone: '601 000 0000',
  processor: 'Proveedor de prueba',
  hostingCountry: 'Colombia',
  noticeVersion: '1',
}

export const maturity = editionIn('surveys/cluster-maturity.1.json')

function editionIn(file: string): Edition {
  const parsed = parseEdition(JSON.parse(readFileSync(join(root, file), 'utf8')))
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.edition
}

/** A folder of its own, with the files and the data of one census desk. */
export function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'census-'))
  const dataDir = join(folder, 'data')
  return {
    folder,
    dataDir,
    /** writes a file and gives its path */
    file: (name: string, content: string | Uint8Array | object): string => {
      const path = join(folder, name)
      const isText = typeof content === 'string' || content instanceof Uint8Array
      writeFileSync(path, isText ? content : JSON.stringify(content))
      return path
    },
    /** a command as npm runs it */
    run: (command: 'import' | 'export', args: string[], environment: Record<string, string> = {}) => {
      const run = spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${command}.ts`, ...args], {
        cwd: root,
        env: { ...process.env, DATA_DIR: dataDir, CUMULO_SURVEYS_DIR: folder, ...environment },
        maxBuffer: 64 * 1024 * 1024,
      })
      return { status: run.status, output: run.stdout.toString(), bytes: run.stdout, errors: run.stderr.toString() }
    },
    receive: (submissions: readonly Submission[], editions: readonly Edition[] = [maturity]) =>
      receive(dataDir, submissions, editions),
  }
}

/** Through the server's own door: judged, scored and stored as over the network. */
async function receive(dataDir: string, submissions: readonly Submission[], editions: readonly Edition[]) {
  const store = await openStore(dataDir)
  try {
    const now = () => new Date()
    const signer = await openReceiptSigner(store, now)
    const reception = openReception({ store, signer, editions: editionsOf(editions), now })
    const device = { deviceId, scope: { chamber: null, cluster: null }, isRevoked: false }
    const lines = submissions.map((submission) => new TextEncoder().encode(canonicalJson(submission)))
    const verdicts = await reception.receive(lines, device)
    return { lines, verdicts: verdicts.map(({ verdict }) => verdict) }
  } finally {
    await store.close()
  }
}

type Said = {
  seq: number
  answers: Record<string, Json>
  nonresponse?: NonAnswers
  edition?: Edition
} & Partial<Pick<Submission, 'parentId' | 'roundId' | 'clusterId' | 'clusterName'>>

/** A completed interview; only what a test is about needs to be said. */
export function submission({ seq, answers, nonresponse = {}, edition = maturity, ...facts }: Said): Submission {
  return composeSubmission({
    submissionId: uuidv7(Date.parse('2026-11-23T16:00:00Z'), Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, seq)),
    parentId: null,
    roundId: '2026',
    clusterId: 'CL-05-012',
    clusterName: 'Clúster Café',
    deviceId,
    seq,
    mode: 'interview',
    language: 'es',
    enumerator: null,
    startedAt: '2026-11-23T15:00:00.000Z',
    completedAt: '2026-11-23T16:00:00.000Z',
    timeZone: 'America/Bogota',
    clockOffsetMs: null,
    notes: {},
    checkReasons: {},
    consent: { noticeVersion: '1', at: '2026-11-23T15:00:00.000Z' },
    sawResult: false,
    app: { build: 'test' },
    ...facts,
    edition,
    answered: { answers, nonresponse },
  })
}
