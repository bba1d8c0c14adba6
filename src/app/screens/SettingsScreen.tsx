import type { ListedEdition } from 'virtual:editions'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import type { InstallOffer } from '../installation.ts'
import type { Observable } from '../observable.ts'
import type { Updates } from '../serviceWorker.ts'
import { useTitle } from '../useTitle.ts'
import { InstallNotice } from './InstallNotice.tsx'
import { CopiesSettings } from './settings/CopiesSettings.tsx'
import { DeviceSettings } from './settings/DeviceSettings.tsx'
import { DisplaySettings } from './settings/DisplaySettings.tsx'
import { EarlierSettings } from './settings/EarlierSettings.tsx'
import { SendingSettings } from './settings/SendingSettings.tsx'
import { StorageSettings } from './settings/StorageSettings.tsx'
import { UpdateNotice } from './UpdateNotice.tsx'

type Props = {
  db: Database
  language: Language
  editions: readonly ListedEdition[]
  installation: Observable<InstallOffer>
  updates: Updates
}

/** S12: how the app looks, what waits to be sent and why, and what this device is. */
export function SettingsScreen({ db, language, editions, installation, updates }: Props) {
  const title = texts(language).home.settings
  useTitle(title, language)
  return (
    <main id="main">
      <h1>{title}</h1>
      <UpdateNotice updates={updates} language={language} />
      <InstallNotice installation={installation} language={language} />
      <DisplaySettings db={db} language={language} />
      <SendingSettings db={db} language={language} />
      <EarlierSettings db={db} language={language} />
      <CopiesSettings db={db} language={language} />
      <StorageSettings language={language} />
      <DeviceSettings db={db} language={language} editions={editions} />
    </main>
  )
}
