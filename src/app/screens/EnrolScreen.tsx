import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from '../database.ts'
import { requestSync } from '../syncTriggers.ts'
import { useTitle } from '../useTitle.ts'
import home from './HomeScreen.module.css'

/** Opened by an invite link; the secret stands behind the # so that no server log ever holds it. */
export function EnrolScreen({ db, language }: { db: Database; language: Language }) {
  const t = texts(language).enrol
  const isLinked = useLiveQuery(() => readIsLinked(db), [db])
  const census = useLiveQuery(() => readFact(db, 'census'), [db])
  const [isWorking, setWorking] = useState(false)
  const [message, setMessage] = useState('')
  const [isRefused, setRefused] = useState(false)
  useTitle(isLinked === true ? t.linked : t.title, language, isRefused)
  const invite = window.location.hash.slice(1)
  const start = async () => {
    setWorking(true)
    const { enrol } = await import('../sync.ts')
    const outcome = await enrol(db, invite)
    setWorking(false)
    setRefused(outcome.kind !== 'enrolled')
    if (outcome.kind === 'enrolled') {
      window.history.replaceState(null, '', '/enrol')
      requestSync()
    } else setMessage(outcome.kind === 'refused' ? outcome.message[language] : t.failed)
  }
  if (isLinked === undefined) return null
  return (
    <main id="main">
      <h1>{isLinked ? t.linked : t.title}</h1>
      {!isLinked && <p>{t.detail}</p>}
      <p role="status">{isLinked ? (census?.trial === true ? t.doneTrial : t.done) : message}</p>
      {isLinked && (
        <p>
          <Link href="/" className={home.primary}>
            {texts(language).fault.home}
          </Link>
        </p>
      )}
      {!isLinked && invite === '' && <p>{t.noInvite}</p>}
      {!isLinked && invite !== '' && (
        <Button kind="primary" onClick={() => void start()}>
          {isWorking ? t.working : t.action}
        </Button>
      )}
    </main>
  )
}

/** A device that the census has unlinked is linked again as a new one is. */
async function readIsLinked(db: Database): Promise<boolean> {
  const [enrolment, status] = await Promise.all([readFact(db, 'enrolment'), readFact(db, 'deviceStatus')])
  return enrolment !== undefined && (status ?? 'active') === 'active'
}
