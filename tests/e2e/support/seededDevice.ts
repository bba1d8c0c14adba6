import type { Page } from 'playwright-core'
import type { Answers } from '#domain/answers.ts'
import type { Benchmark } from '#domain/benchmark.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { sha256Hex } from '#domain/digest.ts'
import type { Plan } from '#domain/plan.ts'
import type { Submission } from '#domain/submission.ts'
import type { Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import type { Draft, OutboxEntry, Profile, StoredReceipt } from '../../../src/app/database.ts'
import { completeAnswers, newId, validSubmission } from '../../support/builders.ts'
import { blankDraft } from '../../support/deviceDatabase.ts'
import { exampleAnswers } from '../../support/scoringCases.ts'
import { putRows, storedRow, waitingRow } from './deviceRows.ts'
import { form } from './robot.ts'

const hourMs = 3_600_000
const thisYear = new Date().getFullYear()
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString()

/** All that an active cluster is asked, with a number of every kind, and one answer that is unlikely. */
export const fullAnswers: Answers = visible({
  ...completeAnswers,
  ...exampleAnswers('B'),
  ...{ ref_year: thisYear - 1, n_firms_linked: 1234, n_firms_active: 1300, n_firms_measured: 100 },
  ...{ firms_micro: 1000, firms_small: 200, firms_medium: 30, firms_large: 4, firms_size_unknown: 0 },
  ...{ res_sales: 'measured', res_markets: 'measured', pct_sales: 40, pct_markets: 20, sales_growth_pct: -12.5 },
  ...{ new_market_countries: ['US', 'CA'], res_public_goods: 'measured', public_good_types: ['lab'] },
  ...{ n_jobs: 12_345, exports_usd: 1_234_567, budget_cop: 1_250_000_000, strategy_end_year: thisYear + 3 },
})

function visible(answers: Answers): Answers {
  return keepVisible(form, { answers, nonresponse: {} }).answers
}

/** Addresses of what `seedDevice` has put there. */
export const seeded = {
  /** just opened */
  fresh: '/draft/fresh',
  /** answered to the end, with one unlikely answer */
  full: '/draft/full',
  /** an interview that was left with errors */
  faulty: '/draft/faulty',
} as const

export type SeededResults = Record<'scored' | 'insufficient' | 'lastStage' | 'received' | 'parked', string>

/** A device as after some rounds of use: people, drafts, results with a plan, what waits and what was received. */
export async function seedDevice(page: Page, language: Language): Promise<SeededResults> {
  const results = {
    scored: made(fullAnswers, 3),
    received: made({ ...completeAnswers, ref_year: thisYear - 2 }, 24 * 370),
    insufficient: made({ ...completeAnswers, ...unanswered }, 30, { clusterId: null, clusterName: 'Clúster de cacao' }),
    lastStage: made({ ...fullAnswers, ...exampleAnswers('C'), ref_year: thisYear - 1 }, 50, {
      clusterId: 'CL-05-003',
      clusterName: 'Clúster Textil',
    }),
    parked: made(fullAnswers, 60, { clusterId: 'CL-76-001', clusterName: 'Clúster de Bioenergía' }),
  }
  await putRows(page, {
    device: [
      { key: 'preferences', value: { language, theme: 'light', textSize: 'A' } },
      { key: 'activeProfile', value: { profileId: people[0]?.profileId } },
      { key: 'benchmark', value: { benchmark, readAt: ago(50) } },
    ],
    profiles: people,
    drafts: drafts(language),
    submissions: Object.values(results).map(storedRow),
    outbox: [waiting(results.scored), waiting(results.insufficient), parked(results.parked)],
    receipts: [receipt(results.received)],
    plans: [planOf(results.scored)],
  })
  const { scored, insufficient, lastStage, received, parked: refused } = results
  return {
    ...{ scored: scored.submissionId, insufficient: insufficient.submissionId },
    ...{ lastStage: lastStage.submissionId, received: received.submissionId, parked: refused.submissionId },
  }
}

const people: Profile[] = [
  { profileId: 'marta', name: 'Marta Ramírez Quintero', role: 'Gestora del clúster' },
  { profileId: 'luis', name: 'Luis P.', role: '' },
]

const quartiles = { p25: 31.5, p50: 44, p75: 62.25 }
const benchmark: Benchmark = {
  ...{ format: 1, kind: 'benchmark', roundId: '2025', asOf: '2025-10-12' },
  groups: [
    {
      ...{ id: 'all', es: 'Todas las iniciativas', en: 'All initiatives', n: 96 },
      dimensions: { gov: quartiles, str: quartiles, all: quartiles, res: quartiles, sus: quartiles },
      stages: { s1_exploracion: 40, s2_intermedio: 30, s3_consolidacion: 20, s4_avanzado: 6 },
    },
  ],
}

/** So much that no stage can be told. */
const unanswered: Answers = Object.fromEntries(
  Object.keys(completeAnswers)
    .filter((name) => /^(?:gov_|body_|res_|strategy_|action_|monitoring|funding_|budget_)/.test(name))
    .map((name) => [name, '']),
)

function drafts(language: Language): Draft[] {
  const pages = form.pages.map(({ name }) => name)
  const shared = { roundId: 'trial', language }
  const { respondent_role: _role, gov_formal_model: _model, satisfaction: _satisfied, ...lacking } = fullAnswers
  return [
    blankDraft({
      ...{ ...shared, key: 'full', mode: 'self', answers: fullAnswers, visitedPages: pages, page: 'B_1' },
      ...{ savedAt: ago(2), notes: { n_firms_active: 'Según la lista de asistencia.' } },
    }),
    blankDraft({
      ...{ ...shared, key: 'faulty', mode: 'interview', enumerator: 'Marta Ramírez Quintero', visitedPages: pages },
      ...{ clusterId: null, clusterName: 'Clúster de turismo de naturaleza del sur del Huila y el norte del Cauca' },
      ...{ savedAt: ago(30), page: 'C_1', answers: { ...lacking, fund_host: 90, founded_year: 1950 } },
    }),
    blankDraft({
      ...{ ...shared, key: 'fresh', mode: 'self', savedAt: ago(24 * 9) },
      ...{ clusterId: 'CL-05-002', clusterName: 'Clúster de Energía' },
    }),
  ]
}

type Cluster = Pick<Submission, 'clusterId' | 'clusterName'>

/** Without a cluster, of the same one as the others: its earlier results are compared. */
function made(answers: Answers, hoursAgo: number, cluster: Partial<Cluster> = {}): Submission {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
  const times = { startedAt: ago(hoursAgo + 1), completedAt: ago(hoursAgo) }
  return validSubmission({ ...times, ...cluster, submissionId: newId(), roundId: 'trial', answers: visible(given) })
}

function waiting(submission: Submission): OutboxEntry {
  return { ...waitingRow(submission, canonicalJson(submission)), attempts: 2, lastAttemptAt: ago(1) }
}

function parked(submission: Submission): OutboxEntry {
  const message = {
    es: 'El cuestionario de esta edición ya cerró.',
    en: 'The questionnaire of this edition has closed.',
  }
  return { ...waiting(submission), parked: { code: 'other-bytes-stored', message } }
}

function receipt(submission: Submission): StoredReceipt {
  const { submissionId, completedAt } = submission
  const sha256 = sha256Hex(canonicalJson(submission))
  return { submissionId, receipt: '', receivedAt: completedAt, status: 'stored', sha256 }
}

function planOf({ submissionId }: Submission): Plan {
  const actions = [
    { indicator: 'sus_diversity', level: 3, responsible: 'Marta Ramírez Quintero', due: `${thisYear + 1}-06-30` },
    { indicator: 'gov_bodies', level: 4, responsible: '', due: null },
  ]
  return { submissionId, actions, savedAt: ago(1) }
}
