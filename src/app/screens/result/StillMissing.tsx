import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { correctionTexts } from '#ui/correctionTexts.ts'
import type { MissingQuestions } from '../../indicatorQuestions.ts'
import { dimensionLabel } from '../../resultWords.ts'
import styles from '../ResultScreen.module.css'
import { AnswerLinks } from './AnswerList.tsx'
import { type Corrected, useCorrection } from './useCorrection.ts'

type Props = Corrected & { language: Language; missing: readonly MissingQuestions[] }

/** The way to answer what no stage can be told without, and those questions by dimension, each leading to its place. */
export function StillMissing({ language, missing, ...corrected }: Props) {
  const correction = useCorrection(corrected)
  const variables = missing.flatMap(({ questions }) => questions.map(({ variable }) => variable))
  return (
    <>
      {correction !== undefined && (
        <p className={styles.ways}>
          <Button kind="primary" onClick={() => void correction.correct(variables)}>
            {correctionTexts(language).answerMissing}
          </Button>
        </p>
      )}
      <dl className={styles.missing}>
        {missing.map(({ dimension, questions }) => (
          <div key={dimension}>
            <dt>{dimensionLabel(corrected.edition, dimension, language)}</dt>
            <dd>
              <AnswerLinks
                language={language}
                questions={questions}
                onAnswer={correction && ((variable) => void correction.correct([variable]))}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
