import { Fragment, useId, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import { inLanguage } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import { ClearAnswer } from './ClearAnswer.tsx'
import styles from './fields.module.css'
import { type InputProps, nameAttributes } from './inputProps.ts'

/** Radios or check boxes; the whole row is the target. An exclusive option clears the others, with undo. */
export function ChoiceField({ question, answer, language, name, describedBy }: InputProps) {
  const { value, set: setValue } = answer
  const [cleared, setCleared] = useState<readonly Json[]>([])
  const group = useId()
  const t = texts(language).page
  const isMultiple = question.kind === 'multiple'
  const chosen: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const options = question.choices
  const exclusive = options.filter((option) => option.isExclusive).map((option) => option.value)

  // Only until something else is chosen, here or by what the cluster answered before.
  const canUndo = cleared.length > 0 && chosen.every((item) => exclusive.includes(item as string))

  const toggle = (option: Json, isOn: boolean) => {
    if (!isMultiple) return setValue(option)
    const others = chosen.filter((item) => item !== option)
    if (!isOn) return setValue(others.length === 0 ? undefined : others)
    const kept = exclusive.includes(option as string)
      ? []
      : others.filter((item) => !exclusive.includes(item as string))
    setCleared(kept.length < others.length && kept.length === 0 ? others : [])
    setValue([...kept, option])
  }
  return (
    <div
      role={isMultiple ? 'group' : 'radiogroup'}
      {...nameAttributes(name)}
      aria-describedby={describedBy}
      className={styles.options}
    >
      {options.map((option) => (
        <Fragment key={String(option.value)}>
          {option.isExclusive && <p className={styles.or}>{t.or}</p>}
          <Option
            type={isMultiple ? 'checkbox' : 'radio'}
            name={group}
            checked={chosen.includes(option.value)}
            onChange={(isOn) => toggle(option.value, isOn)}
          >
            <span>
              <span className={styles.optionText}>{inLanguage(option.text, language)}</span>
              {option.hint !== undefined && (
                <span className={styles.optionHint}>{inLanguage(option.hint, language)}</span>
              )}
            </span>
          </Option>
        </Fragment>
      ))}
      {canUndo && (
        <p role="status" className={styles.undo}>
          {t.unchecked(cleared.length)}{' '}
          <button
            type="button"
            onClick={() => {
              setValue(cleared)
              setCleared([])
            }}
          >
            {t.undo}
          </button>
        </p>
      )}
      <ClearAnswer question={question} answer={answer} language={language} group={group} />
    </div>
  )
}
