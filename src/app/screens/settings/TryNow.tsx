import { type ReactNode, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { settingsTexts } from '#ui/settingsTexts.ts'
import type { Database } from '../../database.ts'
import type { SyncOutcome } from '../../sync.ts'
import { syncNow } from '../../syncTriggers.ts'
import styles from './Settings.module.css'

type Props = { db: Database; kind: 'primary' | 'secondary'; language: Language; children: ReactNode }

/** A button that does not wait for the next attempt, and what came of it. */
export function TryNow({ db, kind, language, children }: Props) {
  const t = settingsTexts(language)
  const [state, setState] = useState<'idle' | 'trying' | SyncOutcome['kind']>('idle')
  const run = async () => {
    // Not disabled meanwhile: a button that loses the focus sends a keyboard back to the top of the page.
    if (state === 'trying') return
    setState('trying')
    setState((await syncNow(db)).kind)
  }
  return (
    <div className={styles.action}>
      <Button kind={kind} onClick={() => void run()}>
        {children}
      </Button>
      <p role="status">{state === 'idle' ? '' : state === 'trying' ? t.trying : t.outcomes[state]}</p>
    </div>
  )
}
