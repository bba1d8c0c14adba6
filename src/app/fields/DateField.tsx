import { useState } from 'react'
import { isoDay, typedDay } from '#domain/day.ts'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'
import { useValue } from './useValue.ts'

/** A calendar day in three boxes: day, month, year. Stored as ISO 8601 once all three make a real day. */
export function DateField({ question, model, language, labelledBy, describedBy }: InputProps) {
  const [value] = useValue(question)
  const [typed, setTyped] = useState(typedDay(typeof value === 'string' ? value : null))
  const t = texts(language).page
  const type = (part: keyof typeof typed, text: string) => {
    const next = { ...typed, [part]: text }
    setTyped(next)
    model.type(question, isoDay(next))
  }
  return (
    <div role="group" aria-labelledby={labelledBy || undefined} aria-describedby={describedBy} className={styles.date}>
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
