import type { Answers } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import type { Edition } from '#domain/edition.ts'
import { uuidv7 } from '#domain/identifiers.ts'
import type { Controller } from '#domain/protocol.ts'
import type { RegisterRow } from '#domain/register.ts'
import type { Round } from '#domain/round.ts'
import { type CompletedAssessment, composeSubmission, type Submission, type Tombstone } from '#domain/submission.ts'
import { readEditions, surveysFolder } from '#store/editionFiles.ts'

/** Answers to the whole of edition 1 without any hard fault, of a cluster that has only just begun. */
export const completeAnswers: Answers = {
  notice_read: 'yes',
  consent_personal: 'yes',
  consent_network: 'yes',
  consent_profile: 'yes',
  consent_microdata: 'yes',
  consent_followup: 'yes',
  respondent_name: 'María Peña Ñáñez',
  respondent_email: 'maria@example.org',
  respondent_role: 'manager',
  ci_name: 'Clúster de Café de Antioquia',
  ci_status: 'active',
  founded_year: 2015,
  ref_year: 2025,
  dept_main: '05',
  depts_covered: ['05'],
  muni_main: 'Medellín',
  lead_entity_type: 'university',
  macro_sector: 'agroindustry',
  ciiu_section_main: 'A',
  ciiu_sections_other: ['C'],
  legal_form: 'host_program',
  prior_assessment: ['ssme'],
  n_firms_linked: 0,
  n_firms_active: 0,
  n_members_committed: 0,
  n_associations: 0,
  n_academia: 0,
  n_support: 0,
  n_public: 0,
  firms_micro: 0,
  firms_small: 0,
  firms_medium: 0,
  firms_large: 0,
  firms_size_unknown: 0,
  size_source: 'register',
  gov_formal_model: 'none',
  manager_status: 'none',
  body_assembly: 'none',
  body_committee: 'none',
  body_tables: 'none',
  satisfaction: 'never',
  accountability: 'none',
  strategy_document: 'none',
  focus_areas: ['market_access'],
  action_plan: 'none',
  monitoring: 'none',
  services: ['training'],
  policy_alignment: ['crci'],
  academia_alliance: 'no',
  cofinanced: 'no',
  promotion_agencies: 'no',
  intercluster: 'no',
  n_collab_projects: 0,
  networks: ['red_cluster_colombia'],
  res_sales: 'no',
  res_markets: 'no',
  res_improved: 'no',
  res_new: 'no',
  res_public_goods: 'no',
  res_diversification: 'no',
  res_identity: 'no',
  impact_evaluation: 'none',
  success_story: 'Ninguna todavía — 😀',
  budget_cop: 0,
  funding_horizon: 'lt6m',
  fee_system: 'none',
  financial_control: 'none',
  top_challenges: ['funding'],
  support_needs: ['funding'],
  comments: 'Línea uno\nlínea «dos»',
}

const editions = readEditions([surveysFolder]).editions

export function censusEdition(): Edition {
  const edition = editions.find(({ id, edition: number }) => id === 'cluster-maturity' && number === 1)
  if (edition === undefined) throw new Error('edition 1 of the census questionnaire is not there')
  return edition
}

let made = 0

/** A new id each time, in the order of the calls. */
export function newId(): string {
  made += 1
  const random = new Uint8Array(10)
  new DataView(random.buffer).setUint32(6, made)
  return uuidv7(Date.UTC(2026, 10, 20) + made, random)
}

export const registeredCluster = 'CL-05-001'
export const deviceId = '3b241101-e2bb-4255-8caf-4136c566a962'

/** A submission that any server with `registerRows` in its register stores. */
export function validSubmission(overrides: Partial<CompletedAssessment> & { answers?: Answers } = {}): Submission {
  const { answers = completeAnswers, ...facts } = overrides
  made += 1
  return composeSubmission({
    edition: censusEdition(),
    answered: { answers, nonresponse: {} },
    submissionId: newId(),
    parentId: null,
    roundId: null,
    clusterId: registeredCluster,
    clusterName: 'Clúster de Café de Antioquia',
    deviceId,
    seq: made,
    mode: 'interview',
    language: 'es',
    enumerator: 'Ana',
    startedAt: '2026-11-20T14:00:00.000Z',
    completedAt: '2026-11-20T14:40:00.000Z',
    timeZone: 'America/Bogota',
    clockOffsetMs: null,
    notes: {},
    checkReasons: {},
    consent: { noticeVersion: '1', at: '2026-11-20T14:01:00.000Z' },
    sawResult: true,
    app: { build: 'test' },
    ...facts,
  })
}

export function tombstone(overrides: Partial<Tombstone> = {}): Tombstone {
  made += 1
  const deletedAt = '2026-11-20T15:00:00.000Z'
  return { format: 1, kind: 'tombstone', submissionId: newId(), deviceId, seq: made, deletedAt, ...overrides }
}

/** The line as a device sends it. */
export function lineOf(content: unknown): string {
  return canonicalJson(content)
}

/** Three clusters of two chambers. */
export const registerRows: readonly RegisterRow[] = [
  registerRow({ clusterId: registeredCluster, name: 'Clúster de Café de Antioquia', chamberCode: '21' }),
  registerRow({ clusterId: 'CL-05-002', name: 'Clúster de Energía', chamberCode: '21' }),
  registerRow({ clusterId: 'CL-76-001', name: 'Clúster de Bioenergía', deptCode: '76', chamberCode: '13' }),
]

export function registerRow(overrides: Partial<RegisterRow>): RegisterRow {
  return {
    clusterId: registeredCluster,
    name: 'Clúster',
    chamberCode: '21',
    deptCode: '05',
    macroSector: 'agroindustry',
    ciiuSection: 'A',
    foundedYear: 2015,
    status: 'active',
    contactName: 'Contacto Secreto',
    contactEmail: 'secreto@example.org',
    ...overrides,
  }
}

export const controller: Controller = {
  name: 'Red de ejemplo',
  nit: '900123456-8',
  address: 'Calle 1 # 2-3, Bogotá',
  mail: 'datos@example.org',
  phone: '+57 601 000 0000',
  processor: 'Operador de ejemplo',
  hostingCountry: 'Colombia',
  noticeVersion: '1',
}

export function round(overrides: Partial<Round> = {}): Round {
  return {
    roundId: '2026',
    title: 'Ronda 2026',
    questionnaire: { id: 'cluster-maturity', edition: 1 },
    registerVersion: 1,
    opensOn: '2026-01-01',
    closesOn: null,
    status: 'open',
    trial: false,
    ...overrides,
  }
}
