import type { Edition } from '#domain/edition.ts'
import { type Explanation, missingByDimension } from '#domain/explanation.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal } from '../resultWords.ts'
import { pointsLacking } from '../screens/NextSteps.tsx'
import type { ReportFacts } from './facts.ts'

export function stageLabel(edition: Edition, id: string, language: Language): string {
  return inLanguage(edition.texts?.stages[id]?.label ?? id, language)
}

/** What the answers say, in two or three sentences. */
export function sentence({ edition, language, result, told }: ReportFacts): string {
  const t = resultTexts(language)
  if (result.status === 'not_active') return t.result.notActive
  if (result.stage === null) {
    const parts = missingByDimension(told.profile).map(({ missing, dimension }) =>
      t.result.missingIn(missing, dimensionLabel(edition, dimension, language)),
    )
    return [t.result.insufficient, ...(parts.length > 0 ? [t.result.stillMissing(t.and(parts))] : [])].join(' ')
  }
  return [
    t.result.stage(stageLabel(edition, result.stage, language)).join(''),
    ...(told.strongest === null ? [] : [t.result.strongest(dimensionLabel(edition, told.strongest, language))]),
    ...(told.nearest === null ? [] : [t.result.nearest(dimensionLabel(edition, told.nearest, language))]),
    ...(result.status === 'provisional' ? [t.result.provisional] : []),
  ].join(' ')
}

/** How far the next stage is, and whether the score lies near a border; empty where there is no stage. */
export function distance({ edition, language, result, told }: ReportFacts): string {
  const t = resultTexts(language)
  if (result.stage === null) return ''
  const border = told.border
  const nearBorder =
    border === null
      ? []
      : [t.result.border(stageLabel(edition, border.lower, language), stageLabel(edition, border.upper, language))]
  if (told.distance === null) return [t.result.lastStage, ...nearBorder].join(' ')
  const toReach = t.result.toReach(
    stageLabel(edition, told.distance.stage, language),
    t.and(lackingParts(edition, told.distance, language)),
  )
  return [toReach, ...nearBorder].join(' ')
}

function lackingParts(edition: Edition, lacking: NonNullable<Explanation['distance']>, language: Language): string[] {
  const t = resultTexts(language).result
  const unmet = lacking.conditions.filter(({ isMet }) => !isMet).length
  return [
    ...(lacking.points > 0 ? [t.pointsMissing(pointsLacking(lacking.points, language))] : []),
    ...(unmet > 0 ? [t.conditionsMissing(unmet, lacking.conditions.length)] : []),
    ...lacking.minima.map(({ dimension, missing }) =>
      t.minimumMissing(dimensionLabel(edition, dimension, language), pointsLacking(missing, language)),
    ),
  ]
}

/** The value of a dimension as it is shown: a number, or the range it may lie in. */
export function valueText(row: Explanation['profile'][number], language: Language): string {
  if (!row.isRange) return oneDecimal(row.value, language)
  return resultTexts(language).result.range(oneDecimal(row.min, language), oneDecimal(row.max, language))
}

/** A threshold: whole where it is whole. */
export function threshold(value: number, language: Language): string {
  return formatNumber(value, { decimals: 1 }, language)
}
