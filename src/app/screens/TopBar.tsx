import { useLiveQuery } from 'dexie-react-hooks'
import { Fragment, memo, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { changePreferences, type Preferences, toggleSun } from '../preferences.ts'
import { remember, remembered } from '../remembered.ts'
import { ConnectionState } from './ConnectionState.tsx'
import { draftPlaceId } from './draftPlace.ts'
import styles from './TopBar.module.css'

type Props = { db: Database; preferences: Preferences }

/** Always there, each thing in its place: the way home, the draft, the connection, size, sun, help and settings. */
export function TopBar({ db, preferences }: Props) {
  const { language } = preferences
  const t = texts(language)
  const [place] = useLocation()
  const bar = useRef<HTMLElement>(null)
  useBarHeight(bar)
  const current = (href: string) => (place === href ? 'page' : undefined)
  return (
    <>
      <a className={styles.skip} href="#main">
        {t.topBar.skip}
      </a>
      <header ref={bar} className={styles.bar} data-draft={place.startsWith('/draft/') || undefined}>
        <Link href="/" className={styles.home}>
          {t.product}
        </Link>
        <div id={draftPlaceId} className={styles.draft} />
        <ConnectionState db={db} language={language} />
        <div className={styles.tools} role="group" aria-label={t.topBar.label}>
          <DisplayTools db={db} preferences={preferences} />
          <Link href="/help" className={styles.tool} aria-current={current('/help')}>
            {t.topBar.help}
          </Link>
          <Link
            href="/settings"
            className={styles.tool}
            aria-label={t.home.settings}
            aria-current={current('/settings')}
          >
            {t.topBar.settings}
          </Link>
        </div>
      </header>
      <Banners db={db} preferences={preferences} />
    </>
  )
}

const steps = ['A', 'A+', 'A++'] as const

/** The size of text, a step larger at each tap and then small again; and the sun with one tap. */
const DisplayTools = memo(function DisplayTools({ db, preferences }: Props) {
  const { language, theme, textSize } = preferences
  const t = texts(language).topBar
  const next = steps[(steps.indexOf(textSize) + 1) % steps.length] ?? 'A'
  return (
    <>
      <button
        type="button"
        className={`${styles.tool} ${styles.size}`}
        onClick={() => void changePreferences(db, { textSize: next })}
      >
        {steps.map((step) => (
          <Fragment key={step}>
            <span data-current={step === textSize || undefined}>{step}</span>{' '}
          </Fragment>
        ))}
        <em className="visually-hidden">{`${t.textSize}: ${t.textSizes[textSize]}`}</em>
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t.themes.sun}
        aria-pressed={theme === 'sun'}
        onClick={() => void toggleSun(db, theme)}
      >
        <Icon name="sun" /> <span className={styles.roomy}>{t.themes.sun}</span>
        <span className={styles.narrow}>{t.sunShort}</span>
      </button>
    </>
  )
})

function Banners({ db, preferences: { language } }: Props) {
  const t = texts(language)
  const census = useLiveQuery(async () => (await readFact(db, 'census')) ?? null, [db])
  const isTrial = census === undefined ? remembered('isTrial') === true : census?.trial === true
  useEffect(() => {
    if (census !== undefined) remember('isTrial', isTrial)
  }, [census, isTrial])
  const showsTrial = useShownTrial(isTrial)
  if (!showsTrial && window.isSecureContext) return null
  return (
    <aside aria-label={t.topBar.notices}>
      {showsTrial && <p className={styles.trial}>! {t.banner.trial}</p>}
      {!window.isSecureContext && (
        <p className={styles.trial}>
          <strong>{t.banner.insecureTitle}.</strong> {t.banner.insecure} {t.banner.insecureFix}
        </p>
      )}
    </aside>
  )
}

/** While a page of questions is open, what is heard of the census must not move it under a finger: the next one shows it. */
function useShownTrial(isTrial: boolean): boolean {
  const [place] = useLocation()
  const [shown, setShown] = useState({ place, isTrial })
  const isHeld = shown.place === place && place.includes('/page/')
  if (!isHeld && (shown.place !== place || shown.isTrial !== isTrial)) setShown({ place, isTrial })
  return isHeld ? shown.isTrial : isTrial
}

/** Where the answers are, which on a phone stays in sight when all that stands above it has gone up with the page. */
const staying = `#${draftPlaceId} :is([role="alert"], details)`

/** Large text needs more than one row: what scrolls must know how much of the top is covered. */
function useBarHeight(bar: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const state = element.querySelector(staying)
      const above = state && state.getBoundingClientRect().top - element.getBoundingClientRect().top
      element.style.setProperty('--above', above === null ? '' : `${above}px`)
      const covered = element.offsetHeight + Math.min(0, Number.parseFloat(getComputedStyle(element).top) || 0)
      document.documentElement.style.setProperty('--bar-top', `${covered}px`)
    })
    observer.observe(element)
    // What fills the place that was kept for it leaves the bar as high as it was.
    observer.observe(element.querySelector(`#${draftPlaceId}`) ?? element)
    return () => observer.disconnect()
  }, [bar])
}
