import { Model, MultipleTextItemModel, type Question as SurveyQuestion, settings } from 'survey-core'
import 'survey-core/i18n/spanish'
import type { Answers, Json } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import type { Page } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { engineForm, hasOwnInput, variablesMentioned } from './engineForm.ts'

export type { Question as SurveyQuestion } from 'survey-core'

// Our own titles, hints and errors stand around the inputs: nothing of SurveyJS may write HTML into the page.
settings.animationEnabled = false

/**
 * SurveyJS's part in one page of a form.
 *
 * A model of the whole form costs 430 ms on a slow tablet; one page costs a tenth, and every condition still sees all
 * answers, because they are all in its data.
 */
export type SurveyPage = {
  /** the question as SurveyJS draws it, those of panels included */
  question(name: string): SurveyQuestion | undefined
  isVisible(name: string): boolean
  /** is told when a question may have appeared or gone */
  subscribe(listener: () => void): () => void
  /**
   * Takes over what was answered to these variables otherwise than in SurveyJS's own inputs. Each answer costs a round
   * of conditions.
   */
  follow(answers: Answers, variables: ReadonlySet<string>): void
  /** what SurveyJS finds wrong with those of these questions that are shown: messages by variable */
  validate(names: Iterable<string>): Map<string, string>
}

type Given = { edition: Edition; page: Page; answers: Answers; language: Language }

/** Builds it; `onAnswer` is told of each answer that a person gives to SurveyJS, or that SurveyJS works out. */
export function surveyPage(
  { edition, page, answers, language }: Given,
  onAnswer: (name: string, value: Json | undefined) => void,
): SurveyPage {
  const form = engineForm(edition, page)
  const model = new Model(form)
  model.locale = language
  // Any answer that SurveyJS is given costs it a round of all conditions: it gets those that the page can see.
  const seen = new Set([...model.getAllQuestions().map(({ name }) => name), ...variablesMentioned(form)])
  const known = new Map(Object.entries(answers).filter(([variable]) => seen.has(variable)))
  model.data = plain(Object.fromEntries(known))
  model.onValueChanged.add((_, { name, value }) => {
    const said = plain(value)
    if (model.getQuestionByName(name) === null || isSame(said, known.get(name))) return
    known.set(name, said ?? null)
    onAnswer(name, said)
  })
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  model.onQuestionVisibleChanged.add(tell)
  model.onPanelVisibleChanged.add(tell)
  void loadStyleFor(model)
  return {
    question: (name) => model.getQuestionByName(name) ?? undefined,
    isVisible: (name) => model.getQuestionByName(name)?.isVisible ?? false,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow: (now, variables) => {
      // All of them first: what SurveyJS works out from one is no answer to be taken back for the next.
      const changed = [...variables].filter(
        (variable) => seen.has(variable) && !isSame(now[variable], known.get(variable)),
      )
      for (const variable of changed) {
        known.set(variable, now[variable] ?? null)
        model.setValue(variable, plain(now[variable]))
      }
    },
    validate: (names) => messagesOf(model, names),
  }
}

function messagesOf(model: Model, names: Iterable<string>): Map<string, string> {
  const messages = new Map<string, string>()
  for (const name of names) {
    const question = model.getQuestionByName(name)
    if (question === null || !question.isVisible) continue
    // Without a trace at first: to note that nothing is wrong costs SurveyJS as much as to find it out.
    if (question.validate(false)) continue
    question.validate(true)
    const [first] = question.errors
    if (first !== undefined) messages.set(name, first.getText())
  }
  return messages
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** A copy: SurveyJS changes a list of chosen options in place, and the draft's own must stay as it is. */
function plain(value: unknown): Json | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json)
}

/** SurveyJS draws the other types itself; its style sheet is fetched only for a page that has one. */
async function loadStyleFor(model: Model): Promise<void> {
  const isForeign = model.getAllQuestions().some((question) => !hasOwnInput(question.getType()))
  if (isForeign) await import('survey-core/survey-core.fontless.css')
}

/**
 * The variable whose answer a box of SurveyJS's is, or is the named part of; undefined where only SurveyJS can tell,
 * as in a table that grows.
 */
export function variableOf(question: SurveyQuestion): { variable: string; part?: string } | undefined {
  const { survey, data } = question
  if (!(survey instanceof Model)) return undefined
  if (survey.getQuestionByName(question.name) === question) return { variable: question.name }
  const item: unknown = data
  if (!(item instanceof MultipleTextItemModel)) return undefined
  const variable = item.question.name
  return survey.getQuestionByName(variable) === item.question ? { variable, part: item.name } : undefined
}

/** SurveyJS's class names for the parts that it draws itself. */
export function cssOf(question: SurveyQuestion): unknown {
  const { survey } = question
  return survey instanceof Model ? survey.css : undefined
}
