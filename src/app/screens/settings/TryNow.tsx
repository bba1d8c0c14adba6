import { type ReactNode, useState } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { settingsTexts } from '#ui/settingsTexts.ts'
import type { Connection } from '../../connection.ts'
import type { Database } from '../../database.ts'
import { stopSending } from '../../stopping.ts'
import type { SyncOutcome } from '../../sync.ts'
import { syncNow } from '../../syncTriggers.ts'
import styles from './Settings.module.css'

type Props = {
  db: Database
  connection: Connection
  kind: 'primary' | 'secondary'
  language: Language
  children: ReactNode
}

/** A button that does not wait for the next attempt, and stops the one that is under way; and what came of it. */
export function TryNow({ db, connection, kind, language, children }: Props) {
  const t = settingsTexts(language)
  const [state, setState] = useState<'idle' | 'trying' | SyncOutcome['kind']>('idle')
  const run = async () => {
    // Not disabled meanwhile: a button that loses the focus sends a keyboard back to the top of the page.
    if (state === 'trying') return
    setState('trying')
    setState((await syncNow(db)).kind)
  }
  const isSending = connection.sending !== null
  const stop = () => {
    stopSending()
    setState('stopped')
  }
  // What was stopped may have arrived all the same, or have gone out since.
  const isOver = state === 'idle' || (state === 'stopped' && connection.waiting === 0)
  const said = isOver ? '' : state === 'trying' || isSending ? t.trying : t.outcomes[state]
  return (
    <div className={styles.action}>
      {/* One button for both: a second one that goes away would take the focus with it. */}
      <Button
        kind={isSending ? 'secondary' : kind}
        onClick={({ detail }) => {
          // The second of two quick taps was meant for what stood there at the first.
          if (detail < 2) void (isSending ? stop() : run())
        }}
      >
        {isSending ? t.stop : children}
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
