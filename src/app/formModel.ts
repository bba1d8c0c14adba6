import { Model, MultipleTextItemModel, type Question as SurveyQuestion, settings } from 'survey-core'
import 'survey-core/i18n/spanish'
import type { Answers, Json } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import type { Language } from '#domain/text.ts'
import { engineForm, hasOwnInput, questionsJudgedBySurvey, variablesMentioned } from './engineForm.ts'

export type { Question as SurveyQuestion } from 'survey-core'

// Our own titles, hints and errors stand around the inputs: nothing of SurveyJS may write HTML into the page.
settings.animationEnabled = false

/**
 * One page of a form as a SurveyJS model.
 *
 * A model of the whole form costs 430 ms on a slow tablet before the first question shows; one page costs a tenth, and
 * every condition still sees all answers, because they are all in its data.
 */
export type PageModel = {
  /** shown questions by name, panels' included, in the order of the form */
  question(name: string): SurveyQuestion | undefined
  /** is told of every question whose value, visibility or errors may have changed; '' means all */
  subscribe(listener: (name: string) => void): () => void
  setValue(name: string, value: Json | undefined): void
  /**
   * An answer that is being typed. It is told at once, and saved; SurveyJS, which then asks every condition again,
   * takes it when the typing pauses or `settle` is called.
   */
  type(question: SurveyQuestion, value: Json | undefined): void
  settle(): void
  isVisible(name: string): boolean
  /** SurveyJS's own validators: messages by variable, for what the domain does not judge */
  validate(): Map<string, string>
  /** What other pages hold by now, when a page that was drawn ahead is shown. */
  refresh(answers: Answers): void
}

type Given = { edition: Edition; pageName: string; answers: Answers; language: Language }

/** Builds the model; `onAnswer` is told of each answer that a person changes. */
export function pageModel(
  { edition, pageName, answers, language }: Given,
  onAnswer: (name: string, value: Json | undefined) => void,
): PageModel {
  const form = engineForm(edition, pageName)
  const model = new Model(form)
  model.locale = language
  // Any answer that SurveyJS is given costs it a round of all conditions: it gets those that the page can see.
  const seen = new Set([...model.getAllQuestions().map(({ name }) => name), ...variablesMentioned(form)])
  let known = JSON.stringify(visibleTo(seen, answers))
  model.data = JSON.parse(known)
  const listeners = new Set<(name: string) => void>()
  const tell = (name: string) => {
    for (const listener of listeners) listener(name)
  }
  const typed = typing(model, onAnswer)
  model.onValueChanged.add((_, { name, value }) => {
    if (model.getQuestionByName(name) !== null && !typed.isTold(name)) onAnswer(name, plain(value))
    tell(name)
  })
  model.onQuestionVisibleChanged.add(() => tell(''))
  model.onPanelVisibleChanged.add(() => tell(''))
  return {
    question: (name) => model.getQuestionByName(name) ?? undefined,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setValue: (name, value) => {
      typed.settle()
      model.setValue(name, value)
    },
    type: typed.type,
    settle: typed.settle,
    isVisible: (name) => model.getQuestionByName(name)?.isVisible ?? false,
    validate: () => {
      typed.settle()
      return messagesOf(model, questionsJudgedBySurvey(edition, pageName))
    },
    refresh: (now) => {
      const wanted = JSON.stringify(visibleTo(seen, now))
      if (wanted === known) return
      known = wanted
      model.data = JSON.parse(wanted)
      tell('')
    },
  }
}

/** A person who types makes shorter pauses than this between two keys. */
const pauseMs = 300

function typing(model: Model, onAnswer: (name: string, value: Json | undefined) => void) {
  const waiting = new Map<string, Json | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    clearTimeout(timer)
    for (const [name, value] of waiting) model.setValue(name, value)
    waiting.clear()
  }
  return {
    settle,
    isTold: (name: string) => waiting.has(name),
    type: (question: SurveyQuestion, value: Json | undefined) => {
      const answer = answerWith(model, waiting, question, value)
      if (answer === undefined) {
        question.value = value
        return
      }
      waiting.set(answer.name, answer.value)
      onAnswer(answer.name, answer.value)
      clearTimeout(timer)
      timer = setTimeout(settle, pauseMs)
    },
  }
}

/**
 * The answer that a box is, or is a part of, with what was typed; undefined where only SurveyJS can tell.
 *
 * @param waiting answers that were typed and that the model has not got yet
 */
function answerWith(
  model: Model,
  waiting: ReadonlyMap<string, Json | undefined>,
  question: SurveyQuestion,
  value: Json | undefined,
): { name: string; value: Json | undefined } | undefined {
  if (model.getQuestionByName(question.name) === question) return { name: question.name, value }
  const item: unknown = question.data
  if (!(item instanceof MultipleTextItemModel)) return undefined
  const { name } = item.question
  const before = waiting.has(name) ? waiting.get(name) : plain(item.question.value)
  const parts = { ...(before as Record<string, Json> | undefined) }
  if (value === undefined) delete parts[item.name]
  else parts[item.name] = value
  return { name, value: Object.keys(parts).length === 0 ? undefined : parts }
}

function visibleTo(seen: ReadonlySet<string>, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([variable]) => seen.has(variable)))
}

function messagesOf(model: Model, names: readonly string[]): Map<string, string> {
  const messages = new Map<string, string>()
  for (const name of names) {
    const question = model.getQuestionByName(name)
    if (question === null || !question.isVisible) continue
    question.validate(true)
    const [first] = question.errors
    if (first !== undefined) messages.set(name, first.getText())
  }
  return messages
}

function plain(value: unknown): Json | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json)
}

// SurveyJS renders the other types itself; its style sheet is fetched only for a page that has one.
export async function loadStyleFor(questions: readonly { type: string }[]): Promise<void> {
  if (questions.some((question) => !hasOwnInput(question.type))) await import('survey-core/survey-core.fontless.css')
}

/** SurveyJS's class names for the parts that it draws itself. */
export function cssOf(question: SurveyQuestion): unknown {
  const { survey } = question
  return survey instanceof Model ? survey.css : undefined
}
