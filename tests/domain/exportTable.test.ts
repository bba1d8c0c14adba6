import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, NonAnswers } from '#domain/answers.ts'
import { columnNames } from '#domain/columnNames.ts'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { codebookRows, exportTableOf, rowOf, type ServerFacts, withoutFormula } from '#domain/exportTable.ts'
import { score } from '#domain/scoring.ts'
import type { Submission } from '#domain/submission.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const maturity = editionIn('surveys/cluster-maturity.1.json')
const table = exportTableOf(maturity)

const facts: ServerFacts = {
  roundId: 'trial',
  receivedAt: '2026-11-23T20:00:00.000Z',
  verdict: 'stored',
  reviewState: 'not_reviewed',
  serverAgrees: true,
  serverResult: null,
}

function editionIn(file: string): Edition {
  const parsed = parseEdition(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.edition
}

function submission(answers: Record<string, Json>, nonresponse: NonAnswers = {}, edition = maturity): Submission {
  return {
    format: 1,
    submissionId: '019aad3c-5b7e-7c1a-9f00-0123456789ab',
    parentId: null,
    questionnaire: { id: edition.id, edition: edition.edition },
    roundId: '2026',
    clusterId: 'CL-05-012',
    clusterName: '=Clúster Café',
    deviceId: '5b0c0c2e-8c3c-4a57-9d4c-1e6f4a3d2b10',
    seq: 7,
    mode: 'interview',
    language: 'es',
    enumerator: null,
    startedAt: '2026-11-23T15:00:00.000Z',
    completedAt: '2026-11-23T16:00:00.000Z',
    timeZone: 'America/Bogota',
    clockOffsetMs: null,
    answers,
    nonresponse,
    notes: {},
    checkReasons: {},
    consent: { noticeVersion: '1', at: '2026-11-23T15:00:00.000Z' },
    result: edition.scoring === undefined ? null : score(edition.scoring, { answers, nonresponse }),
    sawResult: false,
    app: { build: 'test' },
  }
}

function cellsOf(answers: Record<string, Json>, nonresponse: NonAnswers = {}): Record<string, string | undefined> {
  const row = rowOf(table, submission(answers, nonresponse), facts)
  return Object.fromEntries(table.columns.map(({ column }, place) => [column, row[place]]))
}

const active = { ci_status: 'active' }

describe('the columns of edition 1', () => {
  const columns = table.columns.map(({ column }) => column)

  test('begin with provenance and end with the result', () => {
    expect(columns.slice(0, 19)).toEqual([
      ...['submission_id', 'parent_id', 'folio', 'round_id', 'cluster_id', 'cluster_name', 'questionnaire', 'edition'],
      ...['mode', 'language', 'started_at', 'completed_at', 'received_at', 'device_id', 'seq', 'verdict'],
      ...['review_state', 'server_agrees', table.form.questions[0]?.name],
    ])
    const result = [
      'index',
      'completeness',
      'result_status',
      'stage',
      'dim_gov',
      'dim_str',
      'dim_all',
      'dim_res',
      'dim_sus',
    ]
    expect(columns.slice(-37, -28)).toEqual(result)
    expect(columns.slice(-28).every((column) => column.startsWith('level_'))).toBe(true)
  })

  test('hold each variable under its own name, options as variable__code, countries as one', () => {
    for (const { kind, name } of table.form.questions) {
      if (kind !== 'multiple' || name === 'new_market_countries') expect(columns).toContain(name)
      else expect(columns).not.toContain(name)
    }
    expect(columns).toContain('depts_covered__05')
    expect(columns).toContain('focus_areas__none_yet')
    expect(columns.indexOf('sales_growth_pct_status')).toBe(columns.indexOf('sales_growth_pct') + 1)
    expect(columns.filter((column) => column.endsWith('_status'))).toHaveLength(4)
  })

  test('have short names that Stata and SPSS take, and labels of at most 80 characters', () => {
    const shorts = table.columns.map(({ short }) => short)
    expect(shorts.filter((short) => !/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(short))).toEqual([])
    expect(new Set(shorts.map((short) => short.toLowerCase())).size).toBe(shorts.length)
    for (const { label } of table.columns) expect(Math.max(label.es.length, label.en.length)).toBeLessThanOrEqual(80)
  })

  test('are each a row of the codebook, without empty labels', () => {
    const [header, ...rows] = codebookRows(table.columns)
    expect(rows.map((row) => row[0])).toEqual(columns)
    expect(rows.filter((row) => row.length !== header?.length || row[2] === '' || row[3] === '')).toEqual([])
    expect(rows.find((row) => row[0] === 'res_markets')?.at(-1)).toBe(
      'Does not know: -6; Prefers not to answer: -7; Does not apply: -4; Not asked (skipped): -8; No answer (blank): -9',
    )
    // The whole composition takes a non-answer, not its rows: each row's column must still announce the code.
    expect(rows.find((row) => row[0] === 'fund_host')?.at(-1)).toContain('-6')
  })

  test('have in the codebook the question as it is asked: a row of a table with the words above the table', () => {
    const [header = [], ...rows] = codebookRows(table.columns)
    const questionOf = (column: string, language: 'es' | 'en') =>
      rows.find((row) => row[0] === column)?.[header.indexOf(`question_${language}`)]
    expect(questionOf('res_sales', 'es')).toBe(
      'Entre enero y diciembre de {ref_year}, ¿qué resultados lograron las empresas con apoyo de la iniciativa? — Crecimiento en ventas',
    )
    expect(questionOf('pct_sales', 'en')).toBe(
      'Between January and December {ref_year}, what percentage of the measured firms achieved each result? — Sales growth',
    )
    const asked = table.columns.flatMap(({ source }) => (source.kind === 'answer' ? [source.question.name] : []))
    expect(new Set(asked.map((name) => questionOf(name, 'es'))).size).toBe(asked.length)
  })

  test('have lists of codes in the codebook, which nothing guards against formulas', () => {
    const [header = [], ...rows] = codebookRows(table.columns)
    const status = rows.find((row) => row[0] === 'sales_growth_pct_status')
    expect(status?.[header.indexOf('values_es')]).toBe(
      '-6 = No sabe; -7 = Prefiere no responder; -8 = No se preguntó (salto); -9 = Sin respuesta (en blanco)',
    )
  })
})

describe('a row', () => {
  test('says where it comes from', () => {
    expect(cellsOf(active)).toMatchObject({
      submission_id: '019aad3c-5b7e-7c1a-9f00-0123456789ab',
      parent_id: '',
      folio: expect.stringMatching(/^CC-26-[0-9A-Z]{7}./),
      round_id: 'trial',
      cluster_id: 'CL-05-012',
      cluster_name: "'=Clúster Café",
      edition: '1',
      seq: '7',
      server_agrees: '1',
    })
  })

  test('keeps answers under their codes, and says what was chosen with 0 and 1', () => {
    const cells = cellsOf({ ...active, dept_main: '05', depts_covered: ['05', '11'], n_firms_linked: 0, team_fte: 2.5 })
    expect(cells).toMatchObject({
      dept_main: '05',
      depts_covered__05: '1',
      depts_covered__11: '1',
      depts_covered__08: '0',
      n_firms_linked: '0',
      team_fte: '2.5',
    })
  })

  test('tells apart what was not known, refused, not applicable, not asked and left blank', () => {
    const cells = cellsOf(
      { ...active, n_firms_active: 10, body_committee: 'none' },
      { gov_formal_model: 'dk', satisfaction: 'refused', res_markets: 'na', focus_areas: 'dk', fund_host: 'refused' },
    )
    expect(cells).toMatchObject({
      gov_formal_model: '-6',
      satisfaction: '-7',
      res_markets: '-4',
      focus_areas__talent: '-6',
      fund_host: '-7',
      committee_private_pct: '-8',
      manager_status: '-9',
      services__training: '-9',
      networks_other: '-8',
      new_market_countries: '-8',
    })
  })

  test('never puts a code where the value itself may be negative', () => {
    expect(cellsOf({ ...active, res_sales: 'measured', sales_growth_pct: -6 })).toMatchObject({
      sales_growth_pct: '-6',
      sales_growth_pct_status: '',
    })
    const measured = { ...active, res_sales: 'measured' }
    expect(cellsOf(measured, { sales_growth_pct: 'dk' })).toMatchObject({
      sales_growth_pct: '',
      sales_growth_pct_status: '-6',
    })
    expect(cellsOf(active)).toMatchObject({ sales_growth_pct: '', sales_growth_pct_status: '-8' })
  })

  test('joins countries', () => {
    const cells = cellsOf({ ...active, res_markets: 'measured', new_market_countries: ['US', 'EC'] })
    expect(cells.new_market_countries).toBe('US;EC')
  })

  test('guards free text that a spreadsheet would run, and nothing else', () => {
    const cells = cellsOf({
      ...active,
      ci_name: '=HYPERLINK("http://x")',
      muni_main: '  +57',
      success_story: '-9',
      comments: 'a=b',
      sales_growth_pct: -3.5,
    })
    expect(cells).toMatchObject({
      ci_name: '\'=HYPERLINK("http://x")',
      muni_main: "'  +57",
      success_story: "'-9",
      comments: 'a=b',
      sales_growth_pct: '-3.5',
    })
    // A quarantined submission may hold anything in the place of a code.
    expect(cellsOf({ ci_status: '@cmd' }).ci_status).toBe("'@cmd")
  })

  test('shows the result in full precision, the server’s own where there is one', () => {
    const answered = submission({ ...active, gov_formal_model: 'documented' })
    const own = answered.result
    if (own === null) throw new Error('edition 1 is scored')
    const row = (serverResult: ServerFacts['serverResult']) =>
      Object.fromEntries(
        rowOf(table, answered, { ...facts, serverResult }).map((cell, place) => [table.columns[place]?.column, cell]),
      )
    expect(row(null)).toMatchObject({
      index: String(own.index),
      result_status: own.status,
      stage: '',
      level_gov_model: '3',
    })
    expect(row({ ...own, index: 1 / 3 })).toMatchObject({ index: '0.3333333333333333' })
    const without = { ...own.indicators, res_markets: { level: null, status: 'not_applicable' as const } }
    expect(row({ ...own, indicators: without })).toMatchObject({ level_res_markets: '-4' })
  })
})

describe('an edition without scoring', () => {
  const visit = unscoredEdition()
  const visits = exportTableOf(visit)
  const cells = (answers: Record<string, Json>) => {
    const row = rowOf(visits, submission(answers, {}, visit), { ...facts, serverAgrees: null })
    return Object.fromEntries(visits.columns.map(({ column }, place) => [column, row[place]]))
  }

  test('takes its labels from the titles and has no result columns', () => {
    const columns = visits.columns.map(({ column }) => column)
    expect(columns).not.toContain('index')
    expect(visits.columns.find(({ column }) => column === 'b1_text_01')?.label.es).toBe(
      'Nombre de lo que vio en el punto 1',
    )
  })

  test('keeps objects as JSON, and whatever has no column of its own', () => {
    const answers = {
      b1_percents_01: { firms: 40, academia: 60 },
      b1_multiple_01: ['c1', 'other'],
      'b1_multiple_01-Comment': 'ninguna',
    }
    expect(cells(answers)).toMatchObject({
      b1_percents_01: '{"firms":40,"academia":60}',
      b1_multiple_01__c1: '1',
      b1_multiple_01__c2: '0',
      unlisted_answers: '{"b1_multiple_01":["other"],"b1_multiple_01-Comment":"ninguna"}',
      server_agrees: '',
    })
    expect(cells({}).unlisted_answers).toBe('')
  })

  test('may call a variable like a column that every export has', () => {
    const clashing: Edition = {
      ...visit,
      form: {
        pages: [
          {
            name: 'p',
            elements: [
              { type: 'text', name: 'mode' },
              { type: 'text', name: '__proto__' },
            ],
          },
        ],
      },
    }
    const { columns } = exportTableOf(clashing)
    expect(columns.filter(({ column }) => /mode/.test(column)).map(({ column }) => column)).toEqual([
      'mode',
      'mode_answer',
    ])
  })
})

test('names differ whatever the case, and the lower rank keeps its own', () => {
  const long = 'a'.repeat(40)
  expect(
    columnNames([
      { wanted: 'Stage', rank: 1 },
      { wanted: 'stage', rank: 0 },
      { wanted: long, rank: 1 },
      { wanted: `${long}b`, rank: 1 },
    ]),
  ).toEqual([
    { column: 'Stage_answer', short: 'Stage_answer' },
    { column: 'stage', short: 'stage' },
    { column: long, short: 'a'.repeat(32) },
    { column: `${long}b`, short: `${'a'.repeat(30)}_2` },
  ])
})

test('no text leaves as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@ \t\r\n\u00a0\ufeff\uff1da1'.split('')) }), (text) => {
      const safe = withoutFormula(text)
      expect(safe).not.toMatch(/^[\s\u200b]*[=+\-@\uff1d]/)
      expect([text, `'${text}`]).toContain(safe)
    }),
  )
})
