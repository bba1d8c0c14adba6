import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surveys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The command as npm runs it, with the test's folder beside surveys/. */
function surveys() {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/surveys.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CUMULO_SURVEYS_DIR: folder },
  })
  return { status: run.status, lines: run.stdout.trimEnd().split('\n'), errors: run.stderr }
}

test('faultless editions print one line each', () => {
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify(unscoredEdition()))
  expect(surveys()).toEqual({
    status: 0,
    lines: [
      'surveys/cluster-maturity.1.json: 33 pages, 79 items, 113 variables, 18 checks, 28 indicators (published)',
      expect.stringMatching(
        /site-visit\.1\.json: 8 pages, 70 items, 70 variables, 0 checks, unscored \(not published, sha256 \w{64}\)$/,
      ),
    ],
    errors: '',
  })
})

test('each fault is printed with its file and place, and the status is 1', () => {
  const edition = unscoredEdition()
  Object.assign(edition.form.pages[3]?.elements[1] ?? {}, { name: 'constructor' })
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify(edition))
  writeFileSync(join(folder, 'site-visit.2.json'), JSON.stringify(unscoredEdition()))
  writeFileSync(join(folder, 'site-visit.3.json'), '{')
  const { status, lines } = surveys()
  expect(status).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(
      /site-visit\.1\.json: form\.pages\[3\]\.elements\[1\] \(constructor\): the name "constructor" is reserved$/,
    ),
    expect.stringMatching(/site-visit\.2\.json: \(whole file\): must be named site-visit\.1\.json$/),
    expect.stringMatching(/site-visit\.3\.json: \(whole file\): is not JSON: /),
  ])
})

test('what SurveyJS cannot load is a fault with its place', () => {
  const edition = unscoredEdition()
  edition.form.pages[0]?.elements.push({ type: 'radiogruop', name: 'misspelt' })
  edition.form.pages[1]?.elements.push({
    type: 'panel',
    name: 'around',
    elements: [{ type: 'text', name: 'odd', colour: 'blue', validators: [{ type: 'regexx' }] }],
  })
  writeFileSync(
    join(folder, 'site-visit.1.json'),
    JSON.stringify({ ...edition, form: { ...edition.form, titel: 'x' } }),
  )
  const { status, lines, errors } = surveys()
  expect({ status, errors }).toEqual({ status: 1, errors: '' })
  expect(lines).toEqual([
    expect.stringMatching(/: form\.pages\[0\]\.elements\[\d+\] \(misspelt\): SurveyJS has no type "radiogruop" here$/),
    expect.stringMatching(/\.validators\[0\] \(odd\): SurveyJS has no type "regexx" here$/),
    expect.stringMatching(
      /: form\.pages\[1\]\.elements\[\d+\]\.elements\[0\] \(odd\): SurveyJS does not know "colour"$/,
    ),
    expect.stringMatching(/: form: SurveyJS does not know "titel"$/),
  ])
})

test('a file of another shape is told place by place, with what was expected', () => {
  const { form, ...named } = unscoredEdition()
  const wrong = { ...named, id: 'Site Visit', edition: '1', titel: 'x', form: { pages: [{ name: 'p' }, 7] } }
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify({ ...wrong, title: 7 }))
  writeFileSync(join(folder, 'site-visit.2.json'), '[]')
  const { status, lines } = surveys()
  expect(status).toBe(1)
  expect(lines.map((line) => line.replace(/^.*(?=site-visit)/, ''))).toEqual([
    'site-visit.1.json: id: must be lower-case letters, digits and hyphens, beginning with a letter',
    'site-visit.1.json: edition: must be a number, and is a text',
    'site-visit.1.json: title: must be a text, or an object with a text in es, en or both',
    'site-visit.1.json: form.pages[0].elements: is missing; it must be a list',
    'site-visit.1.json: form.pages[1]: must be an object, and is a number',
    'site-visit.1.json: titel: is unknown: check its spelling',
    'site-visit.2.json: (whole file): must be an object, and is a list',
  ])
  expect(form.pages).not.toHaveLength(0)
})

test('a condition that only SurveyJS can read is a remark without scoring', () => {
  const edition = unscoredEdition()
  Object.assign(edition.form.pages[3]?.elements[1] ?? {}, { visibleIf: 'max({b1_percents_01.firms}, 0) > 50' })
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify(edition))
  const { status, lines } = surveys()
  expect(status).toBe(0)
  expect(lines).toHaveLength(3)
  expect(lines[2]).toMatch(
    /site-visit\.1\.json: form\.pages\[3\]\.elements\[1\] \(\w+\): remark: only SurveyJS can read .*: max\(\{b1_percents_01\.firms\}, 0\) > 50$/,
  )
})

test('a published edition may neither change nor go', () => {
  const digest = createHash('sha256').update('as published').digest('hex')
  writeFileSync(join(folder, 'site-visit.1.json'), JSON.stringify(unscoredEdition()))
  writeFileSync(join(folder, 'published.json'), JSON.stringify({ 'site-visit.1.json': digest, 'old.1.json': digest }))
  const { status, lines } = surveys()
  expect(status).toBe(1)
  expect(lines).toEqual([expect.stringContaining('was published with other bytes'), expect.stringContaining('is gone')])
})

test('the published editions have the bytes they were published with', () => {
  const published: unknown = JSON.parse(readFileSync(join(root, 'surveys/published.json'), 'utf8'))
  const bytes = readFileSync(join(root, 'surveys/cluster-maturity.1.json'))
  expect(published).toEqual({ 'cluster-maturity.1.json': createHash('sha256').update(bytes).digest('hex') })
})
