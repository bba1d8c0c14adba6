import type { Edition } from '#domain/edition.ts'
import type { Language } from '#domain/text.ts'
import type { MissingQuestions } from '../../indicatorQuestions.ts'
import { dimensionLabel } from '../../resultWords.ts'
import styles from '../ResultScreen.module.css'
import { AnswerLinks } from './AnswerList.tsx'

type Props = { language: Language; edition: Edition; missing: readonly MissingQuestions[] }

/** The questions without which no stage can be told, by dimension, each leading to its place among the answers. */
export function StillMissing({ language, edition, missing }: Props) {
  return (
    <dl className={styles.missing}>
      {missing.map(({ dimension, questions }) => (
        <div key={dimension}>
          <dt>{dimensionLabel(edition, dimension, language)}</dt>
          <dd>
            <AnswerLinks language={language} questions={questions} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
