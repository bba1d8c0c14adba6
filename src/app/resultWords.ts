import type { Edition } from '#domain/edition.ts'
import type { DimensionProfile, Distance, Explanation, IndicatorPoints } from '#domain/explanation.ts'
import { formatNumber, writtenPercent } from '#domain/numbers.ts'
import { inLanguage, type Language, type Text } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { MissingQuestions } from './indicatorQuestions.ts'

export function oneDecimal(value: number, language: Language): string {
  return formatNumber(value, { decimals: 1, fixed: true }, language)
}

export function dimensionLabel(edition: Edition, id: string, language: Language): string {
  const label =
    edition.texts?.dimensions[id]?.label ?? edition.scoring?.dimensions.find((each) => each.id === id)?.label
  return inLanguage(label ?? id, language)
}

export function valueText(row: DimensionProfile, language: Language): string {
  if (!row.isRange) return oneDecimal(row.value, language)
  return resultTexts(language).result.range(oneDecimal(row.min, language), oneDecimal(row.max, language))
}

/** What the level of an indicator means, in the words of the edition. */
export function levelText(edition: Edition, each: IndicatorPoints, language: Language): string {
  const t = resultTexts(language).result
  if (each.status === 'not_applicable' || each.level === null) return t.notApplicable
  if (each.status === 'missing') return t.missing
  const words = levelWords(edition, each.indicator, each.level, language)
  return words === '' && each.status === 'skipped' ? t.skipped : words
}

export function levelWords(edition: Edition, indicator: string, level: number, language: Language): string {
  return writtenPercent(inLanguage(edition.steps?.[indicator]?.levels[String(level)], language))
}

/** What a step of an edition says, in its words. */
export function stepWords(text: Text | undefined, language: Language): string {
  return writtenPercent(inLanguage(text, language))
}

export function indicatorName(edition: Edition, indicator: string, language: Language): string {
  return inLanguage(edition.steps?.[indicator]?.name ?? indicator, language)
}

/** What a reader gets who subtracts the two values as they are written; never 0: the smallest distance is a tenth. */
export function pointsLacking(from: number, to: number, language: Language): string {
  return oneDecimal(Math.max(tenthsBetween(from, to), 1) / 10, language)
}

/** What separates two values as both are written, in tenths. */
export function tenthsBetween(from: number, to: number): number {
  const written = (value: number) => Number(oneDecimal(value, 'en'))
  return Math.round((written(to) - written(from)) * 10)
}

export function stageLabel(edition: Edition, id: string, language: Language): string {
  return inLanguage(edition.texts?.stages[id]?.label ?? id, language)
}

/** How far the next stage is: points, conditions and minima that lack; at the last stage, that it is the last. */
export function distanceText(edition: Edition, distance: Distance | null, language: Language): string {
  const t = resultTexts(language).result
  if (distance === null) return t.lastStage
  const unmet = distance.conditions.filter(({ isMet }) => !isMet).length
  const risesTo = (to: number, missing: number) =>
    [pointsLacking(to - missing, to, language), oneDecimal(to, language)] as const
  const index = edition.scoring?.stages.find(({ id }) => id === distance.stage)?.index ?? 0
  const parts = [
    ...(distance.points > 0 ? [t.pointsMissing(...risesTo(index, distance.points))] : []),
    ...(unmet > 0 ? [t.conditionsMissing(unmet, distance.conditions.length)] : []),
    ...distance.minima.map(({ dimension, minimum, missing }) =>
      t.minimumMissing(dimensionLabel(edition, dimension, language), ...risesTo(minimum, missing)),
    ),
  ]
  return t.toReach(stageLabel(edition, distance.stage, language), resultTexts(language).and(parts))
}

/** "Está en el límite entre …": undefined away from a border. */
export function borderText(edition: Edition, { border }: Explanation, language: Language): string | undefined {
  if (border === null) return undefined
  const [lower, upper] = [border.lower, border.upper].map((id) => stageLabel(edition, id, language))
  return resultTexts(language).result.border(lower ?? '', upper ?? '')
}

/** Why there is no stage: how many questions are not answered, by dimension. */
export function insufficientText(edition: Edition, missing: readonly MissingQuestions[], language: Language): string {
  const t = resultTexts(language)
  const counts = missing.map(({ dimension, questions }) => ({
    count: questions.length,
    label: dimensionLabel(edition, dimension, language),
  }))
  const [first, ...others] = counts
  if (first === undefined) return t.result.insufficient
  if (others.length === 0) return `${t.result.insufficient} ${t.result.missingOf(first.count, first.label)}`
  const list = t.and(counts.map(({ count, label }) => t.result.missingPart(count, label)))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return `${t.result.insufficient} ${t.result.missingAll(all, list)}`
}
