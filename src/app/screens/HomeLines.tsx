import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayAndTimeText, timeText } from '#ui/dates.ts'
import { Icon } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import { useConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { changePreferences } from '../preferences.ts'
import { readActiveProfile } from '../profiles.ts'
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

/** With what a draft sends people here. */
export type HomeState = { hasSaved: boolean }

/** Said once: who comes by another way, or again, has saved nothing just now. */
export function SavedLine({ language }: { language: Language }) {
  const [hasSaved, setHasSaved] = useState(false)
  useEffect(() => {
    if ((window.history.state as HomeState | null)?.hasSaved !== true) return
    setHasSaved(true)
    window.history.replaceState(null, '')
  }, [])
  return <div role="status">{hasSaved && <p>✓ {texts(language).home.saved}</p>}</div>
}

/** Calm: working without a network is what the app is for. */
export function OfflineLine({ db, waiting, language }: Props & { waiting: number }) {
  const t = texts(language)
  const connection = useConnection(db)
  if (connection === undefined || !connection.isOffline) return null
  const { unreachedSince } = connection
  return (
    <p className={styles.offline}>
      <Icon name="offline" />
      <span>
        {unreachedSince === null ? `${t.topBar.offline}.` : sinceWords(unreachedSince, language)}{' '}
        {waiting > 0 && <span className={styles.line}>{t.home.queued(waiting)}</span>}
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

/** The other language, in its own words: whoever needs it cannot read the settings. */
export function OtherLanguage({ db, language }: Props) {
  const other = language === 'es' ? 'en' : 'es'
  return (
    <p className={styles.foot}>
      <Button kind="plain" onClick={() => void changePreferences(db, { language: other })}>
        <span lang={other}>{texts(language).topBar.languages[other]}</span>
      </Button>
    </p>
  )
}
