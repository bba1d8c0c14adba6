import type { Language } from '#domain/text.ts'
import { historyTexts } from '#ui/historyTexts.ts'
import { oneDecimal, tenthsBetween } from '../../resultWords.ts'
import styles from './OverTime.module.css'

/**
 * One round in the chart of a dimension. `value` is null where there is no number; `told` is what was said at the time,
 * where the present rules give another value; what is not comparable is joined by a broken line.
 */
export type SlopePoint = { label: string; value: number | null; told: number | null; isComparable: boolean }

// Above the line of 100 there is room for the number of a dot on it.
const top = 26
const plotHeight = 90
const height = top + plotHeight + 12
const yOf = (value: number) => top + plotHeight * (1 - value / 100)

/** Above the dot, and above the line of 100 where that would strike the number through. */
function numberY(value: number): number {
  const y = yOf(value) - 11
  return y - 16 < top && top < y + 3 ? top - 5 : y
}

type Props = { language: Language; title: string; points: readonly SlopePoint[] }

/** A line from round to round on the scale from 0 to 100. Where there is no number there is no line either. */
export function SlopeChart({ language, title, points }: Props) {
  const t = historyTexts(language)
  const xOf = (at: number) => `${((at + 0.5) * 100) / points.length}%`
  const said = points.map(({ label, value, isComparable }) => {
    const number = value === null ? t.noValue : oneDecimal(value, language)
    return `${label}: ${number}${isComparable ? '' : ` (${t.otherRules})`}`
  })
  return (
    <div className={styles.chart}>
      <p className={styles.name}>
        {title} <Change language={language} points={points} />
      </p>
      <svg role="img" aria-label={`${title}. ${said.join('; ')}`} width="100%" height={height} className={styles.slope}>
        {[0, 100].map((value) => (
          <g key={value}>
            <text className={styles.end} x="-6" y={yOf(value) + 5} textAnchor="end">
              {value}
            </text>
            <line className={styles.grid} x1="0" x2="100%" y1={yOf(value)} y2={yOf(value)} />
          </g>
        ))}
        {points.map((point, at) => {
          const before = points[at - 1]
          if (before?.value == null || point.value === null) return null
          const isBroken = !before.isComparable || !point.isComparable
          return (
            <line
              key={point.label}
              className={isBroken ? styles.broken : styles.joined}
              x1={xOf(at - 1)}
              y1={yOf(before.value)}
              x2={xOf(at)}
              y2={yOf(point.value)}
            />
          )
        })}
        {points.map(({ label, value, told, isComparable }, at) => (
          <g key={label}>
            {told !== null && <circle className={styles.told} cx={xOf(at)} cy={yOf(told)} r="5" />}
            {value !== null && (
              <>
                <circle className={isComparable ? styles.dot : styles.told} cx={xOf(at)} cy={yOf(value)} r="6" />
                <text className={styles.value} x={xOf(at)} y={numberY(value)} textAnchor="middle">
                  {oneDecimal(value, language)}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
      <p className={styles.labels} aria-hidden="true">
        {points.map(({ label, value }) => (
          <span key={label}>
            {label}
            {value === null && <em> {t.noValue}</em>}
          </span>
        ))}
      </p>
    </div>
  )
}

/** From the latest comparable round with a number to the present one, by arrow, word and number. */
function Change({ language, points }: { language: Language; points: readonly SlopePoint[] }) {
  const t = historyTexts(language)
  const now = points.at(-1)?.value ?? null
  const before =
    points.slice(0, -1).findLast(({ value, isComparable }) => value !== null && isComparable)?.value ?? null
  if (now === null || before === null) return null
  const tenths = tenthsBetween(before, now)
  const points1 = oneDecimal(Math.abs(tenths) / 10, language)
  if (tenths === 0) return <span className={styles.same}>{t.same}</span>
  return tenths > 0 ? (
    <span className={styles.up}>{t.up(points1)}</span>
  ) : (
    <span className={styles.down}>{t.down(points1)}</span>
  )
}
