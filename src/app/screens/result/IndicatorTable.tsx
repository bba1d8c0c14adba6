import type { Edition } from '#domain/edition.ts'
import type { IndicatorPoints } from '#domain/explanation.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { indicatorName, levelText, oneDecimal } from '../../resultWords.ts'
import styles from '../DimensionProfile.module.css'
import { AnswerLinks, type QuestionsOf } from './AnswerList.tsx'
import { TableFrame } from './TableFrame.tsx'

type Props = {
  language: Language
  edition: Edition
  indicators: readonly IndicatorPoints[]
  caption: string
  questionsOf: QuestionsOf
}

/** The questions of a dimension, what was answered to them, and the points they gave of those they could give. */
export function IndicatorTable({ language, edition, indicators, caption, questionsOf }: Props) {
  const t = resultTexts(language).result
  const pointsText = (points: number, available: number) =>
    t.pointsOf(oneDecimal(points, language), oneDecimal(available, language))
  const sumOf = (of: 'points' | 'available') => indicators.reduce((sum, each) => sum + each[of], 0)
  return (
    <TableFrame name={caption} stacks>
      <thead>
        <tr>
          <th scope="col">{t.indicator}</th>
          <th scope="col">{t.yourLevel}</th>
          <th scope="col" className={styles.figure}>
            {t.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((each) => (
          <tr key={each.indicator}>
            <th scope="row">{indicatorName(edition, each.indicator, language)}</th>
            <td>
              {levelText(edition, each, language)}
              <AnswerLinks language={language} questions={questionsOf(each.indicator)} />
            </td>
            <td className={styles.figure} data-column={t.points}>
              {each.level === null ? '—' : pointsText(each.points, each.available)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2} className={styles.total}>
            {t.pointsTotal}
          </th>
          <td className={`${styles.figure} ${styles.total}`}>{pointsText(sumOf('points'), sumOf('available'))}</td>
        </tr>
      </tbody>
    </TableFrame>
  )
}
