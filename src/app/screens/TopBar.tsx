import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { changePreferences, type Preferences } from '../preferences.ts'
import { remember, remembered } from '../remembered.ts'
import styles from './TopBar.module.css'

/** Always there: the way home, what waits to be sent, and the settings; where there is room, the choices themselves. */
export function TopBar({ db, preferences }: { db: Database; preferences: Preferences }) {
  const { language, theme, textSize } = preferences
  const t = texts(language)
  const [place] = useLocation()
  const state = useLiveQuery(
    async () => ({ waiting: await db.outbox.count(), census: await readFact(db, 'census') }),
    [db],
  )
  const isTrial = state === undefined ? remembered('isTrial') === true : state.census?.trial === true
  useEffect(() => {
    if (state !== undefined) remember('isTrial', isTrial)
  }, [state, isTrial])
  const set = (change: Partial<Preferences>) => void changePreferences(db, change)
  return (
    <>
      <a className={styles.skip} href="#main">
        {t.topBar.skip}
      </a>
      <header>
        <div className={styles.bar}>
          <Link href="/" className={styles.home}>
            {t.product}
          </Link>
          <span className={styles.queue} role="status">
            {(state?.waiting ?? 0) > 0 ? `↑ ${t.topBar.queued(state?.waiting ?? 0)}` : ''}
          </span>
          <div className={styles.tools} role="group" aria-label={t.topBar.label}>
            <Choice
              label={t.topBar.language}
              value={language}
              options={t.topBar.languages}
              onChoose={(value) => set({ language: value })}
            />
            <Choice
              label={t.topBar.theme}
              value={theme}
              options={t.topBar.themes}
              onChoose={(value) => set({ theme: value })}
            />
            <Choice
              label={t.topBar.textSize}
              value={textSize}
              options={t.topBar.textSizes}
              onChoose={(value) => set({ textSize: value })}
            />
          </div>
          <Link
            href="/settings"
            className={styles.settings}
            aria-label={t.home.settings}
            aria-current={place === '/settings' ? 'page' : undefined}
          >
            {t.topBar.settings}
          </Link>
        </div>
        {isTrial && <p className={styles.trial}>! {t.banner.trial}</p>}
        {!window.isSecureContext && (
          <p className={styles.trial}>
            <strong>{t.banner.insecureTitle}.</strong> {t.banner.insecure} {t.banner.insecureFix}
          </p>
        )}
      </header>
    </>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: Record<T, string>
  onChoose: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <label className={styles.choice}>
      <span className={styles.choiceLabel}>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value as T)}>
        {(Object.keys(options) as T[]).map((option) => (
          <option key={option} value={option}>
            {options[option]}
          </option>
        ))}
      </select>
    </label>
  )
}
