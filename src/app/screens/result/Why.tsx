import type { Edition } from '#domain/edition.ts'
import type { Explanation, IndicatorPoints } from '#domain/explanation.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { indicatorName, levelText, oneDecimal, pointsLacking } from '../../resultWords.ts'
import styles from '../ResultScreen.module.css'
import { AnswerLinks, type QuestionsOf } from './AnswerList.tsx'

type Props = { language: Language; edition: Edition; told: Explanation; questionsOf: QuestionsOf }

/** What added most and what is missing most, in the words of the questionnaire, each leading to its answers. */
export function Why({ language, edition, told, questionsOf }: Props) {
  const t = resultTexts(language).result
  const row = (each: IndicatorPoints, points: string) => (
    <li key={each.indicator}>
      <strong>{indicatorName(edition, each.indicator, language)}</strong>
      <span className={styles.points}>{points}</span>
      <span className={styles.level}>{levelText(edition, each, language)}</span>
      <AnswerLinks language={language} questions={questionsOf(each.indicator)} />
    </li>
  )
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title">{t.whyTitle}</h2>
      <div className={styles.reasons}>
        <div>
          <h3>{t.added}</h3>
          {told.added.length === 0 && <p>{t.nothingAdded}</p>}
          <ul>{told.added.map((each) => row(each, t.plusPoints(oneDecimal(each.points, language))))}</ul>
        </div>
        <div>
          <h3>{t.lacking}</h3>
          {told.lacking.length === 0 && <p>{t.nothingLacking}</p>}
          <ul>
            {told.lacking.map((each) => row(each, t.lostPoints(pointsLacking(each.points, each.available, language))))}
          </ul>
        </div>
      </div>
    </section>
  )
}
