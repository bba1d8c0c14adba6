import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayAndTimeText, timeText } from '#ui/dates.ts'
import { Icon } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import { useConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { changePreferences } from '../preferences.ts'
import { readActiveProfile } from '../profiles.ts'
import { readStorage, type StorageFacts } from '../storage.ts'
import styles from './HomeScreen.module.css'

type Props = { db: Database; language: Language }

/** Who works with the tablet. Nobody is asked: a guest can do everything. */
export function ProfileLine({ db, language }: Props) {
  const t = texts(language).home
  const profile = useLiveQuery(async () => (await readActiveProfile(db)) ?? null, [db])
  return (
    <p className={styles.profile}>
      <span>
        <Icon name="person" /> {profile == null ? t.guest : t.worksAs(profile.name)}
      </span>
      <Link href="/profiles">{profile == null ? t.chooseProfile : t.changeProfile}</Link>
    </p>
  )
}

/** Calm: working without a network is what the app is for. */
export function OfflineLine({ db, language }: Props) {
  const t = texts(language)
  const connection = useConnection(db)
  if (connection === undefined || !connection.isOffline) return null
  const { unreachedSince, waiting } = connection
  return (
    <p className={styles.offline}>
      <Icon name="offline" />
      <span>
        {unreachedSince === null ? `${t.topBar.offline}.` : sinceWords(unreachedSince, language)}{' '}
        {waiting > 0 && t.home.queued(waiting)}
      </span>
    </p>
  )
}

function sinceWords(instant: string, language: Language): string {
  const t = texts(language).home
  const isToday = new Date(instant).toDateString() === new Date().toDateString()
  const words = isToday
    ? t.offlineSinceTime(timeText(instant, language))
    : t.offlineSinceDay(dayAndTimeText(instant, language))
  return words.endsWith('.') ? words : `${words}.`
}

/** How much room the answers take and whether the browser may clear them; and the other language, in its own words. */
export function HomeFoot({ db, language }: Props) {
  const t = texts(language)
  const [storage, setStorage] = useState<StorageFacts>()
  useEffect(() => {
    let isOver = false
    void readStorage().then((facts) => {
      if (!isOver) setStorage(facts)
    })
    return () => {
      isOver = true
    }
  }, [])
  const other = language === 'es' ? 'en' : 'es'
  return (
    <div className={styles.foot}>
      {storage?.usedBytes !== undefined && (
        <p>
          {t.home.used(formatNumber(storage.usedBytes / 1e6, { decimals: 1 }, language))}
          {storage.isPersistent !== undefined && ` · ${storage.isPersistent ? t.home.isProtected : t.home.isTemporary}`}
        </p>
      )}
      <Button kind="plain" onClick={() => void changePreferences(db, { language: other })}>
        <span lang={other}>{t.topBar.languages[other]}</span>
      </Button>
    </div>
  )
}
