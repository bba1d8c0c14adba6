import { answerOf, isBlank, type Json, nonAnswerOf } from './answers.ts'
import { type CodebookColumn, type ColumnSource, canBeNegative, codebookOf } from './codebook.ts'
import type { Edition } from './edition.ts'
import type { ProvenanceName } from './exportFacts.ts'
import { type Form, type Question, readForm } from './form.ts'
import { folioOf } from './identifiers.ts'
import { type MissingReason, missingCodes, missingLabels } from './missing.ts'
import type { Result } from './result.ts'
import type { Submission } from './submission.ts'
import { visibleQuestions } from './visible.ts'

/** What an edition's submissions look like as a table. */
export type ExportTable = { form: Form; columns: readonly CodebookColumn[] }

/** What the server knows of a submission and its bytes do not say. */
export type ServerFacts = {
  /** the round it was counted in: in trial mode not the one that the device named */
  roundId: string | null
  receivedAt: string
  verdict: 'stored' | 'quarantined'
  reviewState: 'not_reviewed' | 'returned' | 'accepted'
  /** null where there was nothing to compare: an unscored or unknown edition */
  serverAgrees: boolean | null
  serverResult: Result | null
}

/** The table of an edition: the same columns for every submission, whatever was answered. */
export function exportTableOf(edition: Edition): ExportTable {
  const form = readForm(edition)
  return { form, columns: codebookOf(edition, form) }
}

/**
 * The cells of one submission, in the order of the table's columns; none of them null.
 *
 * The result is the server's own where there is one: `server_agrees` says whether the device got the same. An answer
 * that is there is never replaced by a missing code, even if skip logic would have hidden its question.
 */
export function rowOf(table: ExportTable, submission: Submission, facts: ServerFacts): string[] {
  const row: RowFacts = {
    form: table.form,
    submission,
    visible: visibleQuestions(table.form, submission.answers),
    provenance: provenanceOf(submission, facts),
    result: facts.serverResult ?? submission.result,
  }
  return table.columns.map(({ source }) => cellOf(source, row))
}

type RowFacts = {
  form: Form
  submission: Submission
  visible: ReadonlySet<string>
  provenance: Record<ProvenanceName, string>
  result: Result | null
}

function cellOf(source: ColumnSource, { form, submission, visible, provenance, result }: RowFacts): string {
  switch (source.kind) {
    case 'provenance':
      return provenance[source.name]
    case 'answer':
      return answerCell(source.question, submission, visible)
    case 'option':
      return optionCell(source.question, source.option, submission, visible)
    case 'status':
      return statusCell(source.question, submission, visible)
    case 'unlisted':
      return unlistedCell(form, submission)
    case 'result':
      return result === null ? '' : resultCell(result, source.name)
    case 'dimension':
      return cellOfNumber(result?.dimensions[source.id])
    case 'level':
      return levelCell(result, source.indicator)
  }
}

function provenanceOf(submission: Submission, facts: ServerFacts): Record<ProvenanceName, string> {
  return {
    submission_id: submission.submissionId,
    parent_id: submission.parentId ?? '',
    folio: folioOf(submission.submissionId, submission.completedAt),
    round_id: withoutFormula(facts.roundId ?? ''),
    cluster_id: submission.clusterId ?? '',
    cluster_name: withoutFormula(submission.clusterName),
    questionnaire: submission.questionnaire.id,
    edition: String(submission.questionnaire.edition),
    mode: submission.mode,
    language: submission.language,
    started_at: submission.startedAt,
    completed_at: submission.completedAt,
    received_at: facts.receivedAt,
    device_id: submission.deviceId,
    seq: submission.seq === null ? '' : String(submission.seq),
    verdict: facts.verdict,
    review_state: facts.reviewState,
    server_agrees: facts.serverAgrees === null ? '' : flag(facts.serverAgrees),
  }
}

/** An empty text or list is what a form leaves behind when an answer was taken back. */
function valueIn(submission: Submission, variable: string): Json | undefined {
  const value = answerOf(submission.answers, variable)
  return isBlank(value) ? undefined : value
}

/** Why there is no value: what the person said, else whether the question was asked at all. */
function missingReason(question: Question, submission: Submission, visible: ReadonlySet<string>): MissingReason {
  return nonAnswerOf(submission.nonresponse, question.name) ?? (visible.has(question.name) ? 'blank' : 'skipped')
}

