import { createElement, type ReactNode } from 'react'
import { ReactQuestionFactory } from 'survey-react-ui'
import { ChoiceField } from './fields/ChoiceField.tsx'
import { DateField } from './fields/DateField.tsx'
import { FilterField } from './fields/FilterField.tsx'
import type { InputProps } from './fields/inputProps.ts'
import { NumberField } from './fields/NumberField.tsx'
import { TextField } from './fields/TextField.tsx'
import { cssOf, type SurveyQuestion } from './formModel.ts'

/** Handed through SurveyJS to its own renderers, which ask it for their parts. */
type Creator = Omit<InputProps, 'question'>

type FactoryProps = { question: SurveyQuestion; creator: Creator }

const register = (type: string, field: (props: InputProps) => ReactNode) => {
  ReactQuestionFactory.Instance.registerQuestion(type, (props: unknown) => {
    const { question, creator } = props as FactoryProps
    const { model, language, spec, labelledBy, describedBy } = creator
    const own = spec?.name === question.name ? spec : undefined
    const shared = {
      question,
      model,
      language,
      describedBy,
      spec: own,
      labelledBy: own === undefined ? '' : labelledBy,
    }
    return createElement(field, { key: question.name, ...shared })
  })
}

/** More options than these are no longer seen at a glance: they get a filter box. */
const mostRadios = 7

register('radiogroup', (props) =>
  props.question.visibleChoices.length > mostRadios ? <FilterField {...props} /> : <ChoiceField {...props} />,
)
register('checkbox', ChoiceField)
register('dropdown', FilterField)
register('tagbox', FilterField)
register('comment', TextField)
register('text', (props) => {
  const inputType = props.question.inputType
  if (inputType === 'number') return <NumberField {...props} />
  return inputType === 'date' ? <DateField {...props} /> : <TextField {...props} />
})

/** The input of one question, found in SurveyJS's factory by its type. */
export function SurveyInput({ question, ...shared }: InputProps) {
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
