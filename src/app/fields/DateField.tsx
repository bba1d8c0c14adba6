import { useState } from 'react'
import { isoDay, typedDay } from '#domain/day.ts'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import { type InputProps, nameAttributes } from './inputProps.ts'

/** A calendar day in three boxes: day, month, year. Stored as ISO 8601 once all three make a real day. */
export function DateField({ answer, language, name, describedBy }: InputProps) {
  const { value } = answer
  const [typed, setTyped] = useState(typedDay(typeof value === 'string' ? value : null))
  const t = texts(language).page
  const type = (part: keyof typeof typed, text: string) => {
    const next = { ...typed, [part]: text }
    setTyped(next)
    answer.type(isoDay(next))
  }
  return (
    <div role="group" {...nameAttributes(name)} aria-describedby={describedBy} className={styles.date}>
      {(['day', 'month', 'year'] as const).map((part) => (
        <label key={part}>
          {t[part]}
          <input
            className={styles.text}
            inputMode="numeric"
            autoComplete="off"
            maxLength={part === 'year' ? 4 : 2}
            value={typed[part]}
            onChange={(event) => type(part, event.target.value)}
          />
        </label>
      ))}
    </div>
  )
}
