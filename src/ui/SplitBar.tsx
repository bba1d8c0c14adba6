import styles from './SplitBar.module.css'

type Props = {
  /** the parts in the order of their rows; a bar segment carries the number of its row */
  parts: readonly { name: string; value: number }[]
  /** what the full width stands for: what the parts lack of it stays empty */
  whole: number
  /** what the picture says, from the list of its parts in words */
  label: (parts: string) => string
  say: (value: number) => string
  /** which rows the bar shows, in its order, and whether its end is what is missing */
  hint: (rows: readonly number[], lacks: boolean) => string
}

/** Below this share of the width a number no longer fits. */
const narrowest = 0.06

/** How a whole is split, as one bar of its full width: a picture of the rows beside it, which say the same in words. */
export function SplitBar({ parts, whole, label, say, hint }: Props) {
  const shown = parts.map((part, place) => ({ ...part, row: place + 1 })).filter(({ value }) => value > 0)
  if (shown.length === 0 || whole <= 0) return null
  const lacks = shown.reduce((sum, { value }) => sum + value, 0) < whole
  return (
    <div>
      <div
        role="img"
        className={styles.bar}
        aria-label={label(shown.map(({ name, value }) => `${name} ${say(value)}`).join(', '))}
      >
        {shown.map(({ row, value }) => (
          <span key={row} className={styles.part} style={{ width: `${(value / whole) * 100}%` }}>
            {value / whole >= narrowest && <b>{row}</b>}
          </span>
        ))}
        {lacks && <span className={styles.missing} />}
      </div>
      <p className={styles.hint} aria-hidden="true">
        {hint(
          shown.map(({ row }) => row),
          lacks,
        )}
      </p>
    </div>
  )
}
