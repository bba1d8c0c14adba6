import { createElement } from 'react'
import { fieldFor } from '../fields/fieldFor.ts'
import type { InputProps } from '../fields/inputProps.ts'
import { useAnswer } from '../fields/useAnswer.ts'
import type { PageModel } from '../pageModel.ts'

type Props = Omit<InputProps, 'answer'> & { model: PageModel }

/** The input of a question: ours, or SurveyJS's where only that knows how to ask. */
export function QuestionInput(props: Props) {
  const drawn = props.model.drawnBySurvey(props.question.name)
  if (drawn === undefined) return <OwnInput {...props} />
  const { question, ...shared } = props
  return <drawn.SurveyInput {...shared} spec={question} question={drawn.question} />
}

function OwnInput({ model, ...shared }: Props) {
  const answer = useAnswer(model, shared.question.name)
  return createElement(fieldFor(shared.question), { ...shared, answer })
}
