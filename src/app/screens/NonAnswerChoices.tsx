import { useSyncExternalStore } from 'react'
import { type NonAnswer, nonAnswerOf } from '#domain/answers.ts'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import styles from './PageScreen.module.css'

type Props = {
  nonAnswers: readonly NonAnswer[]
  titleId: string
  /** a table's non-answer counts for all of its rows */
  variables: readonly string[]
  session: DraftSession
  language: Language
  /** what was typed and could not be read is to go from its box too */
  onMark: () => void
}

/** "No sabe" and its kin: data of their own, which an answer takes away and which take an answer away. */
export function NonAnswerChoices({ nonAnswers, titleId, variables, session, language, onMark }: Props) {
  const t = texts(language).page
  const said = useSyncExternalStore(session.subscribeDraft, () =>
    nonAnswerOf(session.read().draft.nonresponse, variables[0] ?? ''),
  )
  if (nonAnswers.length === 0) return null
  const mark = (nonAnswer: NonAnswer, isOn: boolean) => {
    for (const variable of variables) session.change({ variable, nonAnswer: isOn ? nonAnswer : undefined })
    onMark()
  }
  return (
    <fieldset className={styles.nonAnswers} aria-labelledby={titleId}>
      {session.read().draft.mode === 'interview' && (
        <strong className={styles.doNotReadThese}>{captureTexts(language).doNotRead}:</strong>
      )}
      {nonAnswers.map((nonAnswer) => (
        <label key={nonAnswer} className={styles.nonAnswer}>
          <input
            type="checkbox"
            checked={said === nonAnswer}
            onChange={(event) => mark(nonAnswer, event.target.checked)}
          />
          {t[nonAnswer]}
        </label>
      ))}
    </fieldset>
  )
}
