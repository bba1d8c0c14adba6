import { useSyncExternalStore } from 'react'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import type { InstallOffer } from '../installation.ts'
import type { Observable } from '../observable.ts'
import styles from './Notices.module.css'

/** How to install the app on this device, where that is possible and not yet done. */
export function InstallNotice({
  installation,
  language,
}: {
  installation: Observable<InstallOffer>
  language: Language
}) {
  const t = texts(language).banner
  const offer = useSyncExternalStore(installation.subscribe, installation.read)
  if (offer.kind === 'none') return null
  return (
    <div className={styles.notice}>
      <p>
        {t.install} {offer.kind === 'by-hand' && t.installByHand}
      </p>
      {offer.kind === 'prompt' && (
        <Button kind="secondary" onClick={() => void offer.install()}>
          {t.installAction}
        </Button>
      )}
    </div>
  )
}
