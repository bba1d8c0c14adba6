import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { timeText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession, SaveState } from '../draftSession.ts'
import styles from './SaveLine.module.css'

/** Where the newest answer is: said from what the database confirmed, never from hope. */
export function SaveLine({ session, language }: { session: DraftSession; language: Language }) {
  const t = texts(language).topBar
  const { draft } = session.read()
  const place = useRef<HTMLSpanElement>(null)
  const saveState = useShownState(session, place)
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(session.read().draft)], { type: 'application/json' }))
    link.download = `cumulo-${draft.key}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  if (saveState.kind === 'failed') {
    return (
      <div role="alert" className={styles.failed}>
        <strong>✕ {t.notSaved}.</strong> {t.notSavedDetail}
        <Button kind="secondary" onClick={() => session.retry()}>
          {t.retry}
        </Button>
        <Button kind="secondary" onClick={download}>
          {t.downloadCopy}
        </Button>
      </div>
    )
  }
  return (
    <section aria-label={t.draftState} className={styles.line}>
      <strong className={styles.cluster}>{draft.clusterName}</strong>
      <span ref={place}>
        {saveState.kind === 'saved' ? `✓ ${t.saved(timeText(saveState.at, language))}` : t.saving}
      </span>
    </section>
  )
}

/** A write takes a few milliseconds: a line that said so at every key would only unsettle. */
const slowMs = 300

/** What the line says. It draws when its words change, not at every key; `place` always tells the state as it is. */
function useShownState(session: DraftSession, place: RefObject<HTMLElement | null>): SaveState {
  const [shown, setShown] = useState(session.read().saveState)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const { saveState } = session.read()
      if (place.current !== null) place.current.dataset.saveState = saveState.kind
      if (saveState.kind === 'saving') {
        timer ??= setTimeout(() => setShown(saveState), slowMs)
        return
      }
      clearTimeout(timer)
      timer = undefined
      setShown((before) => (isSameMinute(before, saveState) ? before : saveState))
    }
    look()
    const unsubscribe = session.subscribe(look)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, place])
  return shown
}

function isSameMinute(one: SaveState, other: SaveState): boolean {
  if (one.kind !== 'saved' || other.kind !== 'saved') return false
  return one.at.slice(0, 16) === other.at.slice(0, 16)
}
