import { useId, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import { formatMoney, formatNumber, type NumberReading, parseNumber } from '#domain/numbers.ts'
import { numberInWords } from '#domain/numberWords.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import { type InputName, nameAttributes } from './inputProps.ts'
import type { Answer } from './useAnswer.ts'
import { useTyped } from './useTyped.ts'

/** How a number is written and what may be typed. */
export type NumberForm = {
  decimals: number
  /** false for a year */
  grouping: boolean
  mayBeNegative: boolean
  /** read back in words below the box */
  money: 'COP' | 'USD' | undefined
  unit: string
}

type Props = {
  answer: Answer
  form: NumberForm
  language: Language
  name: InputName
  describedBy: string | undefined
}

const none: readonly NumberReading[] = []

/** A number typed as people write it in Colombia. What cannot be read is kept in the box and asked about, never guessed. */
export function NumberBox({ answer, form, language, name, describedBy }: Props) {
  const { decimals, grouping, mayBeNegative, money, unit } = form
  const shown = (stored: Json | undefined) =>
    typeof stored === 'number' ? formatNumber(stored, { grouping, decimals }, language) : ''
  const { box, set, type, leave } = useTyped<HTMLInputElement>(answer, shown)
  // null: what stands in the box is no number. Undefined: nobody is typing.
  const [typed, setTyped] = useState<number | null>()
  const [readings, setReadings] = useState<readonly NumberReading[]>(none)
  const [problem, setProblem] = useState<string>()
  const t = texts(language).page
  const id = useId()

  const read = (text: string) => {
    const parsed = parseNumber(text, { decimals, negative: mayBeNegative }, language)
    const number = parsed.kind === 'number' ? parsed.value : undefined
    setReadings(parsed.kind === 'ask' ? parsed.readings : none)
    setProblem(parsed.kind === 'fault' ? t.numberFaults[parsed.reason] : undefined)
    if (money !== undefined) setTyped(number ?? null)
    type(number)
  }
  const choose = (reading: NumberReading) => {
    setReadings(none)
    setTyped(undefined)
    set(reading.value ?? undefined)
  }
  const amount = typed === undefined ? answer.value : typed
  return (
    <div>
      <div className={styles.number}>
        <input
          className={styles.text}
          inputMode={decimals > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          ref={box}
          defaultValue={shown(answer.value)}
          onChange={(event) => read(event.target.value)}
          onBlur={() => {
            // What cannot be read stays as it was typed.
            if (readings.length > 0 || problem !== undefined) return
            leave()
            setTyped(undefined)
          }}
          aria-describedby={
            [describedBy, problem === undefined ? undefined : id].filter(Boolean).join(' ') || undefined
          }
          {...nameAttributes(name)}
        />
        {unit !== '' && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
      {money !== undefined && typeof amount === 'number' && (
        <p className={styles.readBack}>
          = {formatMoney(amount, money, language)} ({numberInWords(amount, language)})
        </p>
      )}
      {problem !== undefined && (
        <p id={id} className={styles.problem}>
          {problem}
        </p>
      )}
      {readings.length > 0 && (
        <div role="group" aria-label={t.numberAsk} className={styles.ask}>
          <p>{t.numberAsk}</p>
          {readings.map((reading) => (
            <button key={reading.label} type="button" onClick={() => choose(reading)}>
              {reading.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
