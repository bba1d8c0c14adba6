import { useSyncExternalStore } from 'react'
import { answerOf } from '#domain/answers.ts'
import type { Question } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { answerText } from '../answerText.ts'
import type { DraftSession } from '../draftSession.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import type { PageModel } from '../pageModel.ts'
import styles from './PreviousValue.module.css'

type Props = {
  question: Question
  earlier: EarlierAnswers | undefined
  model: PageModel
  session: DraftSession
  language: Language
}

/** What the cluster answered in the round before: to confirm with one tap, or to answer anew. Never filled in unasked. */
export function PreviousValue({ question, earlier, model, session, language }: Props) {
  const t = captureTexts(language).previous
  const value = earlier === undefined ? undefined : answerOf(earlier.answers, question.name)
  const isSame = useSyncExternalStore(
    session.subscribeDraft,
    () =>
      value !== undefined &&
      JSON.stringify(answerOf(session.read().draft.answers, question.name)) === JSON.stringify(value),
  )
  if (earlier === undefined || value === undefined || !isPlain(question)) return null
  const words = answerText(question, earlier, language)
  const when = String(earlier.year)
  // The year that the answers are of is a new one in every round.
  if (words === undefined || words === when) return null
  if (isSame) return <p className={styles.same}>✓ {t.same(when)}</p>
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={t.use(when, words)}
      onClick={() => model.setValue(question.name, value)}
    >
      {t.said(when, words)}
    </button>
  )
}

/** Names and explanations are written for their year; what SurveyJS draws itself has no short form. */
function isPlain({ kind }: Question): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'number'
}
