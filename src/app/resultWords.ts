import type { Edition } from '#domain/edition.ts'
import type { DimensionProfile, IndicatorPoints } from '#domain/explanation.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'

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
  return inLanguage(edition.steps?.[indicator]?.levels[String(level)], language)
}

export function indicatorName(edition: Edition, indicator: string, language: Language): string {
  return inLanguage(edition.steps?.[indicator]?.name ?? indicator, language)
}
