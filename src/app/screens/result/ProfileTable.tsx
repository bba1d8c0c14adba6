import { inLanguage } from '#domain/text.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal, valueText } from '../../resultWords.ts'
import styles from '../DimensionProfile.module.css'
import type { DimensionProfileProps } from './profileShown.ts'
import { TableFrame } from './TableFrame.tsx'

/** All that the profile draws, in numbers. */
export function ProfileTable({ language, edition, profile, next, previous, group }: DimensionProfileProps) {
  const t = resultTexts(language).result
  const number = (value: number | null | undefined) =>
    value === undefined || value === null ? '—' : oneDecimal(value, language)
  const peers =
    group && `${historyTexts(language).peers.column}: ${inLanguage({ es: group.es, en: group.en }, language)}`
  return (
    <TableFrame name={t.profileTitle} stacks>
      <thead>
        <tr>
          <th scope="col">{t.dimension}</th>
          <th scope="col" className={styles.figure}>
            {t.value}
          </th>
          {previous !== undefined && (
            <th scope="col" className={styles.figure}>
              {t.previousColumn(previous.date)}
            </th>
          )}
          {next !== undefined && (
            <th scope="col" className={styles.figure}>
              {t.minimumColumn}
            </th>
          )}
          {peers !== undefined && (
            <th scope="col" className={styles.figure}>
              {peers}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {profile.map((row) => {
          const middle = group?.dimensions[row.dimension]
          return (
            <tr key={row.dimension}>
              <th scope="row">{dimensionLabel(edition, row.dimension, language)}</th>
              <td className={styles.figure} data-column={t.value}>
                {valueText(row, language)}
              </td>
              {previous !== undefined && (
                <td className={styles.figure} data-column={t.previousColumn(previous.date)}>
                  {previous.dimensions[row.dimension] == null
                    ? historyTexts(language).noValue
                    : number(previous.dimensions[row.dimension])}
                </td>
              )}
              {next !== undefined && (
                <td className={styles.figure} data-column={t.minimumColumn}>
                  {number(next.minima[row.dimension])}
                </td>
              )}
              {group !== undefined && (
                <td className={styles.figure} data-column={peers}>
                  {middle === undefined ? '—' : t.range(number(middle.p25), number(middle.p75))}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </TableFrame>
  )
}
