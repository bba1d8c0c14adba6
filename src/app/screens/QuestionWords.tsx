import type { ReactNode } from 'react'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import styles from './PageScreen.module.css'

type WordsProps = { id: string; isReadAloud: boolean; language: Language; children: ReactNode }

/** The question itself. In an interview it is the script: marked, so that everybody is asked in the same words. */
export function Title({ id, isRow = false, isReadAloud, language, children }: WordsProps & { isRow?: boolean }) {
  const Heading = isRow ? 'h3' : 'h2'
  return (
    <Heading id={id} className={isRow ? styles.rowTitle : styles.title} data-script={isReadAloud || undefined}>
      {isReadAloud && <ReadAloud language={language} />}
      {children}
    </Heading>
  )
}

/** What helps to answer. In an interview it is for the interviewer alone, and says so. */
export function Hint({ id, isReadAloud, language, children }: WordsProps) {
  if (isReadAloud) {
    return (
      <p id={id} className={styles.hint}>
        {children}
      </p>
    )
  }
  return (
    <p id={id} className={styles.doNotRead}>
      <strong>{captureTexts(language).doNotRead}.</strong> {children}
    </p>
  )
}

type OptionsProps = { areReadAloud: boolean; language: Language }

/** In an interview: whether the options below are part of the script, or too many to be read. */
export function OptionsScript({ areReadAloud, language }: OptionsProps) {
  const t = captureTexts(language)
  if (!areReadAloud) {
    return (
      <p className={styles.doNotRead}>
        <strong>{t.doNotRead}.</strong> {t.doNotReadOptions}
      </p>
    )
  }
  return (
    <p className={styles.readOptions}>
      <SpeechSign />
      {t.readOptions}
    </p>
  )
}

/** Before the words of the script. */
export function ReadAloud({ language }: { language: Language }) {
  return (
    <>
      <SpeechSign />
      <span className="visually-hidden">{captureTexts(language).readAloud} </span>
    </>
  )
}

export function SpeechSign() {
  return (
    <svg className={styles.speech} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 5h16v11H11l-5 4v-4H4Z" />
    </svg>
  )
}
