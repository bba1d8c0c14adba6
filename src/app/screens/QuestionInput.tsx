import { createElement } from 'react'
import { fieldFor } from '../fields/fieldFor.ts'
import type { InputProps } from '../fields/inputProps.ts'
import { PartsField } from '../fields/PartsField.tsx'
import { useAnswer } from '../fields/useAnswer.ts'
import type { PageModel } from '../pageModel.ts'
import { surveyEngine } from '../surveyEngine.ts'

type Props = Omit<InputProps, 'answer'> & { model: PageModel }

/** The input of a question: ours, or SurveyJS's where only that knows how to ask. */
export function QuestionInput(props: Props) {
  const drawn = props.model.drawnBySurvey(props.question.name)
  const engine = surveyEngine.peek()
  if (drawn === undefined || engine === undefined) {
    const { parts } = props.question
    return parts === undefined ? <OwnInput {...props} /> : <PartsField {...props} parts={parts} />
  }
  const { question, ...shared } = props
  return <engine.SurveyInput {...shared} spec={question} question={drawn} />
}

function OwnInput({ model, ...shared }: Props) {
  const answer = useAnswer(model, shared.question.name)
  return createElement(fieldFor(shared.question), { ...shared, answer })
}
