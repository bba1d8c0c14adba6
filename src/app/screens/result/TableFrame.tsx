import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import styles from '../DimensionProfile.module.css'

type Props = {
  name: string
  /** on a phone its rows are blocks; a cell with `data-column` then shows that name before its number */
  stacks?: boolean
  children: ReactNode
}

/** A table with its name, which may be wider than the screen: the frame then scrolls, also with the keyboard. */
export function TableFrame({ name, stacks = false, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const reached = useScrolls(frame) ? { role: 'group', 'aria-label': name, tabIndex: 0 } : {}
  return (
    <div ref={frame} className={styles.wide} {...reached}>
      <table className={`${styles.table} ${stacks ? styles.stacked : ''}`}>
        <caption className={styles.caption}>{name}</caption>
        {children}
      </table>
    </div>
  )
}

/** Whether what it holds is wider than it is, also when either changes its size. */
function useScrolls(frame: RefObject<HTMLDivElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    for (const each of [element, ...element.children]) observer.observe(each)
    return () => observer.disconnect()
  }, [frame])
  return scrolls
}
