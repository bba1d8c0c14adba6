import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { requestSync } from '../syncTriggers.ts'
import { useTitle } from '../useTitle.ts'
import styles from './PageScreen.module.css'

/** Opened by an invite link; the secret stands behind the # so that no server log ever holds it. */
export function EnrolScreen({ db, language }: { db: Database; language: Language }) {
  const t = texts(language).enrol
  const enrolment = useLiveQuery(async () => (await readFact(db, 'enrolment')) ?? null, [db])
  const [isWorking, setWorking] = useState(false)
  const [message, setMessage] = useState('')
  const [isRefused, setRefused] = useState(false)
  useTitle(t.title, language, isRefused)
  const invite = window.location.hash.slice(1)
  const start = async () => {
    setWorking(true)
    const { enrol } = await import('../sync.ts')
    const outcome = await enrol(db, invite)
    setWorking(false)
    setRefused(outcome.kind !== 'enrolled')
    if (outcome.kind === 'enrolled') {
      window.history.replaceState(null, '', '/enrol')
      setMessage(t.done)
      requestSync()
    } else setMessage(outcome.kind === 'refused' ? outcome.message[language] : t.failed)
  }
  if (enrolment === undefined) return null
  return (
    <main className={styles.page} id="main">
      <h1>{t.title}</h1>
      <p>{t.detail}</p>
      <p role="status">{message}</p>
      {enrolment !== null && message === '' && <p>{t.already}</p>}
      {enrolment !== null && (
        <p className={styles.way}>
          <Link href="/">{texts(language).fault.home}</Link>
        </p>
      )}
      {enrolment === null && invite === '' && <p>{t.noInvite}</p>}
      {enrolment === null && invite !== '' && (
        <Button kind="primary" onClick={() => void start()}>
          {isWorking ? t.working : t.action}
        </Button>
      )}
    </main>
  )
}
