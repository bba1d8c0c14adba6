import { useId, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import { formatMoney, formatNumber, type NumberReading, parseNumber } from '#domain/numbers.ts'
import { numberInWords } from '#domain/numberWords.ts'
import { inLanguage } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import styles from './fields.module.css'
import type { InputProps } from './inputProps.ts'
import { useTyped } from './useTyped.ts'

const none: readonly NumberReading[] = []

/** A number typed as people write it in Colombia. What cannot be read is kept in the box and asked about, never guessed. */
export function NumberField(props: InputProps) {
  const { question, spec, language, labelledBy, describedBy } = props
  const shown = (stored: Json | undefined) =>
    typeof stored === 'number'
      ? formatNumber(stored, { grouping: spec?.grouping ?? true, decimals: decimalsOf(question, spec) }, language)
      : ''
  const { box, value, setValue, type, leave } = useTyped<HTMLInputElement>(props, shown)
  const [money, setMoney] = useState(spec?.money === undefined ? undefined : value)
  const [readings, setReadings] = useState<readonly NumberReading[]>(none)
  const [problem, setProblem] = useState<string>()
  const t = texts(language).page
  const id = useId()

  const read = (text: string) => {
    const parsed = parseNumber(text, { decimals: decimalsOf(question, spec), negative: (spec?.min ?? 0) < 0 }, language)
    const number = parsed.kind === 'number' ? parsed.value : undefined
    setReadings(parsed.kind === 'ask' ? parsed.readings : none)
    setProblem(parsed.kind === 'fault' ? t.numberFaults[parsed.reason] : undefined)
    if (spec?.money !== undefined) setMoney(number)
    type(number)
  }
  const choose = (reading: NumberReading) => {
    setReadings(none)
    if (spec?.money !== undefined) setMoney(reading.value ?? undefined)
    setValue(reading.value ?? undefined)
  }
  const unit = spec?.unit === undefined ? (spec?.money ?? '') : inLanguage(spec.unit, language)
  return (
    <div>
      <div className={styles.number}>
        <input
          className={styles.text}
          inputMode={decimalsOf(question, spec) > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          ref={box}
          defaultValue={shown(value)}
          onChange={(event) => read(event.target.value)}
          onBlur={() => {
            // What cannot be read stays as it was typed.
            if (readings.length === 0 && problem === undefined) leave()
          }}
          aria-describedby={
            [describedBy, problem === undefined ? undefined : id].filter(Boolean).join(' ') || undefined
          }
          {...(labelledBy === ''
            ? { 'aria-label': question.locTitle.renderedHtml }
            : { 'aria-labelledby': labelledBy })}
        />
        {unit !== '' && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
      {typeof money === 'number' && (
        <p className={styles.readBack}>
          = {formatMoney(money, spec?.money ?? 'COP', language)} ({numberInWords(money, language)})
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

function decimalsOf(question: InputProps['question'], spec: InputProps['spec']): number {
  if (spec !== undefined) return spec.decimals
  return Number(question.step) % 1 === 0 ? 0 : 2
}
