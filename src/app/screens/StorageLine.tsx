import { useEffect, useState } from 'react'
import { formatNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { readStorage, type StorageFacts } from '../storage.ts'
import styles from './HomeScreen.module.css'

/** How much room everything takes, and whether the browser may clear it, in its own words. */
export function StorageLine({ language }: { language: Language }) {
  const t = texts(language).home
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
  if (storage?.usedBytes === undefined) return null
  const { usedBytes, isPersistent } = storage
  return (
    <p className={styles.storage}>
      {t.used(formatNumber(usedBytes / 1e6, { decimals: 1 }, language))}
      {isPersistent !== undefined && ` · ${isPersistent ? t.isProtected : t.isTemporary}`}
    </p>
  )
}
