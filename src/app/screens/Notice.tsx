import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { useTitle } from '../useTitle.ts'
import styles from './HomeScreen.module.css'

type Props = { title: string; detail?: string; language: Language; children?: ReactNode }

/** A page that only says something, with the way home. */
export function Notice({ title, detail, language, children }: Props) {
  const t = texts(language).fault
  useTitle(title, language)
  return (
    <main id="main">
      <h1>{title}</h1>
      <p>{detail ?? t.detail}</p>
      {children}
      <p>
        <Link href="/" className={children ? styles.secondary : styles.primary}>
          {t.home}
        </Link>
      </p>
    </main>
  )
}
