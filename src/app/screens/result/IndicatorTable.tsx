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
              {each.level === null
                ? '—'
                : t.pointsOf(oneDecimal(each.points, language), oneDecimal(each.available, language))}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  )
}
