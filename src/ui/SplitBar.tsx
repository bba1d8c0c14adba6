import styles from './SplitBar.module.css'

type Props = {
  /** the parts in the order of their rows; a bar segment carries the number of its row */
  parts: readonly { name: string; value: number }[]
  /** what the full width stands for: what the parts lack of it stays empty */
  whole: number
  /** what the picture says, from the list of its parts in words */
  label: (parts: string) => string
  say: (value: number) => string
}

/** Below this share of the width a number no longer fits. */
const narrowest = 0.06

/** How a whole is split, as one bar of its full width. */
export function SplitBar({ parts, whole, label, say }: Props) {
  const shown = parts.map((part, place) => ({ ...part, row: place + 1 })).filter(({ value }) => value > 0)
  if (shown.length === 0 || whole <= 0) return null
  return (
    <div
      role="img"
      className={styles.bar}
      aria-label={label(shown.map(({ name, value }) => `${name} ${say(value)}`).join(', '))}
    >
      {shown.map(({ row, value }) => (
        <span key={row} className={styles.part} style={{ width: `${(value / whole) * 100}%` }}>
          {value / whole >= narrowest ? row : ''}
        </span>
      ))}
    </div>
  )
}
