import { useState, useSyncExternalStore } from 'react'
import { answerOf, type Json, nonAnswerOf } from '#domain/answers.ts'
import type { Question } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { texts } from '#ui/texts.ts'
import { answerText } from '../answerText.ts'
import type { DraftSession } from '../draftSession.ts'
import type { Change } from '../drafts.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import type { PageModel } from '../pageModel.ts'
import styles from './PreviousValue.module.css'

type Props = {
  question: Question
  earlier: EarlierAnswers | undefined
  model: PageModel
  session: DraftSession
  language: Language
  onUse: (value: Json) => void
}

/**
 * What the cluster answered in the round before: to confirm with one tap, or to answer anew. Never filled in unasked, and
 * what it takes the place of can be had back.
 */
export function PreviousValue({ question, earlier, model, session, language, onUse }: Props) {
  const t = captureTexts(language).previous
  const { name: variable } = question
  const [replaced, setReplaced] = useState<Change>()
  const value = earlier === undefined ? undefined : answerOf(earlier.answers, variable)
  const isSame = useSyncExternalStore(
    session.subscribeDraft,
    () =>
      value !== undefined && JSON.stringify(answerOf(session.read().draft.answers, variable)) === JSON.stringify(value),
  )
  if (earlier === undefined || value === undefined || !isPlain(question)) return null
  const words = answerText(question, earlier, language)
  const when = String(earlier.year)
  // The year that the answers are of is a new one in every round.
  if (words === undefined || words === when) return null
  if (isSame) {
    return (
      <p role={replaced && 'status'} className={styles.same}>
        ✓ {t.same(when)}{' '}
        {replaced !== undefined && (
          <button
            type="button"
            className={styles.chip}
            onClick={() => {
              session.change(replaced)
              setReplaced(undefined)
            }}
          >
            {texts(language).page.undo}
          </button>
        )}
      </p>
    )
  }
  const use = () => {
    const { answers, nonresponse } = session.read().draft
    const before = answerOf(answers, variable)
    const said = nonAnswerOf(nonresponse, variable)
    // What was said of a whole table is not brought back for one of its rows.
    const nonAnswer = said !== undefined && question.nonAnswers.includes(said) ? said : undefined
    const unread = model.unreadOf(variable)
    const wasBlank = [before, nonAnswer, unread].every((each) => each === undefined)
    setReplaced(wasBlank ? undefined : { variable, value: before, nonAnswer, unread })
    onUse(value)
  }
  return (
    <button type="button" className={styles.chip} onClick={use}>
      {t.use(when, words)}
    </button>
  )
}

/** Names and explanations are written for their year; what SurveyJS draws itself has no short form. */
function isPlain({ kind }: Question): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'number'
}
