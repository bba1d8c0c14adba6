import type { MouseEvent } from 'react'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { StoredSubmission } from '../../database.ts'
import type { IndicatorQuestion } from '../../indicatorQuestions.ts'
import { reviewSections } from '../reviewRows.ts'
import styles from './AnswerList.module.css'

const listId = 'answers'
const rowId = (variable: string) => `answer-${variable}`

type Props = { language: Language; stored: StoredSubmission; form: Form }

/** All that was asked and answered, by section. A submission never changes, so nothing here can be edited. */
export function AnswerList({ language, stored, form }: Props) {
  const t = resultTexts(language)
  const sections = reviewSections(form, stored.submission, [], language)
  return (
    <div className={styles.sections}>
      {sections.map(({ id, title, rows }) => (
        <section key={id} aria-label={title}>
          <h3 className={styles.title}>{title}</h3>
          <dl className={styles.answers}>
            {rows.map((row) => (
              <div key={row.variable} id={rowId(row.variable)} tabIndex={-1} className={styles.row}>
                <dt>{[form.question(row.variable)?.number, row.title].filter(Boolean).join(' ')}</dt>
                <dd className={row.answer === undefined ? styles.blank : undefined}>{row.answer ?? t.review.blank}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
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

/** Shows an answer in its place; the way back leads to the link again. */
function openAnswer(event: MouseEvent<HTMLElement>, variable: string): void {
  const link = event.currentTarget
  const list = document.getElementById(listId)
  const row = document.getElementById(rowId(variable))
  if (!(list instanceof HTMLDetailsElement) || row === null) return
  event.preventDefault()
  list.open = true
  window.history.pushState(null, '', `#${row.id}`)
  window.addEventListener('popstate', () => link.focus(), { once: true })
  row.scrollIntoView({ block: 'center' })
  row.focus({ preventScroll: true })
}

/** The questions that an indicator is made of. */
export type QuestionsOf = (indicator: string) => readonly IndicatorQuestion[]

type LinksProps = {
  language: Language
  questions: readonly IndicatorQuestion[]
  /** where there is no answer to be seen, but one to be given */
  onAnswer?: ((variable: string) => void) | undefined
}

/** Questions by their short names, each leading to its answer, or to where it is given. */
export function AnswerLinks({ language, questions, onAnswer }: LinksProps) {
  const t = resultTexts(language).result
  return (
    <span className={styles.links}>
      {questions.map(({ variable, name }) => (
        <a
          key={variable}
          href={`#${rowId(variable)}`}
          aria-label={onAnswer === undefined ? t.seeAnswer(name) : t.giveAnswer(name)}
          onClick={(event) => {
            if (onAnswer === undefined) return openAnswer(event, variable)
            event.preventDefault()
            onAnswer(variable)
          }}
        >
          {name}
        </a>
      ))}
    </span>
  )
}
