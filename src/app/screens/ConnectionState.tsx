import { memo, type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import type { Texts } from '#ui/texts/es.ts'
import { texts } from '#ui/texts.ts'
import { type Connection, useConnection, useReception } from '../connection.ts'
import type { Database } from '../database.ts'
import { remember, remembered } from '../remembered.ts'
import { ConnectionDetail } from '../screens.ts'
import { useIdle } from '../useIdle.ts'
import { BarDetail } from './BarDetail.tsx'
import { SpacedStatus } from './SpacedStatus.tsx'
import styles from './TopBar.module.css'

type Props = { db: Database; language: Language }

/** What there is to say of the connection, in the bar. Being offline is normal; being online is nothing to speak of. */
export const ConnectionState = memo(function ConnectionState(props: Props) {
  // It takes a dozen reads of the database.
  const isIdle = useIdle()
  return isIdle ? <State {...props} /> : <Room isKept={remembered('connectionSaid') === true} />
})

function State({ db, language }: Props) {
  const t = texts(language).topBar
  const connection = useConnection(db)
  const reception = useReception(db)
  const [place] = useLocation()
  const parts = connection === undefined ? [] : [troubles(connection, t), standing(connection, t)]
  const said = parts.filter((part) => part.length > 0)
  // Never beside an open draft, where it would seem to be the one that was received.
  if (said.length === 0 && reception !== undefined && !place.startsWith('/draft/')) {
    said.push([{ icon: 'received', words: t.received(reception.folio), tone: 'calm' }])
  }
  const isKept = useKeptRoom(connection === undefined ? undefined : said.length > 0)
  return (
    <Room isKept={isKept}>
      <SpacedStatus text={wordsOf(said.flat())} />
      {said.length > 0 && (
        <BarDetail summary={said.map((part) => <Part key={part[0]?.icon} part={part} />)}>
          <ConnectionDetail db={db} language={language} />
        </BarDetail>
      )}
    </Room>
  )
}

/** Where the words stand. On a phone they have a row of their own, which is kept for them while they are awaited. */
function Room({ isKept, children }: { isKept: boolean; children?: ReactNode }) {
  return (
    <div className={styles.connection} data-row={isKept || undefined}>
      {children}
    </div>
  )
}

/** The row is there from the start where the last page had one, and goes with the next page, not under a finger. */
function useKeptRoom(isSaid: boolean | undefined): boolean {
  const [place] = useLocation()
  const [keptFor, setKeptFor] = useState(() => (remembered('connectionSaid') === true ? place : ''))
  // An open draft has a row of its own, whatever is said.
  if (isSaid === true && keptFor !== place && !place.startsWith('/draft/')) setKeptFor(place)
  useEffect(() => {
    if (isSaid !== undefined) remember('connectionSaid', isSaid)
  }, [isSaid])
  return keptFor === place
}

function Part({ part: [first, ...rest] }: { part: readonly Said[] }) {
  return (
    first !== undefined && (
      <span className={styles.state} data-tone={first.tone}>
        <Icon name={first.icon} />
        <span className={styles.words}>
          {first.words}
          {rest.length > 0 && <span className={styles.rest}> · {wordsOf(rest)}</span>}
        </span>
      </span>
    )
  )
}

function wordsOf(said: readonly Said[]): string {
  return said.map(({ words }) => words).join(' · ')
}

type Said = { icon: IconName; words: string; tone: 'calm' | 'warn' | 'bad' }

/** What a person must see to. It stands until somebody does, and so must not hide the rest. */
function troubles({ parked, isUnlinked, isClockOff }: Connection, t: Texts['topBar']): Said[] {
  return [
    ...(isUnlinked ? [{ icon: 'fault', words: t.unlinked, tone: 'bad' } as const] : []),
    ...(parked > 0 ? [{ icon: 'fault', words: t.parkedCount(parked), tone: 'bad' } as const] : []),
    ...(isClockOff ? [{ icon: 'warning', words: t.clock, tone: 'warn' } as const] : []),
  ]
}

/** How sending stands. "En línea" is never said here, since it would be old in a moment. */
function standing({ sending, isOffline, waiting }: Connection & { isOffline: boolean }, t: Texts['topBar']): Said[] {
  if (sending !== null) return [{ icon: 'queued', words: t.sending(sending.count, sending.of), tone: 'calm' }]
  return [
    ...(isOffline ? [{ icon: 'offline', words: t.offline, tone: 'calm' } as const] : []),
    ...(waiting > 0 ? [{ icon: 'queued', words: t.queued(waiting), tone: 'calm' } as const] : []),
  ]
}
