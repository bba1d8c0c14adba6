import { existsSync, rmSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unscoredEdition } from '../support/unscoredEdition.ts'
import { controller, openDesk, registerHeader, submission } from './census.ts'

// Each command is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let desk: ReturnType<typeof openDesk>

beforeEach(() => {
  desk = openDesk()
})
afterEach(() => rmSync(desk.folder, { recursive: true }))

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, record_delimiter: '\r\n' })
}

const answers = { ci_status: 'active', ci_name: '=1+1', comments: 'Dijo "sí",\nluego no\r', depts_covered: ['05'] }

test('ndjson gives the stored bytes of each current revision, csv one row for each', async () => {
  const first = submission({ seq: 1, answers })
  const revision = submission({ seq: 2, answers: { ci_status: 'active' }, parentId: first.submissionId })
  const other = submission({ seq: 3, answers, nonresponse: { gov_formal_model: 'dk' }, clusterName: '  @Café' })
  const { lines } = await desk.receive([first, revision, other])
  const ndjson = desk.run('export', ['--format', 'ndjson'])
  expect(ndjson).toMatchObject({ status: 0, errors: '' })
  const newline = Uint8Array.of(10)
  expect(ndjson.bytes.equals(Buffer.concat([lines[1] ?? newline, newline, lines[2] ?? newline, newline]))).toBe(true)

  const csv = desk.run('export', ['--format', 'csv'])
  expect(csv).toMatchObject({ status: 0, errors: '' })
  const rows = rowsOf(csv.output)
  expect(rows.map((row) => row.submission_id)).toEqual([revision.submissionId, other.submissionId])
  expect(rows[0]).toMatchObject({ parent_id: first.submissionId, ci_name: '-9', depts_covered__05: '-9' })
  expect(rows[1]).toMatchObject({
    cluster_name: "'  @Café",
    ci_name: "'=1+1",
    comments: answers.comments,
    depts_covered__05: '1',
    depts_covered__08: '0',
    gov_formal_model: '-6',
    index: String(other.result?.index),
    round_id: 'trial',
    server_agrees: '1',
  })
})

test('--round keeps to one round, and a round that never was is an error', async () => {
  desk.run('import', ['controller', desk.file('controller.json', controller)])
  const row = 'CL-05-012,Clúster Café,21,05,agroindustry,A,2009,active,,'
  desk.run('import', ['register', desk.file('register.csv', `${registerHeader}\n${row}\n`)])
  desk.run('import', ['round', desk.file('round.json', { roundId: 'piloto', closesOn: null })])
  await desk.receive([
    submission({ seq: 1, answers, roundId: 'piloto' }),
    submission({ seq: 2, answers, roundId: 'otra' }),
  ])
  const pilot = rowsOf(desk.run('export', ['--format', 'csv', '--round', 'piloto']).output)
  expect(pilot.map((row) => row.seq)).toEqual(['1'])
  const unknown = desk.run('export', ['--format', 'csv', '--round', '1999'])
  expect(unknown).toMatchObject({ status: 1, output: '' })
  expect(unknown.errors).toMatch(/^There is no round 1999\. Rounds are: .*piloto/)
})

test('each edition has a table of its own; the others are named on standard error', async () => {
  const visit = unscoredEdition()
  desk.file('site-visit.1.json', visit)
  const visited = { b1_percents_01: { firms: 100 }, b1_text_01: '-1' }
  const newer = { ...submission({ seq: 3, answers }), questionnaire: { id: 'cluster-maturity', edition: 9 } }
  await desk.receive(
    [submission({ seq: 1, answers }), submission({ seq: 2, answers: visited, edition: visit }), newer],
    [visit],
  )
  const main = desk.run('export', ['--format', 'csv'])
  expect(rowsOf(main.output).map((row) => row.seq)).toEqual(['1'])
  expect(main.errors).toContain('1 of site-visit.1 are not in it. For them: --edition site-visit.1')
  expect(main.errors).toContain('1 of cluster-maturity.9 are not in it. For them: --format ndjson')
  const visits = desk.run('export', ['--format', 'csv', '--edition', 'site-visit.1'])
  expect(rowsOf(visits.output)).toMatchObject([{ seq: '2', b1_percents_01: '{"firms":100}', b1_text_01: "'-1" }])
  expect(desk.run('export', ['--format', 'ndjson']).output.split('\n')).toHaveLength(4)
})

test('without submissions the table has its header, and the codebook describes exactly its columns', async () => {
  await desk.receive([])
  const header = desk.run('export', ['--format', 'csv']).output.trimEnd().split(',')
  const codebook = desk.run('export', ['--codebook'])
  expect(codebook).toMatchObject({ status: 0, errors: '' })
  expect(rowsOf(codebook.output).map((row) => row.column)).toEqual(header)
  expect(desk.run('export', ['--format', 'ndjson'])).toMatchObject({ status: 0, output: '' })
})

test('a folder without a database is told, and none is made; the codebook needs none', () => {
  for (const format of ['csv', 'ndjson']) {
    const { status, output, errors } = desk.run('export', ['--format', format])
    expect({ status, output }).toEqual({ status: 1, output: '' })
    expect(errors).toBe(
      `There is no database in the folder ${desk.dataDir}. Check DATA_DIR; the server's start or an import makes one.\n`,
    )
  }
  const codebook = desk.run('export', ['--codebook'])
  expect(codebook.status).toBe(0)
  expect(rowsOf(codebook.output).map((row) => row.column)).toContain('gov_formal_model')
  expect(codebook.errors).toContain('This is the codebook of cluster-maturity.1')
  expect(existsSync(desk.dataDir)).toBe(false)
})

test.each([
  [[], /--format is csv or ndjson/],
  [['--formato', 'csv'], /Unknown option '--formato'/],
  [['--format', 'csv', '--edition', 'none.1'], /There is no edition none\.1\. Editions are: .*cluster-maturity\.1/],
])('%j is refused with a sentence', async (args, sentence) => {
  await desk.receive([])
  const { status, output, errors } = desk.run('export', args)
  expect({ status, output }).toEqual({ status: 1, output: '' })
  expect(errors).toMatch(sentence)
  expect(errors).not.toMatch(/ {4}at /)
})
