import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import styles from './BarDetail.module.css'

type Props = { summary: ReactNode; children: ReactNode }

/** A state in the top bar; what stands behind it opens below on tap, and closes on the next one elsewhere. */
export function BarDetail({ summary, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    if (details.current !== null) details.current.open = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    details.current?.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={details}
      className={styles.detail}
      onKeyDown={onKeyDown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <summary>{summary}</summary>
      {/* It can have the focus, so that a tap on its words is no tap elsewhere. */}
      <div className={styles.panel} tabIndex={-1}>
        {isOpen && children}
      </div>
    </details>
  )
}
