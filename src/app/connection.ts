import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { isClockOff } from './clock.ts'
import { type Database, type DeviceFacts, readFact } from './database.ts'
import { countParked, countWaiting } from './outbox.ts'
import { syncNow } from './syncTriggers.ts'

/** How things stand between this device and the census, from what was really tried and heard. */
export type Connection = {
  /** without a receipt, and on its way as soon as the census answers */
  waiting: number
  /** the census cannot take them as they are */
  parked: number
  sending: DeviceFacts['sending']
  /** the last answer; null before the first */
  heardAt: string | null
  /** since when there is none; null while the census answers, or before it was ever asked */
  unreachedSince: string | null
  isClockOff: boolean
  /** this device was enrolled once, and the census does not take it for its own any more */
  isUnlinked: boolean
}

/** A request ends after 60 seconds: what says that it is still under way after that was left by a tab that died. */
const longestRequestMs = 90_000

/** Whether a request that carries submissions is under way. */
export function isUnderWay(
  sending: DeviceFacts['sending'] | undefined,
  now: Date,
): sending is NonNullable<DeviceFacts['sending']> {
  return sending != null && now.getTime() - Date.parse(sending.startedAt) < longestRequestMs
}

export async function readConnection(db: Database, now: Date): Promise<Connection> {
  const read = () =>
    Promise.all([
      countWaiting(db),
      countParked(db),
      readFact(db, 'sending'),
      readFact(db, 'census'),
      readFact(db, 'unreachedSince'),
      readFact(db, 'deviceStatus'),
    ])
  const [waiting, parked, sending, census, unreachedSince, deviceStatus] = await db.transaction(
    'r',
    [db.outbox, db.submissions, db.device],
    read,
  )
  return {
    waiting,
    parked,
    sending: isUnderWay(sending, now) ? sending : null,
    heardAt: census?.heardAt ?? null,
    unreachedSince: unreachedSince ?? null,
    isClockOff: isClockOff(census),
    isUnlinked: deviceStatus !== undefined && deviceStatus !== 'active',
  }
}

/** The connection, kept up to date; undefined until it was first read. */
export function useConnection(db: Database): (Connection & { isOffline: boolean }) | undefined {
  const connection = useLiveQuery(() => readConnection(db, new Date()), [db])
  // A browser that says "no network" is right; one that says "network" may be behind a hotel's login page.
  const hasNetwork = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  if (connection === undefined) return undefined
  return { ...connection, isOffline: !hasNetwork || connection.unreachedSince !== null }
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const newsMs = 2 * 60_000

/** What the census has received just now; undefined when that is no news any more. */
export function useReception(db: Database): DeviceFacts['lastReceived'] | undefined {
  const last = useLiveQuery(() => readFact(db, 'lastReceived'), [db])
  const [news, setNews] = useState<DeviceFacts['lastReceived']>()
  useEffect(() => {
    const leftMs = last === undefined ? 0 : Date.parse(last.at) + newsMs - Date.now()
    if (leftMs <= 0) return
    setNews(last)
    const timer = setTimeout(() => setNews(undefined), leftMs)
    return () => clearTimeout(timer)
  }, [last])
  return news
}

/** So long an answer of the server counts as being in touch with it. */
const inTouchMs = 30_000
const lookAgainMs = 5000

/** Whether the server has answered just now, and nothing has failed on its way there since. Asks it once. */
export function useInTouch(db: Database): boolean {
  const facts = useLiveQuery(
    async () => ({ census: await readFact(db, 'census'), unreachedSince: await readFact(db, 'unreachedSince') }),
    [db],
  )
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    void syncNow(db)
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [db])
  if (facts?.census === undefined || facts.unreachedSince != null) return false
  return Math.abs(now - Date.parse(facts.census.heardAt)) < inTouchMs
}
