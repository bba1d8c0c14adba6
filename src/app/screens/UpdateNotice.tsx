import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { Updates } from '../serviceWorker.ts'
import styles from './Notices.module.css'

/** Offers a version that waits. Belongs only on screens where nothing is being typed: it may start the page anew. */
export function UpdateNotice({ updates, language }: { updates: Updates; language: Language }) {
  const t = texts(language).banner
  const state = useSyncExternalStore(updates.subscribe, updates.read)
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    if (state === 'replaced') updates.reload()
  }, [state, updates])
  const apply = async () => setBlocked(!(await updates.apply()))
  return (
    <div role="status">
      {state === 'waiting' && (
        <div className={styles.notice}>
          <p>
            {t.update} {isBlocked && t.updateBlocked}
          </p>
          <Button kind="secondary" onClick={() => void apply()}>
            {t.updateAction}
          </Button>
        </div>
      )}
    </div>
  )
}
