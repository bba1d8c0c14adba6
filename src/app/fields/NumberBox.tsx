import { type CSSProperties, useId, useState } from 'react'
import { formatMoney, formatNumber, type NumberReading, type ParsedNumber, parseNumber } from '#domain/numbers.ts'
import { numberInWords } from '#domain/numberWords.ts'
import type { Language } from '#domain/text.ts'
import { type NumberProblem, problemOf, problemWords } from '#domain/unreadNumber.ts'
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
  /** the largest that is taken, which the box is as wide as */
  max: number | undefined
  /** read back in words below the box */
  money: 'COP' | 'USD' | undefined
  unit: string
  /** the unit of exactly one */
  unitOne?: string | undefined
}

type Props = {
  answer: Answer
  form: NumberForm
  language: Language
  name: InputName
  describedBy: string | undefined
}

/** A number typed as people write it in Colombia. What cannot be read is kept in the box and asked about, never guessed. */
export function NumberBox({ answer, form, language, name, describedBy }: Props) {
  const { decimals, grouping, mayBeNegative, money } = form
  const kind = { decimals, negative: mayBeNegative }
  const { shown, box, set, type, leave } = useTyped<HTMLInputElement>(answer, (stored) =>
    typeof stored === 'number' ? formatNumber(stored, { grouping, decimals }, language) : '',
  )
  // What the keys have come to, where that is shown; undefined while nobody types.
  const [typed, setTyped] = useState<ParsedNumber>()
  const problem = typed === undefined ? answer.unread && problemOf(answer.unread, language) : problemIn(typed)
  const id = useId()

  const read = (text: string) => {
    const parsed = parseNumber(text, kind, language)
    const isRead = problemIn(parsed) === undefined
    if (!isRead || problem !== undefined || money !== undefined) setTyped(parsed)
    type(parsed.kind === 'number' ? parsed.value : undefined, isRead ? undefined : { ...kind, typed: text })
  }
  const choose = ({ value }: NumberReading) => {
    setTyped(undefined)
    set(value ?? undefined)
    if (value === null) box.current?.focus()
  }
  const amount = typed === undefined ? answer.value : typed.kind === 'number' ? typed.value : undefined
  const unit = amount === 1 ? (form.unitOne ?? form.unit) : form.unit
  return (
    <div>
      <div className={styles.number} style={{ '--digits': digitsOf(form) } as CSSProperties}>
        <span className={styles.digits}>
          <input
            className={styles.text}
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            ref={box}
            defaultValue={shown}
            onChange={(event) => read(event.target.value)}
            onBlur={() => {
              leave()
              setTyped(undefined)
            }}
            aria-describedby={
              [describedBy, problem === undefined ? undefined : id].filter(Boolean).join(' ') || undefined
            }
            {...nameAttributes(name)}
          />
        </span>
        {unit !== '' && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
      {money !== undefined && typeof amount === 'number' && (
        <p className={styles.readBack}>{moneyInWords(amount, money, language)}</p>
      )}
      {/* Stands before there is anything to say, or nothing would be read out. */}
      <div role="status">
        {problem !== undefined && <Problem id={id} problem={problem} language={language} onChoose={choose} />}
      </div>
    </div>
  )
}

/** Without a limit it is as wide as six digits, money as a million million. */
function digitsOf({ decimals, grouping, mayBeNegative, max, money }: NumberForm): number {
  const largest = max ?? (money === undefined ? 999_999 : 10 ** 12)
  const fraction = decimals > 0 ? decimals + 1 : 0
  return formatNumber(largest, { grouping, decimals: 0 }).length + fraction + (mayBeNegative ? 1 : 0)
}

function problemIn(parsed: ParsedNumber): NumberProblem | undefined {
  return parsed.kind === 'ask' || parsed.kind === 'fault' ? parsed : undefined
}

/** "= $ 1.250.000 (un millón doscientos cincuenta mil)" */
function moneyInWords(amount: number, money: 'COP' | 'USD', language: Language): string {
  const words = numberInWords(amount, language)
  return `= ${formatMoney(amount, money, language)}${words === null ? '' : ` (${words})`}`
}

type ProblemProps = {
  id: string
  problem: NumberProblem
  language: Language
  onChoose: (reading: NumberReading) => void
}

/** Why it is no number; where it is one in two ways, the ways as buttons. */
function Problem({ id, problem, language, onChoose }: ProblemProps) {
  const words = problemWords(problem, language)
  if (problem.kind === 'fault') {
    return (
      <p id={id} className={styles.problem}>
        ✕ {words}
      </p>
    )
  }
  return (
    <div role="group" aria-labelledby={id} className={styles.ask}>
      <p id={id}>{words}</p>
      {problem.readings.map((reading) => (
        <button key={reading.label} type="button" onClick={() => onChoose(reading)}>
          {reading.label}
        </button>
      ))}
    </div>
  )
}
