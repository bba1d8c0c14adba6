import type { ReactNode } from 'react'
import { Icon } from '#ui/Icon.tsx'
import unfold from '#ui/Unfold.module.css'
import styles from './HomeScreen.module.css'

type Props = {
  name: string
  /** a paragraph each: where and who, how far, since when */
  children: ReactNode
  /** the one thing that comes next */
  action: ReactNode
  more: { label: string; words: string; options: ReactNode }
}

/** One assessment in a tray: whose it is, how far it is, what comes next; the rest is under its options. */
export function HomeCard({ name, children, action, more }: Props) {
  return (
    <li className={styles.card}>
      <div className={styles.cardFacts}>
        <h3>{name}</h3>
        {children}
      </div>
      <div className={styles.cardAction}>{action}</div>
      <details className={`${unfold.unfold} ${styles.more}`}>
        <summary aria-label={more.label}>{more.words}</summary>
        <div className={styles.options}>{more.options}</div>
      </details>
    </li>
  )
}

/** A state with its icon: never by colour alone. */
export function CardState({
  icon,
  tone,
  children,
}: {
  icon: Parameters<typeof Icon>[0]['name']
  tone: string
  children: ReactNode
}) {
  return (
    <p>
      <span className={styles.cardState} data-tone={tone}>
        <Icon name={icon} /> {children}
      </span>
    </p>
  )
}
