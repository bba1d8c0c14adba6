import type { MouseEvent, ReactNode } from 'react'
import styles from './Button.module.css'

type Props = {
  /** what a screen reader says where the words alone do not tell which one */
  label?: string
  /** danger: what it takes away does not come back */
  kind: 'primary' | 'secondary' | 'plain' | 'danger'
  /** pressing it would change nothing now; it stays, since one that vanished would take the focus with it */
  isVain?: boolean
  onClick?: (press: MouseEvent) => void
  type?: 'button' | 'submit'
  children: ReactNode
}

/** A button of 48 px and more; one primary a screen. */
export function Button({ kind, label, isVain, onClick, type = 'button', children }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      aria-disabled={isVain || undefined}
      className={`${styles.button} ${styles[kind]}`}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
