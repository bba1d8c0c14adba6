import type { ReactNode } from 'react'
import styles from './HomeScreen.module.css'

/** One assessment in a tray: whose it is, how far it is, and what can be done with it. */
export function HomeCard({ name, detail, children }: { name: string; detail: string; children: ReactNode }) {
  return (
    <li className={styles.card}>
      <div>
        <strong>{name}</strong>
        <p>{detail}</p>
      </div>
      <div className={styles.cardActions}>{children}</div>
    </li>
  )
}
