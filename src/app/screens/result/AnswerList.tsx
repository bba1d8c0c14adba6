import type { MouseEvent } from 'react'
import type { Form } from '#domain/form.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { answerText } from '../../answerText.ts'
import type { StoredSubmission } from '../../database.ts'
import type { IndicatorQuestion } from '../../indicatorQuestions.ts'
import styles from './AnswerList.module.css'

const listId = 'answers'
const rowId = (variable: string) => `answer-${variable}`

type Props = { language: Language; stored: StoredSubmission; form: Form }

/** All that was asked and answered. A submission never changes, so nothing here can be edited. */
export function AnswerList({ language, stored, form }: Props) {
  const t = resultTexts(language)
  const visible = visibleQuestions(form, stored.submission.answers)
  const asked = form.questions.filter(({ name }) => visible.has(name))
  const said = (name: string) => {
    const question = form.question(name)
    return question === undefined ? undefined : answerText(question, stored.submission, language)
  }
  return (
    <dl className={styles.answers}>
      {asked.map((question) => (
        <div key={question.name} id={rowId(question.name)} tabIndex={-1} className={styles.row}>
          <dt>{fillPlaceholders(inLanguage(question.short ?? question.title ?? question.name, language), said)}</dt>
          <dd>{answerText(question, stored.submission, language) ?? t.review.blank}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The answers below a result, behind a tap; a link to one of them opens the list. */
export function FoldedAnswers(props: Props) {
  const t = resultTexts(props.language).result
  return (
    <section aria-labelledby="answers-title" className={styles.section}>
      <h2 id="answers-title">{t.answersTitle}</h2>
      <details id={listId} className={styles.folded}>
        <summary>{t.seeAnswers}</summary>
        <AnswerList {...props} />
      </details>
    </section>
  )
}

function openAnswer(event: MouseEvent, variable: string): void {
  const list = document.getElementById(listId)
  const row = document.getElementById(rowId(variable))
  if (!(list instanceof HTMLDetailsElement) || row === null) return
  event.preventDefault()
  list.open = true
  row.scrollIntoView({ block: 'center' })
  row.focus({ preventScroll: true })
}

/** The questions that an indicator is made of. */
export type QuestionsOf = (indicator: string) => readonly IndicatorQuestion[]

/** Questions by their short names, each leading to its answer. */
export function AnswerLinks({ language, questions }: { language: Language; questions: readonly IndicatorQuestion[] }) {
  const t = resultTexts(language).result
  return (
    <span className={styles.links}>
      {questions.map(({ variable, name }) => (
        <a
          key={variable}
          href={`#${rowId(variable)}`}
          aria-label={t.seeAnswer(name)}
          onClick={(event) => openAnswer(event, variable)}
        >
          {name}
        </a>
      ))}
    </span>
  )
}
