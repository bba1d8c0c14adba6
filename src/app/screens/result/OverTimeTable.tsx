import type { Edition } from '#domain/edition.ts'
import type { DimensionValues, EarlierResult } from '#domain/history.ts'
import type { Result } from '#domain/result.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import type { Language } from '#domain/text.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal } from '../../resultWords.ts'
import profileStyles from '../DimensionProfile.module.css'
import { TableFrame } from './TableFrame.tsx'

export type OverTimeProps = {
  language: Language
  edition: Edition
  rules: ScoringRules
  result: Result
  /** oldest first, at least one */
  earlier: readonly EarlierResult[]
  /** of the earlier ones, then of the present one */
  labels: readonly string[]
}

type Values = { index: number; dimensions: DimensionValues }

/** Every round in numbers; one that was told by other rules has a column for each of the two. */
export function OverTimeTable({ language, edition, rules, earlier, labels, now }: OverTimeProps & { now: Values }) {
  const t = historyTexts(language)
  const columns = [...earlier.flatMap((each, at) => columnsOf(each, labels[at] ?? '', t)), { name: t.now, values: now }]
  const number = (value: number | null | undefined) => (value == null ? t.noValue : oneDecimal(value, language))
  return (
    <TableFrame name={t.title}>
      <thead>
        <tr>
          <th scope="col">{resultTexts(language).result.dimension}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className={profileStyles.figure}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.dimensions.map(({ id }) => (
          <tr key={id}>
            <th scope="row">{dimensionLabel(edition, id, language)}</th>
            {columns.map(({ name, values }) => (
              <td key={name} className={profileStyles.figure}>
                {number(values.dimensions[id])}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t.total}</th>
          {columns.map(({ name, values }) => (
            <td key={name} className={profileStyles.figure}>
              {number(values.index)}
            </td>
          ))}
        </tr>
      </tbody>
    </TableFrame>
  )
}

function columnsOf(
  { comparability, told, comparable }: EarlierResult,
  label: string,
  t: ReturnType<typeof historyTexts>,
): { name: string; values: Values }[] {
  if (comparability === 'same' || comparable === null) {
    return [{ name: comparable === null ? `${label} (${t.otherRules})` : label, values: told }]
  }
  return [
    { name: `${label} (${t.toldThen})`, values: told },
    { name: label, values: comparable },
  ]
}
