import type { ReactNode } from 'react'
import styles from '../DimensionProfile.module.css'

type Props = {
  name: string
  /** on a phone its rows are blocks; a cell with `data-column` then shows that name before its number */
  stacks?: boolean
  children: ReactNode
}

/** A table with its name, which may be wider than the screen: the frame scrolls, also with the keyboard. */
export function TableFrame({ name, stacks = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by whoever has no finger on it
    <div className={styles.wide} role="group" aria-label={name} tabIndex={0}>
      <table className={`${styles.table} ${stacks ? styles.stacked : ''}`}>
        <caption className={styles.caption}>{name}</caption>
        {children}
      </table>
    </div>
  )
}
