import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import styles from './RefusedWrite.module.css'

/** As the browser names what a full disk does to a write. */
const refusals = ['QuotaExceededError', 'AbortError', 'UnknownError']

/** Says on any screen that the tablet did not keep what was asked of it, where nothing nearer does; until another screen. */
export function RefusedWrite({ language }: { language: Language }) {
  const t = texts(language)
  const [place] = useLocation()
  const [refusedAt, setRefusedAt] = useState<string>()
  useEffect(() => {
    const hear = ({ reason }: PromiseRejectionEvent) => {
      if (reason instanceof Error && refusals.includes(reason.name)) setRefusedAt(window.location.pathname)
    }
    window.addEventListener('unhandledrejection', hear)
    return () => window.removeEventListener('unhandledrejection', hear)
  }, [])
  if (refusedAt !== place) return null
  return (
    <p role="alert" className={styles.refused}>
      ✕ {t.fault.notKept} <Link href="/settings">{t.banner.seeSettings}</Link>
    </p>
  )
}
