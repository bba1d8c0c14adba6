import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Language } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { Icon } from '#ui/Icon.tsx'
import type { DraftSession } from '../draftSession.ts'
import { longestNote, noteOf, setNote } from '../notes.ts'
import styles from './QuestionNote.module.css'

type Props = { variable: string; titleId: string; session: DraftSession; language: Language }

/** A person's own words beside an answer: asked for, never in the way, saved at every key like the answer itself. */
export function QuestionNote({ variable, titleId, session, language }: Props) {
  const t = captureTexts(language).note
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const hasNote = useSyncExternalStore(session.subscribeDraft, () => noteOf(session, variable) !== '')
  const [isAdding, setAdding] = useState(false)
  useEffect(() => {
    if (isAdding) box.current?.focus()
  }, [isAdding])
  if (!hasNote && !isAdding) {
    return (
      <button type="button" className={styles.add} onClick={() => setAdding(true)} aria-describedby={titleId}>
        <Icon name="note" /> {t.add}
      </button>
    )
  }
  return (
    <div className={styles.note}>
      <label htmlFor={id}>{t.label}</label>
      <p id={`${id}-hint`}>{t.hint}</p>
      <textarea
        ref={box}
        id={id}
        rows={3}
        maxLength={longestNote}
        defaultValue={noteOf(session, variable)}
        aria-describedby={`${titleId} ${id}-hint`}
        onChange={(event) => {
          // Emptied while someone writes, it stays until they leave it.
          setAdding(true)
          setNote(session, variable, event.target.value)
        }}
        onBlur={() => setAdding(false)}
      />
      {hasNote && (
        <button type="button" className={styles.add} onClick={() => setNote(session, variable, '')}>
          {t.remove}
        </button>
      )}
    </div>
  )
}
