import { columnNames } from './columnNames.ts'
import type { Edition } from './edition.ts'
import { type FactColumn, type ProvenanceName, provenanceColumns, resultColumns } from './exportFacts.ts'
import type { Form, Panel, Question } from './form.ts'
import { type MissingReason, missingCodes, missingLabels } from './missing.ts'
import { inLanguage, type Text } from './text.ts'

/** Where the cells of a column come from. */
export type ColumnSource =
  | { kind: 'provenance'; name: ProvenanceName }
  | { kind: 'answer'; question: Question }
  | { kind: 'option'; question: Question; option: string }
  | { kind: 'status'; question: Question }
  | { kind: 'unlisted' }
  | { kind: 'result'; name: string }
  | { kind: 'dimension'; id: string }
  | { kind: 'level'; indicator: string }

export type ColumnType = FactColumn['type'] | 'date' | 'list' | 'json'

/** One column of the export: everything an analyst needs in order to read it without asking. */
export type CodebookColumn = {
  column: string
  /** the same name in at most 32 characters, letters, digits and underscores; unique whatever the case (Stata, SPSS) */
  short: string
  /** at most 80 characters */
  label: Text
  /** the question as it is asked; empty for what nobody is asked */
  question: Text
  universe: Text
  type: ColumnType
  unit: string
  min: number | null
  max: number | null
  values: readonly { code: string; label: Text }[]
  missing: readonly MissingReason[]
  source: ColumnSource
}

type Draft = Omit<CodebookColumn, 'short'>

const nothing: Text = { es: '', en: '' }
const longestLabel = 80
// Countries would make 249 columns; departments (33) and sections (21) are still a table that a person can read.
const mostOptionColumns = 60

/**
 * The columns of an edition's export, in order: provenance, variables in the order of the form, result.
 *
 * An edition without a codebook of its own gets labels from its titles, and a last column for what no other column can
 * hold (comments of SurveyJS, values outside the choices), so that nothing captured is lost on the way out.
 */
export function codebookOf(edition: Edition, form: Form): CodebookColumn[] {
  const drafts: Draft[] = [
    ...provenanceColumns.map((fact) => factColumn(fact, { kind: 'provenance', name: fact.column })),
    ...form.questions.flatMap((question) => questionColumns(question, edition, form)),
  ]
  if (edition.scoring === undefined) drafts.push(unlistedColumn())
  else drafts.push(...scoringColumns(edition, edition.scoring))
  return named(drafts)
}

function factColumn(fact: FactColumn, source: ColumnSource): Draft {
  return {
    column: fact.column,
    label: fact.label,
    question: nothing,
    universe: { es: 'Todas las evaluaciones', en: 'All submissions' },
    type: fact.type,
    unit: '',
    min: null,
    max: null,
    values: fact.type === 'flag' ? yesNo : (fact.codes ?? []).map((code) => ({ code, label: { es: code, en: code } })),
    missing: [],
    source,
  }
}

const yesNo = [
  { code: '0', label: { es: 'No', en: 'No' } },
  { code: '1', label: { es: 'Sí', en: 'Yes' } },
]

function questionColumns(question: Question, edition: Edition, form: Form): Draft[] {
  const entry = edition.codebook?.[question.name]
  const label = entry?.label ?? bothLanguages(question.short ?? question.title, question.name)
  const whole: Draft = {
    column: question.name,
    label: clipped(label),
    question: questionText(question, form),
    universe: entry?.universe ?? universeOf(question),
    type: typeOf(question),
    unit: entry?.unit ?? '',
    min: question.kind === 'number' ? (question.min ?? null) : null,
    max: question.kind === 'number' ? (question.max ?? null) : null,
    values: valuesOf(question),
    missing: missingOf(question),
    source: { kind: 'answer', question },
  }
  if (hasOptionColumns(question)) return whole.values.map((value) => optionColumn(whole, question, label, value))
  if (!canBeNegative(question)) return [whole]
  const status: Draft = {
    ...whole,
    column: `${question.name}_status`,
    label: clipped({ es: `Por qué falta: ${label.es}`, en: `Why missing: ${label.en}` }),
    type: 'code',
    unit: '',
    min: null,
    max: null,
    values: whole.missing.map((reason) => ({ code: missingCodes[reason], label: missingLabels[reason] })),
    missing: [],
    source: { kind: 'status', question },
  }
  return [{ ...whole, missing: [] }, status]
}

/** A row of a table is no question without what stands above the table. */
function questionText(question: Question, form: Form): Text {
  const own = bothLanguages(question.title, question.name)
  const panel = tableOf(question, form)
  if (panel?.title === undefined) return own
  const above = bothLanguages(panel.title, panel.name)
  return { es: `${above.es} — ${own.es}`, en: `${above.en} — ${own.en}` }
}

/** The panel that the question is a row of; one that only groups questions is none. */
function tableOf({ page, panel }: Question, form: Form): Panel | undefined {
  const elements = form.pages.find(({ name }) => name === page)?.elements ?? []
  return elements.find(
    (element): element is Panel => element.kind === 'panel' && element.name === panel && element.layout !== 'plain',
  )
}

