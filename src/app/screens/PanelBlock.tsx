import { useId, useReducer } from 'react'
import type { Panel } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import type { PageModel } from '../pageModel.ts'
import { useHint, useSaid } from '../useSaid.ts'
import { CompositionBlock } from './CompositionBlock.tsx'
import { CountsAs } from './CountsAs.tsx'
import { NonAnswerChoices } from './NonAnswerChoices.tsx'
import styles from './PageScreen.module.css'
import { QuestionBlock } from './QuestionBlock.tsx'
import { QuestionNote } from './QuestionNote.tsx'
import { Hint, Title } from './QuestionWords.tsx'

type Props = {
  panel: Panel
  model: PageModel
  session: DraftSession
  earlier: EarlierAnswers | undefined
  language: Language
  errors: ReadonlyMap<string, string>
  /** questions whose answers are asked about above the page */
  unlikely: ReadonlySet<string>
}

/** A table of questions: on every width each row is a group of its own; a composition also shows its running total. */
export function PanelBlock({ panel, model, session, earlier, language, errors, unlikely }: Props) {
  const id = useId()
  const [clearings, clear] = useReducer((count: number) => count + 1, 0)
  const title = useSaid(session, panel.title, language)
  const hint = useHint(session, panel.description, language)
  const rows = panel.questions.filter((question) => model.isVisible(question.name))
  const [first] = rows
  if (first === undefined) return null
  const isInterview = session.read().draft.mode === 'interview'
  const isOptional = title !== '' && !panel.isRequired && panel.questions.every(({ isRequired }) => !isRequired)
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <Title id={`${id}-title`} isReadAloud={isInterview} language={language}>
        {title}
        {isOptional && <span className={styles.optional}> {texts(language).page.optional}</span>}
      </Title>
      {hint !== '' && (
        <Hint id={`${id}-hint`} isReadAloud={!isInterview} language={language}>
          {hint}
        </Hint>
      )}
      {panel.countsAs !== undefined && (
        <CountsAs countsAs={panel.countsAs} isReadAloud={!isInterview} language={language} />
      )}
      {panel.layout === 'composition' ? (
        <CompositionBlock
          key={clearings}
          panel={panel}
          rows={rows}
          titleId={`${id}-title`}
          model={model}
          session={session}
          earlier={earlier}
          language={language}
          errors={errors}
        />
      ) : (
        <div className={styles.rows} data-layout={panel.layout}>
          {rows.map((question) => (
            <QuestionBlock
              key={`${question.name}-${clearings}`}
              question={question}
              isRow
              model={model}
              session={session}
              earlier={earlier}
              language={language}
              error={errors.get(question.name)}
              isUnlikely={unlikely.has(question.name)}
            />
          ))}
        </div>
      )}
      <NonAnswerChoices
        nonAnswers={panel.nonAnswers}
        titleId={`${id}-title`}
        variables={rows.map((row) => row.name)}
        session={session}
        language={language}
        onMark={clear}
      />
      <QuestionNote variable={first.name} titleId={`${id}-title`} session={session} language={language} />
    </section>
  )
}
