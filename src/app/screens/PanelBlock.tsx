import { useId, useReducer, useSyncExternalStore } from 'react'
import { compositionState, sumMessage } from '#domain/composition.ts'
import type { Panel } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import type { PageModel } from '../formModel.ts'
import { placeholderText } from '../placeholderText.ts'
import { CountsAs } from './CountsAs.tsx'
import styles from './PageScreen.module.css'
import { NonAnswerChoices, QuestionBlock } from './QuestionBlock.tsx'

type Props = {
  panel: Panel
  model: PageModel
  session: DraftSession
  language: Language
  errors: ReadonlyMap<string, string>
}

/** A table of questions: on every width each row is a group of its own; a composition also shows its running total. */
export function PanelBlock({ panel, model, session, language, errors }: Props) {
  const id = useId()
  const [clearings, clear] = useReducer((count: number) => count + 1, 0)
  const rows = panel.questions.filter((question) => model.isVisible(question.name))
  if (rows.length === 0) return null
  const { answers } = session.read().draft
  const say = (text: Panel['title']) =>
    fillPlaceholders(inLanguage(text, language), (variable) => placeholderText(variable, answers, language))
  const variables = rows.map((row) => row.name)
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {say(panel.title)}
      </h2>
      {panel.description !== undefined && <p className={styles.hint}>{say(panel.description)}</p>}
      {panel.countsAs !== undefined && <CountsAs countsAs={panel.countsAs} language={language} />}
      <div className={styles.rows} data-layout={panel.layout}>
        {rows.map((question) => (
          <QuestionBlock
            key={`${question.name}-${clearings}`}
            question={question}
            isRow
            model={model}
            session={session}
            language={language}
            error={errors.get(question.name)}
          />
        ))}
      </div>
      {panel.layout === 'composition' && (
        <RunningTotal panel={panel} model={model} session={session} language={language} />
      )}
      <NonAnswerChoices
        question={panel}
        titleId={`${id}-title`}
        variables={variables}
        model={model}
        session={session}
        language={language}
        onMark={clear}
      />
    </section>
  )
}

function RunningTotal({ panel, model, session, language }: Omit<Props, 'errors'>) {
  const t = texts(language).page
  const draft = useSyncExternalStore(session.subscribe, () => session.read().draft)
  const state = compositionState(panel, draft)
  if (state.filled === 0 || state.total === undefined) return null
  const lacking = state.total - state.sum
  const [onlyBlank] = state.blank.length === 1 ? state.blank : []
  return (
    <div className={styles.total}>
      <p role="status">
        {`${t.total}: ${formatNumber(state.sum, {}, language)} / ${formatNumber(state.total, {}, language)}`}
        {lacking !== 0 && ` · ${sumMessage(state)[language]}`}
      </p>
      {onlyBlank !== undefined && lacking >= 0 && (
        <Button kind="secondary" onClick={() => model.setValue(onlyBlank, lacking)}>
          {t.fillRest}
        </Button>
      )}
    </div>
  )
}
