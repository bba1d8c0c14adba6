import { useId, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import { inLanguage } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'
import { optionsOf } from './options.ts'
import { useValue } from './useValue.ts'

/** Radios or check boxes; the whole row is the target. An exclusive option clears the others, with undo. */
export function ChoiceField({ question, spec, language, labelledBy, describedBy }: InputProps) {
  const [value, setValue] = useValue(question)
  const [cleared, setCleared] = useState<readonly Json[]>([])
  // SurveyJS's own ids begin anew on each page; the next one is drawn ahead, and its radio buttons must not join these.
  const name = useId()
  const t = texts(language).page
  const isMultiple = question.getType() === 'checkbox'
  const chosen: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const options = optionsOf(question, spec)
  const exclusive = options.filter((option) => option.isExclusive).map((option) => option.value)

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
      aria-labelledby={labelledBy || undefined}
      aria-describedby={describedBy}
      className={styles.options}
    >
      {options.map((option) => (
        <Option
          key={String(option.value)}
          isExclusive={option.isExclusive}
          type={isMultiple ? 'checkbox' : 'radio'}
          name={name}
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
      ))}
      {cleared.length > 0 && (
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
    </div>
  )
}
