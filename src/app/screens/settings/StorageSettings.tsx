import { useCallback, useEffect, useState } from 'react'
import { formatNumber } from '#domain/numbers.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { settingsTexts } from '#ui/settingsTexts.ts'
import { askPersistence, readStorage, type StorageFacts } from '../../storage.ts'
import styles from './Settings.module.css'

/** How much room the app takes, and whether the browser may clear it. */
export function StorageSettings({ language }: { language: Language }) {
  const t = settingsTexts(language)
  const [facts, setFacts] = useState<StorageFacts>()
  const [wasAsked, setAsked] = useState(false)
  const read = useCallback(async () => setFacts(await readStorage()), [])
  useEffect(() => void read(), [read])
  if (facts === undefined) return null
  const ask = async () => {
    await askPersistence()
    await read()
    setAsked(true)
  }
  return (
    <section className={styles.section} aria-labelledby="storage-title">
      <h2 id="storage-title">{t.storage}</h2>
      <p>{spaceText(facts, language)}</p>
      {/* Said here and not beside the button, which is gone once the browser has agreed. */}
      <div role="status">
        {facts.isPersistent === undefined && <p>{t.persistenceUnknown}</p>}
        {facts.isPersistent === true && <p>✓ {t.persistent}</p>}
        {facts.isPersistent === false && (
          <p className={styles.warning}>
            <strong>! {t.temporary}</strong> {t.temporaryDetail} {wasAsked && t.persistRefused}
          </p>
        )}
      </div>
      {facts.isPersistent === false && (
        <Button kind="secondary" onClick={() => void ask()}>
          {t.persist}
        </Button>
      )}
    </section>
  )
}

function spaceText({ usedBytes, quotaBytes }: StorageFacts, language: Language): string {
  const t = settingsTexts(language)
  if (usedBytes === undefined || quotaBytes === undefined) return t.usedUnknown
  return t.used(sizeText(usedBytes, language), sizeText(quotaBytes, language))
}

function sizeText(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${formatNumber(size, { decimals: 1 }, language)}\u00a0${unit}`
}
