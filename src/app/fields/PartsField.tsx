import type { Question } from '#domain/form.ts'
import { boxId } from '#domain/parts.ts'
import { inLanguage } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { PageModel } from '../pageModel.ts'
import styles from './fields.module.css'
import { type InputProps, nameAttributes } from './inputProps.ts'
import { NumberField } from './NumberField.tsx'
import { TextField } from './TextField.tsx'
import { useAnswer } from './useAnswer.ts'

type Props = Omit<InputProps, 'answer'> & { model: PageModel; parts: readonly Question[] }

/** Several boxes, each with a name of its own, that are one answer. */
export function PartsField({ parts, name, ...shared }: Props) {
  const areSomeRequired = parts.some((part) => part.isRequired)
  return (
    <div className={styles.parts} role="group" {...nameAttributes(name)}>
      {parts.map((part) => (
        <PartField key={part.name} {...shared} part={part} isOptional={areSomeRequired && !part.isRequired} />
      ))}
    </div>
  )
}

type PartProps = Omit<Props, 'parts' | 'name'> & { part: Question; isOptional: boolean }

function PartField({ question, part, isOptional, model, ...shared }: PartProps) {
  const answer = useAnswer(model, question.name, part.name)
  const Box = part.kind === 'number' ? NumberField : TextField
  const label = inLanguage(part.title, shared.language) || part.name
  return (
    <div id={boxId(question.name, part.name)}>
      <span className={styles.partName} aria-hidden="true">
        {label}
        {isOptional && <span className={styles.optional}> {texts(shared.language).page.optional}</span>}
      </span>
      <Box {...shared} question={part} answer={answer} name={{ label }} />
    </div>
  )
}
