import { sha256Hex } from './digest.ts'
import { folioOf, isFolio } from './identifiers.ts'
import type { Receipt } from './protocol.ts'
import type { ScoringRules } from './scoringRules.ts'
import type { Submission } from './submission.ts'

/**
 * What the QR of a printed result says: enough to find the submission and to see whether the print was altered, and
 * nothing about any person.
 */
export type ResultCode = {
  folio: string
  /** null where the answers allow no stage */
  stage: string | null
  /** the values of the dimensions in the order of the rules, in tenths of a point: 0..1000 */
  tenths: readonly number[]
  /** version of the scoring rules, such as `1.0.0` */
  rules: string
  /** the first 16 hexadecimal digits of the submission's SHA-256 */
  check: string
}

const mark = 'CUMULO1'

/**
 * The code of a scored submission.
 *
 * @param sha256 that of its canonical JSON as it was sent, in hexadecimal
 * @returns undefined for a submission without a result
 */
export function resultCodeOf(submission: Submission, sha256: string, rules: ScoringRules): ResultCode | undefined {
  const { result, submissionId, completedAt } = submission
  if (result === null) return undefined
  return {
    folio: folioOf(submissionId, completedAt),
    stage: result.stage,
    // Half up to one decimal, as it is printed beside the code.
    tenths: rules.dimensions.map(({ id }) => Math.floor((result.dimensions[id] ?? 0) * 10 + 0.5 + 1e-9)),
    rules: rules.version,
    check: sha256.slice(0, 16),
  }
}

/** The text of the QR: six parts with a stroke between them, the first one naming the format and its version. */
export function writeResultCode({ folio, stage, tenths, rules, check }: ResultCode): string {
  return [mark, folio, stage ?? '-', tenths.join(','), rules, check].join('|')
}

const stageForm = /^[a-z][a-z0-9_]{0,63}$/
const mostDimensions = 20

/** Reads the text of a QR; undefined when it is no result code of this version, or was damaged. */
export function readResultCode(text: string): ResultCode | undefined {
  const parts = text.split('|')
  const [first, folio = '', stage = '', values = '', rules = '', check = ''] = parts
  if (parts.length !== 6 || first !== mark || !isFolio(folio)) return undefined
  if (stage !== '-' && !stageForm.test(stage)) return undefined
  if (!/^\d{1,4}(,\d{1,4})*$/.test(values)) return undefined
  const tenths = values.split(',').map(Number)
  if (tenths.length > mostDimensions || tenths.some((value) => value > 1000)) return undefined
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(rules) || !/^[0-9a-f]{16}$/.test(check)) return undefined
  return { folio, stage: stage === '-' ? null : stage, tenths, rules, check }
}

/** Whether a print tells what the submission says, by every part of its code. */
export function verifies(code: ResultCode, submission: Submission, bytes: string, rules: ScoringRules): boolean {
  const own = resultCodeOf(submission, sha256Hex(bytes), rules)
  return own !== undefined && writeResultCode(own) === writeResultCode(code)
}

/**
 * Whether a print belongs to the bytes that a receipt confirms: folio and check. Stage and values are inside those
 * bytes, so whoever holds them compares these with {@link verifies}.
 */
export function belongsToReceipt(code: ResultCode, receipt: Pick<Receipt, 'submissionId' | 'sha256'>): boolean {
  // A receipt does not tell the year of completion, which the folio carries.
  const year = code.folio.slice(3, 5)
  return folioOf(receipt.submissionId, `20${year}`) === code.folio && receipt.sha256.startsWith(code.check)
}
