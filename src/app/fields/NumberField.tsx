import { useId, useState } from 'react'
import type { Json } from '#domain/answers.ts'
import { formatMoney, formatNumber, type NumberReading, parseNumber } from '#domain/numbers.ts'
import { numberInWords } from '#domain/numberWords.ts'
import { inLanguage } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { InputProps } from '../surveyInput.tsx'
import styles from './fields.module.css'
import { useValue } from './useValue.ts'

/** A number typed as people write it in Colombia. What cannot be read is kept in the box and asked about, never guessed. */
export function NumberField({ question, spec, language, labelledBy, describedBy }: InputProps) {
  const [value, setValue] = useValue(question)
  const shown = (stored: Json | undefined) =>
    typeof stored === 'number'
      ? formatNumber(stored, { grouping: spec?.grouping ?? true, decimals: decimalsOf(question, spec) }, language)
      : ''
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [readings, setReadings] = useState<NumberReading[]>([])
  const [problem, setProblem] = useState<string>()
  const t = texts(language).page
  const id = useId()

  const type = (text: string) => {
    setTyped(text)
    const parsed = parseNumber(text, { decimals: decimalsOf(question, spec), negative: (spec?.min ?? 0) < 0 }, language)
    setReadings(parsed.kind === 'ask' ? parsed.readings : [])
    setProblem(parsed.kind === 'fault' ? t.numberFaults[parsed.reason] : undefined)
    setValue(parsed.kind === 'number' ? parsed.value : undefined)
  }
  const choose = (reading: NumberReading) => {
    setReadings([])
    setTyped(undefined)
    setValue(reading.value ?? undefined)
  }
  const unit = spec?.unit === undefined ? (spec?.money ?? '') : inLanguage(spec.unit, language)
  const isMoney = spec?.money !== undefined && typeof value === 'number'
  return (
    <div>
      <div className={styles.number}>
        <input
          className={styles.text}
          inputMode={decimalsOf(question, spec) > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={typed ?? shown(value)}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (readings.length === 0 && problem === undefined) setTyped(undefined)
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
      {isMoney && (
        <p className={styles.readBack}>
          = {formatMoney(value, spec.money ?? 'COP', language)} ({numberInWords(value, language)})
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
