import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Icon } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import { useConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { readStorage } from '../storage.ts'
import styles from './Notices.module.css'

type Props = { db: Database; language: Language /** drafts, or submissions without a receipt */; hasUnsent: boolean }

/** What puts answers at risk on this device, in a line each; the settings say more and offer what can be done. */
export function DeviceWarnings({ db, language, hasUnsent }: Props) {
  const t = texts(language)
  const connection = useConnection(db)
  const [isPersistent, setPersistent] = useState<boolean>()
  useEffect(() => {
    let isGone = false
    void readStorage().then((facts) => {
      if (!isGone) setPersistent(facts.isPersistent)
    })
    return () => {
      isGone = true
    }
  }, [])
  const lines = [
    ...(hasUnsent && isPersistent === false ? [t.banner.temporary] : []),
    ...(connection?.isUnlinked === true ? [t.banner.unlinked] : []),
    ...(connection?.isClockOff === true ? [`${t.topBar.clock}.`] : []),
  ]
  return lines.map((line) => (
    <p key={line} className={styles.warning}>
      <span>
        <Icon name="warning" />
        {line}
      </span>{' '}
      <Link href="/settings">{t.banner.seeSettings}</Link>
    </p>
  ))
}
