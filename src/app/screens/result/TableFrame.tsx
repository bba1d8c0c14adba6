import type { ReactNode } from 'react'
import styles from '../DimensionProfile.module.css'

/** A table with its name, which may be wider than the screen: the frame scrolls, also with the keyboard. */
export function TableFrame({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by whoever has no finger on it
    <div className={styles.wide} role="group" aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{name}</caption>
        {children}
      </table>
    </div>
  )
}
