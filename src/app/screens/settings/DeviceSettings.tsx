import type { ListedEdition } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { dayText } from '#ui/dates.ts'
import { settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import { build } from '../../build.ts'
import { type Database, readFact } from '../../database.ts'
import { deviceId } from '../../device.ts'
import styles from './Settings.module.css'

type Props = { db: Database; language: Language; editions: readonly ListedEdition[] }

/** What a person reads out to the census team when something about this device is asked. */
export function DeviceSettings({ db, language, editions }: Props) {
  const t = settingsTexts(language)
  const isReady = useOfflineReady()
  const facts = useLiveQuery(async () => {
    const [identity, registerAsOf, clusters] = await Promise.all([
      readFact(db, 'identity'),
      readFact(db, 'registerAsOf'),
      db.register.count(),
    ])
    return { identity, registerAsOf, clusters }
  }, [db])
  // A device that never talked to the census has no id yet; the query above shows it as soon as it is made.
  useEffect(() => void deviceId(db), [db])
  if (facts === undefined) return null
  const { identity, registerAsOf, clusters } = facts
  return (
    <section className={styles.section} aria-labelledby="device-title">
      <h2 id="device-title">{t.device}</h2>
      <dl className={styles.facts}>
        <Fact name={t.deviceId}>{identity?.deviceId}</Fact>
        <Fact name={t.build}>{build}</Fact>
        <Fact name={t.offline}>{isReady ? `✓ ${texts(language).banner.readyOffline}` : t.offlineNotReady}</Fact>
        <Fact name={t.editions}>
          {editions.map(({ id, edition, title }) => (
            <span key={`${id}.${edition}`} className={styles.line}>
              {t.edition(inLanguage(title, language), edition)}
            </span>
          ))}
        </Fact>
        <Fact name={t.register}>
          {clusters > 0 && typeof registerAsOf === 'string'
            ? t.registerDetail(formatNumber(clusters, {}, language), dayText(registerAsOf, language))
            : t.noRegister}
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A worker becomes active only after it has stored every file of the app, so an active one means that all is here. */
function useOfflineReady(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isGone = false
    void navigator.serviceWorker?.ready.then(() => {
      if (!isGone) setReady(true)
    })
    return () => {
      isGone = true
    }
  }, [])
  return isReady
}
