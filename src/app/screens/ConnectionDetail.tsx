import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { sentTexts } from '#ui/sentTexts.ts'
import { settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import { useConnection, useReception } from '../connection.ts'
import { type Database, readFact } from '../database.ts'
import { listOutbox } from '../outbox.ts'
import styles from './ConnectionDetail.module.css'
import { receivedText } from './SendingSteps.tsx'
import { ClockWarning } from './settings/ClockWarning.tsx'
import { OutboxItem } from './settings/OutboxList.tsx'
import { TryNow } from './settings/TryNow.tsx'

type Props = { db: Database; language: Language }

/** The settings list them all. */
const mostShown = 4

/** Behind the state of the connection: what each of its words means, what waits and why, and a way not to wait. */
export function ConnectionDetail({ db, language }: Props) {
  const t = settingsTexts(language)
  const bar = texts(language).topBar
  const connection = useConnection(db)
  const facts = useLiveQuery(async () => ({ outbox: await listOutbox(db), census: await readFact(db, 'census') }), [db])
  if (connection === undefined || facts === undefined) return null
  const { census } = facts
  // First what waits for a person.
  const outbox = facts.outbox.toSorted(
    (one, other) => Number(one.entry.parked === null) - Number(other.entry.parked === null),
  )
  const { isUnlinked, isOffline, waiting } = connection
  return (
    <div className={styles.detail}>
      {isUnlinked && <p>{t.unlinked}</p>}
      <ClockWarning census={census} language={language} />
      {isOffline && <p>{bar.offlineDetail}</p>}
      {!isOffline && waiting > 0 && <p>{t.queuedDetail}</p>}
      {outbox.length === 0 && <Reception db={db} language={language} />}
      <ul className={styles.outbox}>
        {outbox.slice(0, mostShown).map((listed) => (
          <OutboxItem key={listed.entry.submissionId} db={db} listed={listed} language={language} />
        ))}
      </ul>
      <TryNow db={db} connection={connection} kind="secondary" language={language}>
        {t.tryNow}
      </TryNow>
      <Link href="/settings">{outbox.length > mostShown ? t.seeAll(outbox.length) : t.seeSettings}</Link>
    </div>
  )
}

/** Which submission the census has received just now, and what proves it. */
function Reception({ db, language }: Props) {
  const reception = useReception(db)
  const submissionId = reception?.submissionId ?? ''
  const receipt = useLiveQuery(() => db.receipts.get(submissionId), [db, submissionId])
  if (reception === undefined || receipt === undefined) return null
  return (
    <p>
      {receivedText(receipt, language)} {sentTexts(language).fingerprint(receipt.sha256.slice(0, 16))}
    </p>
  )
}
