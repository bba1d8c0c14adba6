import { memo, useId, useReducer, useSyncExternalStore } from 'react'
import { type NonAnswer, nonAnswerOf } from '#domain/answers.ts'
import type { Question } from '#domain/form.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import type { PageModel } from '../formModel.ts'
import { placeholderText } from '../placeholderText.ts'
import { SurveyInput } from '../surveyInput.tsx'
import { CountsAs } from './CountsAs.tsx'
import styles from './PageScreen.module.css'

type Props = {
  question: Question
  /** rows of a table are smaller headings under its own */
  isRow: boolean
  model: PageModel
  session: DraftSession
  language: Language
  error: string | undefined
}

/** One question: title, hint, input, non-answers. Draws again when its own error, non-answer or language changes. */
export const QuestionBlock = memo(function QuestionBlock({ question, isRow, model, session, language, error }: Props) {
  const id = useId()
  const t = texts(language).page
  const [clearings, clear] = useReducer((count: number) => count + 1, 0)
  const survey = model.question(question.name)
  if (survey === undefined) return null
  const { answers } = session.read().draft
  const say = (text: Question['title']) =>
    fillPlaceholders(inLanguage(text, language), (variable) => placeholderText(variable, answers, language))
  const Title = isRow ? 'h3' : 'h2'
  const isOptional = !question.isRequired && !isRow
  const hint = inLanguage(question.description, language)
  const described = [hint !== '' && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <section className={styles.question} id={question.name} data-error={error === undefined ? undefined : true}>
      <Title id={`${id}-title`} className={isRow ? styles.rowTitle : styles.title}>
        {say(question.title ?? question.name)}
        {isOptional && <span className={styles.optional}> {t.optional}</span>}
      </Title>
      {hint !== '' && (
        <p id={`${id}-hint`} className={styles.hint}>
          {say(question.description)}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          ✕ {error}
        </p>
      )}
      <SurveyInput
        key={clearings}
        question={survey}
        model={model}
        spec={question}
        language={language}
        labelledBy={`${id}-title`}
        describedBy={described || undefined}
      />
      <NonAnswerChoices
        question={question}
        titleId={`${id}-title`}
        variables={[question.name]}
        model={model}
        session={session}
        language={language}
        onMark={clear}
      />
      {question.countsAs !== undefined && <CountsAs countsAs={question.countsAs} language={language} />}
    </section>
  )
})

type ChoicesProps = {
  question: { nonAnswers: NonAnswer[]; name: string }
  titleId: string
  variables: readonly string[]
  model: PageModel
  session: DraftSession
  language: Language
  /** what was typed and could not be read is to go from its box too */
  onMark: () => void
}

/** "No sabe" and its kin: data of their own, which an answer takes away and which take an answer away. */
export function NonAnswerChoices({ question, titleId, variables, model, session, language, onMark }: ChoicesProps) {
  const t = texts(language).page
  const said = useSyncExternalStore(session.subscribe, () =>
    nonAnswerOf(session.read().draft.nonresponse, variables[0] ?? question.name),
  )
  if (question.nonAnswers.length === 0) return null
  const mark = (nonAnswer: NonAnswer, isOn: boolean) => {
    for (const variable of variables) {
      model.setValue(variable, undefined)
      session.change({ variable, nonAnswer: isOn ? nonAnswer : undefined })
    }
    onMark()
  }
  return (
    <fieldset className={styles.nonAnswers} aria-labelledby={titleId}>
      {question.nonAnswers.map((nonAnswer) => (
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
