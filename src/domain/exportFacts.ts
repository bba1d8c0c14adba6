import type { ScoringRules } from './scoringRules.ts'
import type { Text } from './text.ts'

/** A column that comes before or after the variables: where a row is from, or what scoring made of it. */
export type FactColumn = {
  column: string
  type: 'text' | 'code' | 'integer' | 'decimal' | 'flag' | 'instant'
  label: Text
  codes?: readonly string[]
}

/** Where each row comes from; first in every export, in this order. */
export const provenanceColumns = [
  {
    column: 'submission_id',
    type: 'text',
    label: { es: 'Identificador de la evaluación', en: 'Identifier of the submission' },
  },
  {
    column: 'parent_id',
    type: 'text',
    label: { es: 'Evaluación que esta corrige', en: 'Submission that this one corrects' },
  },
  { column: 'folio', type: 'text', label: { es: 'Folio', en: 'Folio' } },
  { column: 'round_id', type: 'text', label: { es: 'Ronda', en: 'Round' } },
  { column: 'cluster_id', type: 'text', label: { es: 'Iniciativa en el registro', en: 'Cluster in the register' } },
  { column: 'cluster_name', type: 'text', label: { es: 'Nombre de la iniciativa', en: 'Name of the cluster' } },
  { column: 'questionnaire', type: 'text', label: { es: 'Cuestionario', en: 'Questionnaire' } },
  { column: 'edition', type: 'integer', label: { es: 'Edición del cuestionario', en: 'Edition of the questionnaire' } },
  { column: 'mode', type: 'code', label: { es: 'Modo de respuesta', en: 'Mode' }, codes: ['self', 'interview'] },
  { column: 'language', type: 'code', label: { es: 'Idioma', en: 'Language' }, codes: ['es', 'en'] },
  {
    column: 'started_at',
    type: 'instant',
    label: { es: 'Inicio (reloj de la tableta)', en: 'Started (device clock)' },
  },
  {
    column: 'completed_at',
    type: 'instant',
    label: { es: 'Fin (reloj de la tableta)', en: 'Completed (device clock)' },
  },
  {
    column: 'received_at',
    type: 'instant',
    label: { es: 'Recepción (reloj del servidor)', en: 'Received (server clock)' },
  },
  { column: 'device_id', type: 'text', label: { es: 'Tableta', en: 'Device' } },
  {
    column: 'seq',
    type: 'integer',
    label: { es: 'Número de envío de la tableta', en: 'Sequence number of the device' },
  },
  { column: 'verdict', type: 'code', label: { es: 'Recepción', en: 'Verdict' }, codes: ['stored', 'quarantined'] },
  {
    column: 'review_state',
    type: 'code',
    label: { es: 'Estado de revisión', en: 'State of review' },
    codes: ['not_reviewed', 'returned', 'accepted'],
  },
  {
    column: 'server_agrees',
    type: 'flag',
    label: { es: 'El servidor obtuvo el mismo resultado', en: 'The server got the same result' },
  },
] as const satisfies readonly FactColumn[]

export type ProvenanceName = (typeof provenanceColumns)[number]['column']

/** What scoring made of the answers; last in the export of a scored edition. */
export function resultColumns(rules: ScoringRules): FactColumn[] {
  return [
    { column: 'index', type: 'decimal', label: { es: 'Índice de madurez, 0 a 100', en: 'Maturity index, 0 to 100' } },
    { column: 'completeness', type: 'decimal', label: { es: 'Completitud, 0 a 1', en: 'Completeness, 0 to 1' } },
    {
      column: 'result_status',
      type: 'code',
      label: { es: 'Estado del resultado', en: 'Status of the result' },
      codes: ['not_active', 'insufficient', 'provisional', 'final'],
    },
    {
      column: 'stage',
      type: 'code',
      label: { es: 'Etapa de madurez', en: 'Maturity stage' },
      codes: rules.stages.map((stage) => stage.id),
    },
  ]
}
