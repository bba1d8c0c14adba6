import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { type Answers, type Json, nonAnswerOf } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import type { Fault } from '#domain/fault.ts'
import { faultsOf, faultsOnPage } from '#domain/faults.ts'
import { type Form, type Page, questionsOf } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { keepVisible } from '#domain/visible.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import { loadStyleFor, type PageModel, pageModel } from '../formModel.ts'
import styles from './PageScreen.module.css'
import { PanelBlock } from './PanelBlock.tsx'
import { QuestionBlock } from './QuestionBlock.tsx'

type Props = {
  session: DraftSession
  edition: Edition
  form: Form
  page: Page
  /** false while it is drawn ahead, out of sight */
  isShown: boolean
  earlier: EarlierAnswers | undefined
  language: Language
  caption: string
  onNext: () => void
  onBack: () => void
  onExit: () => void
}

/** One page of questions. Faults are shown when leaving, never while typing, and can be deferred. */
export function PageScreen(props: Props) {
  const { session, edition, form, page, isShown, earlier, language, caption, onNext, onBack, onExit } = props
  const t = texts(language).page
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const model = usePageModel(props)
  useEffect(() => {
    const asked = decodeURIComponent(window.location.hash.slice(1))
    if (asked !== '' && focusOn(asked)) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])

  const leave = () => {
    const { visitedPages } = session.read().draft
    if (!visitedPages.includes(page.name)) session.set({ visitedPages: [...visitedPages, page.name] })
    onNext()
  }
  const proceed = () => {
    const found = hardFaults(model, { session, edition, form, page })
    setFaults(found)
    if (found.length === 0) return leave()
    requestAnimationFrame(() => summary.current?.focus())
  }
  const errors = new Map(faults.map((fault) => [fault.variables[0] ?? '', fault.message[language]]))
  return (
    <>
      <main className={styles.page} id={isShown ? 'main' : undefined}>
        {faults.length > 0 && (
          <ErrorSummary form={form} faults={faults} language={language} onDefer={leave} ref={summary} />
        )}
        <p className={styles.caption}>{caption}</p>
        <h1 ref={heading} tabIndex={-1} className={styles.heading}>
          {inLanguage(page.title, language)}
        </h1>
        {page.elements.map((element) =>
          element.kind === 'panel' ? (
            <PanelBlock
              key={element.name}
              panel={element}
              model={model}
              session={session}
              earlier={earlier}
              language={language}
              errors={errors}
            />
          ) : model.isVisible(element.name) ? (
            <QuestionBlock
              key={element.name}
              question={element}
              isRow={false}
              model={model}
              session={session}
              earlier={earlier}
              language={language}
              error={errors.get(element.name)}
            />
          ) : null,
        )}
      </main>
      <footer className={styles.bar}>
        <Button kind="secondary" onClick={onBack}>
          {t.back}
        </Button>
        <Button kind="plain" onClick={onExit}>
          {t.saveAndExit}
        </Button>
        <Button kind="primary" onClick={proceed}>
          {t.continue}
        </Button>
      </footer>
    </>
  )
}

type Asked = Pick<Props, 'session' | 'edition' | 'form' | 'page'>

/** The page's model; draws again when a question appears or goes. */
function usePageModel({ session, edition, form, page, language }: Props): PageModel {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const model = useMemo(() => {
    const onAnswer = (variable: string, value: Json | undefined) => session.change({ variable, value })
    return pageModel({ edition, pageName: page.name, answers: answersFor(form, page, session), language }, onAnswer)
  }, [session, edition, form, page, language])
  useEffect(() => {
    void loadStyleFor(questionsOf(page))
  }, [page])
  // Not before the page is shown: what is drawn ahead is brought up to date in the same frame.
  useLayoutEffect(() => {
    const unsubscribe = model.subscribe((name) => {
      if (name === '') draw()
    })
    model.refresh(answersFor(form, page, session))
    return () => {
      model.settle()
      unsubscribe()
    }
  }, [model, session, form, page])
  return model
}

/** What a page's conditions see: the shown questions' answers, and this page's own, so that they come back with it. */
function answersFor(form: Form, page: Page, session: DraftSession): Answers {
  const { draft } = session.read()
  return { ...keepVisible(form, draft).answers, ...ownAnswers(page, draft.answers) }
}

/** What keeps a page from being left without a word: our faults, and SurveyJS's where ours say nothing. */
function hardFaults(model: PageModel, { session, edition, form, page }: Asked): Fault[] {
  const { draft } = session.read()
  const all = faultsOf(form, edition, draft, { completedYear: new Date().getFullYear() })
  const found = faultsOnPage(all, page).filter((fault) => fault.severity === 'hard')
  const others = [...model.validate()].filter(
    ([variable]) =>
      nonAnswerOf(draft.nonresponse, variable) === undefined &&
      !found.some((fault) => fault.variables.includes(variable)),
  )
  const foreign = others.map(([variable, message]): Fault => {
    return { id: 'surveyjs', severity: 'hard', variables: [variable], message: { es: message, en: message } }
  })
  return [...found, ...foreign]
}

type SummaryProps = {
  form: Form
  faults: readonly Fault[]
  language: Language
  onDefer: () => void
  ref: React.Ref<HTMLDivElement>
}

function ErrorSummary({ form, faults, language, onDefer, ref }: SummaryProps) {
  const t = texts(language).page
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-labelledby="faults" className={styles.summary}>
      <h2 id="faults">{t.errorSummary(faults.length)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.id + fault.variables[0]}>
            <a
              href={`#${fault.variables[0]}`}
              onClick={(event) => {
                event.preventDefault()
                focusOn(fault.variables[0] ?? '')
              }}
            >
              {faultTitle(form, fault, language)}
            </a>
          </li>
        ))}
      </ul>
      <Button kind="secondary" onClick={onDefer}>
        {t.fixLater}
      </Button>
    </div>
  )
}

/** Two questions may lack the same thing: the link says which one it leads to. */
function faultTitle(form: Form, fault: Fault, language: Language): string {
  const question = form.question(fault.variables[0] ?? '')
  const name = inLanguage(question?.short ?? question?.title, language)
  return name === '' ? fault.message[language] : `${name}: ${fault.message[language]}`
}

/** Gives a question's input the focus; false when it is not on the page. */
function focusOn(variable: string): boolean {
  const block = document.getElementById(variable)
  block?.scrollIntoView({ block: 'center' })
  block?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
  return block !== null
}

/** What this page's own questions hold, hidden ones too: shown again, they come back with their answer. */
function ownAnswers(page: Page, answers: Answers): Answers {
  const own = new Set(questionsOf(page).map((question) => question.name))
  return Object.fromEntries(Object.entries(answers).filter(([variable]) => own.has(variable)))
}
