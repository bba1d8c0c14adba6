import type { ReactNode } from 'react'
import styles from './Button.module.css'

type Props = {
  kind: 'primary' | 'secondary' | 'plain'
  onClick?: () => void
  type?: 'button' | 'submit'
  children: ReactNode
}

/** A button of 48 px and more; one primary a screen. */
export function Button({ kind, onClick, type = 'button', children }: Props) {
  return (
    <button type={type} className={`${styles.button} ${styles[kind]}`} onClick={onClick}>
      {children}
    </button>
  )
}
