import type { Text } from './text.ts'

/** Why a cell of an export holds no value. Source: census 4.3; `suppressed` is for published tables only. */
export type MissingReason = 'dk' | 'refused' | 'na' | 'skipped' | 'blank' | 'suppressed'

/** The code that stands in the cell: ASCII, negative, and never used for a variable that can itself be negative. */
export const missingCodes: Record<MissingReason, string> = {
  dk: '-6',
  refused: '-7',
  na: '-4',
  skipped: '-8',
  blank: '-9',
  suppressed: '-5',
}

export const missingLabels: Record<MissingReason, Text> = {
  dk: { es: 'No sabe', en: 'Does not know' },
  refused: { es: 'Prefiere no responder', en: 'Prefers not to answer' },
  na: { es: 'No aplica', en: 'Does not apply' },
  skipped: { es: 'No se preguntó (salto)', en: 'Not asked (skipped)' },
  blank: { es: 'Sin respuesta (en blanco)', en: 'No answer (blank)' },
  suppressed: { es: 'Suprimido por reserva', en: 'Suppressed for confidentiality' },
}
