import { useSyncExternalStore } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { timeText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import styles from './SaveLine.module.css'

/** Where the newest answer is: said from what the database confirmed, never from hope. */
export function SaveLine({ session, language }: { session: DraftSession; language: Language }) {
  const t = texts(language).topBar
  const { draft, saveState } = useSyncExternalStore(session.subscribe, session.read)
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
      <span data-save-state={saveState.kind}>
        {saveState.kind === 'saved' ? `✓ ${t.saved(timeText(saveState.at, language))}` : t.saving}
      </span>
    </section>
  )
}
