import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Input } from '../domain/independentScoring.ts'

// The command as it is run, in a process of its own: arguments, streams and exit status are what it promises.

const root = resolve(import.meta.dirname, '../..')
const cases: { name: string; input: Input; expected: Record<string, unknown> }[] = JSON.parse(
  readFileSync(join(root, 'tests/domain/scoring.vectors.json'), 'utf8'),
).cases

type Run = { status: number | null; stdout: string; stderr: string }
type Options = { input?: string | Buffer; env?: Record<string, string>; stopReadingAfter?: number }

function runScore(args: string[], { input = '', env = {}, stopReadingAfter }: Options = {}): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/score.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    if (stopReadingAfter !== undefined && stdout.length >= stopReadingAfter) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  // A command that refuses its arguments ends before it reads; the pipe then breaks, which is no fault of the test.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

const folder = mkdtempSync(join(tmpdir(), 'cumulo-score-'))
const timeout = 60_000

describe('score', { timeout }, () => {
  test('scores every worked case in order and ends with status 0', async () => {
    const run = await runScore([], { input: cases.map(({ input }) => `${JSON.stringify(input)}\n`).join('') })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const results = jsonLines(run.stdout)
    expect(results).toHaveLength(cases.length)
    for (const [at, { expected }] of cases.entries()) {
      const { index, completeness, dimensions, ...exact } = expected
      expect(results[at]).toMatchObject(exact)
      expect(results[at]?.index).toBeCloseTo(index as number, 9)
      expect(results[at]?.completeness).toBeCloseTo(completeness as number, 9)
    }
  })

  test('reads a file, needs no final newline, and ignores the other keys of a stored submission', async () => {
    const file = join(folder, 'one.ndjson')
    writeFileSync(file, JSON.stringify({ format: 1, notes: { x: null }, result: 'old', ...cases[0]?.input }))
    const run = await runScore(['--edition', 'cluster-maturity.1', file])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(jsonLines(run.stdout)).toMatchObject([{ index: 23.5, stage: 's1_exploracion' }])
  })

  test('puts an error in the place of each line that is no input, scores the others, and ends with status 1', async () => {
    const good = JSON.stringify({ answers: {} })
    const bad: [line: string, says: RegExp][] = [
      ['', /blank/],
      ['  \r', /blank/],
      ['{"answers":', /not JSON/],
      ['[]', /must be an object/],
      ['null', /must be an object/],
      ['{}', /answers must be an object/],
      ['{"answers":[]}', /answers must be an object/],
      ['{"answers":{},"nonresponse":null}', /nonresponse must be an object/],
      ['{"answers":{"nobody":1}}', /"nobody" is no variable/],
      ['{"answers":{"__proto__":1}}', /"__proto__" is no variable/],
      ['{"answers":{"constructor":1}}', /"constructor" is no variable/],
      ['{"answers":{},"nonresponse":{"toString":"dk"}}', /"toString" is no variable/],
      ['{"answers":{"team_fte":null}}', /team_fte is null/],
      ['{"answers":{"n_firms_active":"2"}}', /n_firms_active must be a number, not "2"/],
      ['{"answers":{"n_firms_active":2.5}}', /must be an integer/],
      ['{"answers":{"n_firms_active":-1}}', /between 0 and 500000/],
      ['{"answers":{"n_firms_active":500001}}', /between 0 and 500000/],
      ['{"answers":{"n_firms_active":1e999}}', /integer|between/],
      ['{"answers":{"team_fte":50.1}}', /between 0 and 50,/],
      ['{"answers":{"committee_private_pct":101}}', /between 0 and 100,/],
      ['{"answers":{"founded_year":1899}}', /between 1900 and 2100/],
      ['{"answers":{"budget_cop":1000000000001}}', /between 0 and 1000000000000/],
      ['{"answers":{"sales_growth_pct":-100.5}}', /between -100 and 1000/],
      ['{"answers":{"manager_status":"busy"}}', /does not offer "busy"/],
      ['{"answers":{"res_markets":"na"}}', /does not offer "na"/],
      ['{"answers":{"manager_status":["active"]}}', /does not offer an array/],
      [`{"answers":{"manager_status":${'['.repeat(9999)}${']'.repeat(9999)}}}`, /does not offer an array/],
      ['{"answers":{"focus_areas":"talent"}}', /must be an array of codes/],
      ['{"answers":{"focus_areas":["talent","talent"]}}', /more than once/],
      ['{"answers":{"focus_areas":["dk"]}}', /does not offer "dk"/],
      ['{"answers":{"ci_name":7}}', /must be a text/],
      [JSON.stringify({ answers: { comments: 'x'.repeat(2001) } }), /longer than 2000/],
      ['{"answers":{"team_fte":1},"nonresponse":{"team_fte":"dk"}}', /both/],
      ['{"answers":{},"nonresponse":{"team_fte":"unknown"}}', /must be dk, refused or na/],
    ]
    const run = await runScore([], { input: bad.map(([line]) => `${line}\n${good}\n`).join('') })
    expect(run).toMatchObject({ status: 1, stderr: '' })
    const results = jsonLines(run.stdout)
    expect(results).toHaveLength(2 * bad.length)
    for (const [at, [line, says]] of bad.entries()) {
      expect(results[2 * at], line).toEqual({ error: expect.stringMatching(says), line: 2 * at + 1 })
      expect(results[2 * at + 1], line).toMatchObject({ status: 'not_active' })
    }
  })

  test('takes what is only unlikely, unfinished or contradictory: that is no concern of the score', async () => {
    const odd = [
      { answers: { n_firms_active: 2, n_firms_measured: 5, fund_host: 90, fund_fees: 90 } },
      { answers: { n_academia_alliances: 0, n_intercluster: 500, team_fte: 0.49, n_jobs: 2_000_000 } },
      { answers: { services: ['none', 'training'], top_challenges: [], respondent_email: 'nobody' } },
      { answers: { comments: '😀'.repeat(2000), founded_year: 2100 }, nonresponse: { ci_name: 'na', res_sales: 'na' } },
    ]
    // 2.0 is the integer 2, and CRLF ends a line as well.
    const input = `${odd.map((line) => JSON.stringify(line)).join('\r\n')}\n{"answers":{"n_public":2.0}}\n`
    const run = await runScore([], { input })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(jsonLines(run.stdout)).toHaveLength(5)
  })

  test('a line that is not UTF-8 is an error line, and its neighbours are scored', async () => {
    const good = Buffer.from('{"answers":{"ci_name":"Clúster de café"}}\n')
    const input = Buffer.concat([good, Buffer.from('{"answers":{"ci_name":"\xff\xfe"}}\n', 'latin1'), good])
    const run = await runScore([], { input })
    expect(run.status).toBe(1)
    expect(jsonLines(run.stdout)).toMatchObject([
      { index: 0 },
      { error: 'The line is not UTF-8.', line: 2 },
      { index: 0 },
    ])
  })

  test('an endless line is an error line, and the lines after it keep their numbers', async () => {
    const run = await runScore([], { input: `${'x'.repeat(18 * 1024 * 1024)}\n{"answers":{}}\n\n` })
    expect(run.status).toBe(1)
    expect(jsonLines(run.stdout)).toMatchObject([
      { error: 'The line is longer than 16 MiB.', line: 1 },
      { index: 0 },
      { error: 'The line is blank.', line: 3 },
    ])
  })

  test('an empty input gives nothing, and that is no error', async () => {
    expect(await runScore([])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('a reader that has seen enough ends the command without a complaint', async () => {
    const input = `${JSON.stringify(cases[0]?.input)}\n`.repeat(20_000)
    const run = await runScore([], { input, stopReadingAfter: 1 })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(run.stdout.split('\n').length).toBeLessThan(20_000)
  })
})

describe('what stops score before its first line is one sentence and status 2', { timeout }, () => {
  const unscored = { id: 'coffee', edition: 3, title: 'Coffee', form: { pages: [{ name: 'p1', elements: [] }] } }
  writeFileSync(join(folder, 'coffee.3.json'), JSON.stringify(unscored))

  test.concurrent.each([
    ['an unscored edition', ['--edition', 'coffee.3'], /^Edition coffee\.3 has no scoring rules/],
    [
      'an unknown edition',
      ['--edition', 'cluster-maturity.99'],
      /^There is no edition cluster-maturity\.99\. Editions are: .*cluster-maturity\.1/,
    ],
    ['a file that is not there', ['no-such-file.ndjson'], /^There is no file no-such-file\.ndjson\.\n$/],
    ['a folder', ['src'], /^src is a folder, not a file\.\n$/],
    ['an unknown option', ['--fast'], /--fast(.|\n)*Usage: npm run --silent score/],
    ['two files', ['a', 'b'], /^Only one file/],
  ])('%s', async (_, args, says) => {
    const run = await runScore(args, { input: '{"answers":{}}\n', env: { CUMULO_SURVEYS_DIR: folder } })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(says)
    expect(run.stderr).not.toContain('    at ')
  })
})
