import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import styles from './HomeScreen.module.css'

type Props<T> = {
  name: string
  title: string
  ids: readonly string[]
  /** what these ids stand for, in their order */
  read: (ids: readonly string[]) => Promise<T[]>
  empty: string
  language: Language
  children: (each: T, place: number) => ReactNode
}

const pageSize = 5

/** One tray: how many, the newest few, and more on demand. Only what is shown is read. */
export function Tray<T>({ name, title, ids, read, empty, language, children }: Props<T>) {
  const [count, setCount] = useState(pageSize)
  const shown = ids.slice(0, count)
  const items = useLiveQuery(() => read(shown), [shown.join()])
  const more = ids.length - shown.length
  return (
    <section className={styles.tray} id={`tray-${name}`} tabIndex={-1} aria-labelledby={`title-${name}`}>
      <h2 id={`title-${name}`}>
        {title} · {ids.length}
      </h2>
      {ids.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.cards}>{items?.map(children)}</ul>
      )}
      {more > 0 && (
        <Button kind="plain" onClick={() => setCount(count + 4 * pageSize)}>
          {texts(language).home.seeMore(more)}
        </Button>
      )}
    </section>
  )
}
