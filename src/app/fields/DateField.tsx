import { useState } from 'react'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'
import { useValue } from './useValue.ts'

/** A calendar day in three boxes: day, month, year. Stored as ISO 8601 once all three make a real day. */
export function DateField({ question, model, language, labelledBy, describedBy }: InputProps) {
  const [value] = useValue(question)
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
  const [typed, setTyped] = useState({ day, month, year })
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

function isoDay({ day, month, year }: { day: string; month: string; year: string }): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}