function optionColumn(whole: Draft, question: Question, label: Text, option: { code: string; label: Text }): Draft {
  return {
    ...whole,
    column: `${question.name}__${option.code}`,
    // The option first: cut at 80 characters, the columns of one question still differ.
    label: clipped({ es: `${option.label.es} (${label.es})`, en: `${option.label.en} (${label.en})` }),
    type: 'flag',
    values: yesNo,
    source: { kind: 'option', question, option: option.code },
  }
}

/** Whether each option of the question has a 0/1 column of its own. */
function hasOptionColumns(question: Question): boolean {
  return question.kind === 'multiple' && question.choices.length > 0 && question.choices.length <= mostOptionColumns
}

/** Whether a value of this question could be mistaken for a missing code. */
export function canBeNegative(question: Question): boolean {
  return question.kind === 'number' && (question.min === undefined || question.min < 0)
}

function typeOf(question: Question): ColumnType {
  switch (question.kind) {
    case 'single':
      return 'code'
    case 'multiple':
      return 'list'
    case 'number':
      return question.decimals > 0 ? 'decimal' : 'integer'
    case 'text':
      return 'text'
    case 'date':
      return 'date'
    case 'boolean':
      return 'flag'
    case 'other':
      return 'json'
  }
}

function valuesOf(question: Question): { code: string; label: Text }[] {
  if (question.kind === 'boolean') return yesNo
  return question.choices.map((choice) => {
    const code = String(choice.value)
    return { code, label: bothLanguages(choice.text, code) }
  })
}

function missingOf({ takes, visibleIf }: Question): MissingReason[] {
  const skipped: MissingReason[] = visibleIf.length > 0 ? ['skipped'] : []
  return [...(['dk', 'refused', 'na'] as const).filter((reason) => takes.includes(reason)), ...skipped, 'blank']
}

function universeOf(question: Question): Text {
  const conditions = [...question.visibleIf, ...question.foreignConditions]
  if (conditions.length === 0) return { es: 'Todas las evaluaciones', en: 'All submissions' }
  const condition = conditions.join(' and ')
  return { es: condition, en: condition }
}

function unlistedColumn(): Draft {
  return {
    ...factColumn(
      {
        column: 'unlisted_answers',
        type: 'text',
        label: { es: 'Respuestas sin columna propia', en: 'Answers without a column' },
      },
      { kind: 'unlisted' },
    ),
    type: 'json',
  }
}

function scoringColumns(edition: Edition, rules: NonNullable<Edition['scoring']>): Draft[] {
  const stages = edition.texts?.stages
  const summary = resultColumns(rules).map((fact) => {
    const draft = factColumn(fact, { kind: 'result', name: fact.column })
    if (fact.column !== 'stage') return draft
    return {
      ...draft,
      values: draft.values.map(({ code, label }) => ({ code, label: stages?.[code]?.label ?? label })),
    }
  })
  const dimensions = rules.dimensions.map(({ id }) => {
    const label = edition.texts?.dimensions[id]?.label ?? { es: id, en: id }
    const fact: FactColumn = {
      column: `dim_${id}`,
      type: 'decimal',
      label: clipped({ es: `${label.es}, 0 a 100`, en: `${label.en}, 0 to 100` }),
    }
    return { ...factColumn(fact, { kind: 'dimension', id }), min: 0, max: 100 }
  })
  const levels = rules.dimensions
    .flatMap((dimension) => dimension.indicators)
    .map(({ id }) => {
      const name = edition.steps?.[id]?.name ?? { es: id, en: id }
      const fact: FactColumn = {
        column: `level_${id}`,
        type: 'integer',
        label: clipped({ es: `Nivel: ${name.es}`, en: `Level: ${name.en}` }),
      }
      const missing: MissingReason[] = ['na']
      return { ...factColumn(fact, { kind: 'level', indicator: id }), min: 0, max: 4, missing }
    })
  return [...summary, ...dimensions, ...levels]
}

function bothLanguages(text: Question['title'] | undefined, otherwise: string): Text {
  return { es: inLanguage(text, 'es') || otherwise, en: inLanguage(text, 'en') || otherwise }
}

function clipped(label: Text): Text {
  const clip = (text: string) => (text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`)
  return { es: clip(label.es), en: clip(label.en) }
}

/** Facts keep their names, then whole variables theirs: only what is derived from a variable gives way. */
function named(drafts: readonly Draft[]): CodebookColumn[] {
  const rank = ({ source }: Draft) => {
    if (source.kind === 'answer') return 1
    return source.kind === 'option' || source.kind === 'status' ? 2 : 0
  }
  const names = columnNames(drafts.map((draft) => ({ wanted: draft.column, rank: rank(draft) })))
  return drafts.map((draft, place) => ({
    ...draft,
    ...(names[place] ?? { column: draft.column, short: draft.column }),
  }))
}
