import { memo, useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import type { Texts } from '#ui/texts/es.ts'
import { texts } from '#ui/texts.ts'
import { type Connection, useConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { syncNow } from '../syncTriggers.ts'
import { BarDetail } from './BarDetail.tsx'
import { SpacedStatus } from './SpacedStatus.tsx'
import styles from './TopBar.module.css'

type Props = { db: Database; language: Language }

/** What there is to say of the connection, in the bar. Being offline is normal; being online is nothing to speak of. */
export const ConnectionState = memo(function ConnectionState({ db, language }: Props) {
  const t = texts(language).topBar
  const connection = useConnection(db)
  const said = connection === undefined ? undefined : connectionWords(connection, t)
  return (
    <div className={styles.connection}>
      <SpacedStatus text={said?.words ?? ''} />
      {said !== undefined && (
        <BarDetail
          summary={
            <span className={styles.state} data-tone={said.tone}>
              <Icon name={said.icon} /> {said.words}
            </span>
          }
        >
          <p>{said.detail}</p>
          <TryNow db={db} language={language} />
          <Link href="/settings">{t.seeList}</Link>
        </BarDetail>
      )}
    </div>
  )
})

type Said = { icon: IconName; words: string; detail: string; tone: 'calm' | 'warn' | 'bad' }

/** The one thing that matters most. "En línea" is never said here, since it would be old in a moment. */
function connectionWords(connection: Connection & { isOffline: boolean }, t: Texts['topBar']): Said | undefined {
  const { parked, sending, isOffline, waiting } = connection
  const queued = waiting > 0 ? t.queued(waiting) : ''
  if (parked > 0) return { icon: 'fault', words: t.parked, detail: t.parkedDetail, tone: 'bad' }
  if (connection.isClockOff) return { icon: 'warning', words: t.clock, detail: t.clockDetail, tone: 'warn' }
  if (sending !== null) {
    const words = t.sending(sending.count, sending.of)
    return { icon: 'queued', words, detail: t.trying, tone: 'calm' }
  }
  if (isOffline) {
    const words = queued === '' ? t.offline : `${t.offline} · ${queued}`
    return { icon: 'offline', words, detail: t.offlineDetail, tone: 'calm' }
  }
  return queued === '' ? undefined : { icon: 'queued', words: queued, detail: t.queuedDetail, tone: 'calm' }
}

function TryNow({ db, language }: { db: Database; language: Language }) {
  const t = texts(language).topBar
  const [isTrying, setTrying] = useState(false)
  const run = async () => {
    if (isTrying) return
    setTrying(true)
    await syncNow(db)
    setTrying(false)
  }
  return (
    <Button kind="secondary" onClick={() => void run()}>
      {isTrying ? t.trying : t.tryNow}
    </Button>
  )
}
