import styles from './ProfileTrack.module.css'

export type ProfileTrackProps = {
  /** what a screen reader says in place of the picture */
  label: string
  /** the filled dot, 0..100; a range where there is no number */
  now: number | { min: number; max: number }
  /** the hollow dot: an earlier value, or the real one behind a simulated one */
  before?: number | undefined
  /** short vertical tick: what the next stage asks for */
  target?: number | undefined
  /** light ticks: what every stage asks for */
  ticks: readonly number[]
  /** the middle half of a group of other clusters */
  middle?: { p25: number; p75: number } | undefined
}

/** One dimension on a scale from 0 to 100. Positions are shares of the width, so that it prints sharp at any size. */
export function ProfileTrack({ label, now, before, target, ticks, middle }: ProfileTrackProps) {
  const range = typeof now !== 'number' && { x: percent(now.min), width: percent(now.max - now.min), y: 11, height: 14 }
  return (
    <span className={styles.frame}>
      <svg className={styles.track} role="img" aria-label={label} width="100%" height="36">
        {middle !== undefined && (
          <rect
            className={styles.middle}
            x={percent(middle.p25)}
            width={percent(middle.p75 - middle.p25)}
            y="8"
            height="20"
          />
        )}
        {range !== false && <rect className={styles.within} {...range} rx="4" />}
        <line className={styles.scale} x1="0" x2="100%" y1="18" y2="18" />
        {ticks.map((tick) => (
          <line key={tick} className={styles.tick} x1={percent(tick)} x2={percent(tick)} y1="12" y2="24" />
        ))}
        {before !== undefined && <circle className={styles.before} cx={percent(before)} cy="18" r="8" />}
        {target !== undefined && (
          <line className={styles.target} x1={percent(target)} x2={percent(target)} y1="1" y2="35" />
        )}
        {typeof now === 'number' && <circle className={styles.now} cx={percent(now)} cy="18" r="9" />}
        {range !== false && <rect className={styles.range} {...range} rx="4" />}
      </svg>
    </span>
  )
}

const markWidth = { now: 20, before: 20, range: 28, target: 8, tick: 8, middle: 28 }

/** The marks as the legend shows them. */
export function TrackMark({ kind }: { kind: keyof typeof markWidth }) {
  const width = markWidth[kind]
  const x = width / 2
  return (
    <svg className={styles.mark} width={width} height="24" aria-hidden="true" focusable="false">
      {kind === 'now' && <circle className={styles.now} cx={x} cy="12" r="8" />}
      {kind === 'before' && <circle className={styles.before} cx={x} cy="12" r="7" />}
      {kind === 'range' && <rect className={styles.range} x="2" y="6" width="24" height="12" rx="4" />}
      {kind === 'target' && <line className={styles.target} x1={x} x2={x} y1="1" y2="23" />}
      {kind === 'tick' && <line className={styles.tick} x1={x} x2={x} y1="6" y2="18" />}
      {kind === 'middle' && <rect className={styles.middle} x="1" y="4" width="26" height="16" />}
    </svg>
  )
}

function percent(value: number): string {
  return `${value}%`
}