function answerCell(question: Question, submission: Submission, visible: ReadonlySet<string>): string {
  const value = valueIn(submission, question.name)
  if (value !== undefined) return cellOfValue(question, value)
  return canBeNegative(question) ? '' : missingCodes[missingReason(question, submission, visible)]
}

/** Beside a variable that may be negative: why it is empty; empty itself where there is a value. */
function statusCell(question: Question, submission: Submission, visible: ReadonlySet<string>): string {
  if (valueIn(submission, question.name) !== undefined) return ''
  return missingCodes[missingReason(question, submission, visible)]
}

function optionCell(question: Question, option: string, submission: Submission, visible: ReadonlySet<string>): string {
  const value = valueIn(submission, question.name)
  if (value === undefined) return missingCodes[missingReason(question, submission, visible)]
  return flag(Array.isArray(value) ? value.some((chosen) => String(chosen) === option) : String(value) === option)
}

function cellOfValue(question: Question, value: Json): string {
  if (typeof value === 'number') return cellOfNumber(value)
  if (typeof value === 'boolean') return flag(value)
  if (Array.isArray(value) && question.kind === 'multiple' && value.every((chosen) => typeof chosen !== 'object')) {
    const codes = value.map(String)
    return codes.every((code) => isCode(question, code)) ? codes.join(';') : withoutFormula(codes.join(';'))
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  return isCode(question, value) ? value : withoutFormula(value)
}

function isCode(question: Question, value: string): boolean {
  return question.choices.some((choice) => String(choice.value) === value)
}

/** As JSON, the answers of an unscored edition that have no column: of no question, or outside its options. */
function unlistedCell(form: Form, submission: Submission): string {
  const unlisted: [string, Json][] = []
  for (const variable of Object.keys(submission.answers).sort()) {
    const value = valueIn(submission, variable)
    const question = form.question(variable)
    if (value === undefined) continue
    if (question === undefined) unlisted.push([variable, value])
    else if (question.kind === 'multiple' && question.choices.length > 0) {
      const chosen = Array.isArray(value) ? value : [value]
      const others = chosen.filter((code) => !isCode(question, String(code)))
      if (others.length > 0) unlisted.push([variable, others])
    }
  }
  return unlisted.length === 0 ? '' : JSON.stringify(Object.fromEntries(unlisted))
}

function resultCell(result: Result, name: string): string {
  switch (name) {
    case 'index':
      return cellOfNumber(result.index)
    case 'completeness':
      return cellOfNumber(result.completeness)
    case 'result_status':
      return result.status
    default:
      return result.stage ?? ''
  }
}

function levelCell(result: Result | null, indicator: string): string {
  const found = result?.indicators[indicator]
  if (found === undefined) return ''
  return found.level === null ? missingCodes.na : String(found.level)
}

function cellOfNumber(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function flag(is: boolean): string {
  return is ? '1' : '0'
}

/**
 * Free text that a spreadsheet would take for a formula, with an apostrophe in front: after any blanks and control
 * characters, and in the full-width forms that some programs accept too. Never for numbers and codes.
 */
export function withoutFormula(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

const codebookHeader = [
  'column',
  'short',
  'label_es',
  'label_en',
  'question_es',
  'question_en',
  'universe_es',
  'universe_en',
  'type',
  'unit',
  'min',
  'max',
  'values_es',
  'values_en',
  'missing',
]

/** The codebook as rows of a table, the header first. */
export function codebookRows(columns: readonly CodebookColumn[]): string[][] {
  return [codebookHeader, ...columns.map(codebookRow)]
}

function codebookRow(column: CodebookColumn): string[] {
  const values = (language: 'es' | 'en') =>
    column.values
      .map(({ code, label }) => (label[language] === code ? code : `${code} = ${label[language]}`))
      .join('; ')
  const missing = column.missing.map((reason) => `${missingLabels[reason].en}: ${missingCodes[reason]}`).join('; ')
  return [
    column.column,
    column.short,
    ...[column.label, column.question, column.universe].flatMap(({ es, en }) => [es, en]).map(withoutFormula),
    column.type,
    column.unit,
    column.min === null ? '' : String(column.min),
    column.max === null ? '' : String(column.max),
    values('es'),
    values('en'),
    missing,
  ]
}
