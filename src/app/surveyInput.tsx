import { createElement, useReducer, useSyncExternalStore } from 'react'
import { ReactQuestionFactory } from 'survey-react-ui'
import type { Json } from '#domain/answers.ts'
import type { Choice, Question } from '#domain/form.ts'
import { boxId, partOf, withPart } from '#domain/parts.ts'
import { fieldFor } from './fields/fieldFor.ts'
import type { InputName, InputProps } from './fields/inputProps.ts'
import type { Answer } from './fields/useAnswer.ts'
import { cssOf, type SurveyQuestion, variableOf } from './formModel.ts'
import type { PageModel } from './pageModel.ts'

type Props = Pick<InputProps, 'language' | 'name' | 'describedBy'> & {
  question: SurveyQuestion
  model: PageModel
  /** what the edition says of the question */
  spec: Question
}

/** Handed through SurveyJS to its own renderers, which ask it for their parts. */
type Creator = Omit<Props, 'question'>

type FactoryProps = { question: SurveyQuestion; creator: Creator }

// Wherever SurveyJS draws one of these, inside a question of its own or for itself, it draws our input.
const kinds: Record<string, Question['kind']> = {
  radiogroup: 'single',
  dropdown: 'single',
  checkbox: 'multiple',
  tagbox: 'multiple',
  comment: 'text',
  text: 'text',
}
for (const type of Object.keys(kinds)) {
  ReactQuestionFactory.Instance.registerQuestion(type, (props: unknown) => {
    const { question, creator } = props as FactoryProps
    return <OwnField key={question.name} {...creator} question={question} />
  })
}

/** The input of a question that only SurveyJS knows how to ask, found in its factory by its type. */
export function SurveyInput({ question, ...shared }: Props) {
  const creator = {
    ...shared,
    createQuestionElement: (inner: SurveyQuestion) => elementOf(inner, creator),
    renderError: () => null,
    questionTitleLocation: () => 'top',
    questionErrorLocation: () => 'top',
  }
  return elementOf(question, creator)
}

function elementOf(question: SurveyQuestion, creator: object) {
  const type = question.isDefaultRendering() ? question.getTemplate() : question.getComponentName()
  return ReactQuestionFactory.Instance.createQuestion(type, {
    question,
    css: cssOf(question),
    isDisplayMode: false,
    creator,
  })
}

function OwnField({ question, model, spec, language, name, describedBy }: Props) {
  const answer = useSurveyAnswer(question, model)
  const isInner = spec.name !== question.name
  const own: InputName = isInner ? { label: question.locTitle.renderedHtml } : name
  const asked = isInner ? innerQuestion(question) : { ...spec, choices: optionsOf(question, spec.choices) }
  const field = createElement(fieldFor(asked), { question: asked, answer, language, name: own, describedBy })
  const told = variableOf(question)
  return told?.part === undefined ? field : <div id={boxId(told.variable, told.part)}>{field}</div>
}

/** The answer to a SurveyJS question; only the field that shows it draws again when it changes. */
function useSurveyAnswer(question: SurveyQuestion, model: PageModel): Answer {
  // SurveyJS changes a list of chosen options in place: only what is in it tells the new one from the old one.
  useSyncExternalStore(
    (listener) => {
      question.registerFunctionOnPropertyValueChanged('value', listener, 'field')
      return () => question.unRegisterFunctionOnPropertyValueChanged('value', 'field')
    },
    () => JSON.stringify(question.value),
  )
  const told = variableOf(question)
  const box = told?.part === undefined ? told?.variable : boxId(told.variable, told.part)
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const unreadNow = () => (box === undefined ? undefined : model.unreadOf(box))
  const unread = unreadNow()
  const set = (value: Json | undefined) => {
    if (told?.part !== undefined)
      model.setValue(told.variable, withPart(model.valueOf(told.variable), told.part, value), box)
    // SurveyJS does not tell of an answer that it has already, where something else stood in its place.
    else if (told !== undefined && unread !== undefined) model.setValue(told.variable, value)
    else question.value = value
    // As in `useAnswer`: it may not listen yet.
    draw()
  }
  return {
    value: question.value as Json | undefined,
    unread,
    set,
    type: (value, unreadNext) => {
      if (told === undefined) return set(value)
      const whole = withPart(model.valueOf(told.variable), told.part, value)
      model.type(told.variable, whole, { box, unread: unreadNext })
    },
    settle: () => {
      model.settle()
      if (unreadNow() !== unread) draw()
      // SurveyJS itself may hear of it a moment later.
      const value =
        told === undefined ? (question.value as Json | undefined) : partOf(model.valueOf(told.variable), told.part)
      return { value, unread: unreadNow() }
    },
  }
}

/** A part of a SurveyJS question, such as a row of numbers, as our inputs read a question. */
function innerQuestion(question: SurveyQuestion): Question {
  const type = question.getType()
  const inputs: Record<string, Question['kind']> = { number: 'number', date: 'date' }
  return {
    kind: (type === 'text' && inputs[question.inputType]) || (kinds[type] ?? 'text'),
    type,
    name: question.name,
    isRequired: false,
    nonAnswers: [],
    takes: [],
    visibleIf: [],
    foreignConditions: [],
    choices: optionsOf(question, []),
    decimals: Number(question.step) % 1 === 0 ? 0 : 2,
    grouping: true,
    email: false,
    page: '',
  }
}

/** The options to offer: the edition's, or SurveyJS's own where it works them out (other, none, carried ones). */
function optionsOf(question: SurveyQuestion, own: Choice[]): Choice[] {
  const shown = (question.visibleChoices ?? []) as { value: string; text: string; isExclusive?: boolean }[]
  if (own.length === shown.length) return own
  return shown.map((item) => {
    const said = own.find(({ value }) => value === item.value)
    return said ?? { value: item.value, text: item.text, isExclusive: item.isExclusive === true }
  })
}
