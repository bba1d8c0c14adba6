import type { Explanation } from '#domain/explanation.ts'
import { planTexts } from '#ui/planTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, oneDecimal, valueText } from '../../resultWords.ts'
import profileStyles from '../DimensionProfile.module.css'
import { TableFrame } from '../result/TableFrame.tsx'
import type { Simulating } from './simulating.ts'

type Props = Simulating & { told: Explanation; before: Explanation }

/** What the simulated profile draws, in numbers. */
export function SimulatedTable({ language, edition, result, simulated, told, before }: Props) {
  const t = planTexts(language).simulation
  const words = resultTexts(language).result
  return (
    <details className={profileStyles.details}>
      <summary>
        {words.seeTable}: {t.tableHint}
      </summary>
      <TableFrame name={t.profileTitle}>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            <th scope="col" className={profileStyles.figure}>
              {t.today}
            </th>
            <th scope="col" className={profileStyles.figure}>
              {t.tried}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.profile.map((row, at) => {
            const real = before.profile[at]
            return (
              <tr key={row.dimension}>
                <th scope="row">{dimensionLabel(edition, row.dimension, language)}</th>
                <td className={profileStyles.figure}>{real === undefined ? '' : valueText(real, language)}</td>
                <td className={profileStyles.figure}>{valueText(row, language)}</td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{t.total}</th>
            <td className={profileStyles.figure}>{oneDecimal(result.index, language)}</td>
            <td className={profileStyles.figure}>{oneDecimal(simulated.index, language)}</td>
          </tr>
        </tbody>
      </TableFrame>
    </details>
  )
}
