import { afterResult } from '#domain/revision.ts'
import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { lacksOfReason } from './correction.ts'
import type { Draft } from './database.ts'
import { type ListedSubmission, sendingState } from './submissions.ts'

/** What becomes of both versions in the census, as far as this device can know. */
export function censusWords(parent: ListedSubmission | undefined, maySend: boolean, language: Language): string {
  const t = correctionTexts(language)
  const state = parent === undefined ? undefined : sendingState(parent)
  const wasSent = state === 'received' || state === 'quarantined'
  if (maySend) {
    const before = state === 'waiting' ? t.bothGoOut : state === 'parked' ? t.parentParked : ''
    return [before, t.replaces].filter(Boolean).join(' ')
  }
  if (wasSent) return t.parentStays
  if (parent?.outboxEntry === undefined) return ''
  // A try that was not answered may have got there.
  return parent.outboxEntry.attempts > 0 ? t.parentMayBeThere : t.neitherGoesOut
}

/** What is asked about changed answers; where there is no result, they were only finished before. */
export function changeQuestion({ sawResult }: Pick<Draft, 'sawResult'>, language: Language): string {
  const t = correctionTexts(language)
  return sawResult ? t.why : t.whyUnscored
}

/** What is still asked for where answers changed. */
export function lackingReason(draft: Draft, language: Language): string {
  const t = correctionTexts(language)
  const { code, text } = lacksOfReason(draft)
  if (code && text) return t.lacksReason
  return code ? t.lacksCode : t.lacksText
}

/** Why answers changed after the result, in words; undefined where nobody had to say. */
export function changeReasonText(
  { checkReasons }: Pick<Draft, 'checkReasons'>,
  language: Language,
): string | undefined {
  const reason = checkReasons[afterResult]
  if (reason === undefined) return undefined
  const code = Object.entries(correctionTexts(language).reasons).find(([each]) => each === reason.code)?.[1]
  return [code, reason.text].filter(Boolean).join('. ')
}
