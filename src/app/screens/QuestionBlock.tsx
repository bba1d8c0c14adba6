import { memo, useId, useReducer } from 'react'
import type { Question } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import { isLongList } from '../fields/fieldFor.ts'
import type { PageModel } from '../pageModel.ts'
import { useHint, useSaid } from '../useSaid.ts'
import { CountsAs } from './CountsAs.tsx'
import { NonAnswerChoices } from './NonAnswerChoices.tsx'
import styles from './PageScreen.module.css'
import { PreviousValue } from './PreviousValue.tsx'
import { QuestionInput } from './QuestionInput.tsx'
import { QuestionNote } from './QuestionNote.tsx'
import { Hint, OptionsScript, Title } from './QuestionWords.tsx'

type Props = {
  question: Question
  /** rows of a table are smaller headings under its own */
  isRow: boolean
  model: PageModel
  session: DraftSession
  earlier: EarlierAnswers | undefined
  language: Language
  error: string | undefined
  /** its answer is asked about above the page */
  isUnlikely: boolean
}

/** One question: title, hint, input, non-answers, note. Draws again when its own error, non-answer or language changes. */
export const QuestionBlock = memo(function QuestionBlock(props: Props) {
  const { question, isRow, model, session, earlier, language, error, isUnlikely } = props
  const id = useId()
  const [clearings, clear] = useReducer((count: number) => count + 1, 0)
  const title = useSaid(session, question.title ?? question.name, language)
  const hint = useHint(session, question.description, language)
  const isInterview = session.read().draft.mode === 'interview'
  const described = [hint !== '' && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <section
      className={styles.question}
      id={question.name}
      data-kind={question.kind}
      data-error={error === undefined ? undefined : true}
      data-unlikely={isUnlikely || undefined}
    >
      <Title id={`${id}-title`} isRow={isRow} isReadAloud={isInterview} language={language}>
        {title}
        {!question.isRequired && !isRow && <span className={styles.optional}> {texts(language).page.optional}</span>}
      </Title>
      {hint !== '' && (
        <Hint id={`${id}-hint`} isReadAloud={!isInterview} language={language}>
          {hint}
        </Hint>
      )}
      {question.countsAs !== undefined && (
        <CountsAs countsAs={question.countsAs} isReadAloud={!isInterview} language={language} />
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          ✕ {error}
        </p>
      )}
      {isInterview && question.choices.length > 0 && (
        <OptionsScript areReadAloud={!isLongList(question)} language={language} />
      )}
      <div className={styles.input}>
        <PreviousValue
          question={question}
          earlier={earlier}
          model={model}
          session={session}
          language={language}
          onUse={(value) => model.setValue(question.name, value)}
        />
        <QuestionInput
          key={clearings}
          question={question}
          model={model}
          language={language}
          name={{ labelledBy: `${id}-title` }}
          describedBy={described || undefined}
        />
      </div>
      <NonAnswerChoices
        nonAnswers={question.nonAnswers}
        titleId={`${id}-title`}
        variables={[question.name]}
        session={session}
        language={language}
        onMark={clear}
      />
      {!isRow && (
        <QuestionNote variable={question.name} titleId={`${id}-title`} session={session} language={language} />
      )}
    </section>
  )
})
