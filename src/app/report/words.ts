import { formatNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { missingQuestions } from '../indicatorQuestions.ts'
import { borderText, dimensionLabel, distanceText, insufficientText, stageLabel } from '../resultWords.ts'
import type { ReportFacts } from './facts.ts'

/** What the answers say, in two or three sentences. */
export function sentence({ edition, form, language, result, rules, submission, told }: ReportFacts): string {
  const t = resultTexts(language).result
  if (result.status === 'not_active') return t.notActive
  if (result.stage === null) {
    return insufficientText(edition, missingQuestions(rules, form, submission, language), language)
  }
  return [
    t.stage(stageLabel(edition, result.stage, language)).join(''),
    ...(told.strongest === null ? [] : [t.strongest(dimensionLabel(edition, told.strongest, language))]),
    ...(told.nearest === null ? [] : [t.nearest(dimensionLabel(edition, told.nearest, language))]),
    ...(result.status === 'provisional' ? [t.provisional] : []),
  ].join(' ')
}

/** How far the next stage is, and whether the score lies near a border; empty where there is no stage. */
export function distance({ edition, language, result, told }: ReportFacts): string {
  if (result.stage === null) return ''
  const border = borderText(edition, told, language)
  return [distanceText(edition, told.distance, language), ...(border === undefined ? [] : [border])].join(' ')
}

/** A threshold: whole where it is whole. */
export function threshold(value: number, language: Language): string {
  return formatNumber(value, { decimals: 1 }, language)
}
