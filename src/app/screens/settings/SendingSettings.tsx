import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Scope } from '#domain/protocol.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayAndTimeText } from '#ui/dates.ts'
import { recentText, settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import { isClockOff } from '../../clock.ts'
import { type Database, type DeviceFacts, readFact } from '../../database.ts'
import { listOutbox } from '../../outbox.ts'
import type { SyncOutcome } from '../../sync.ts'
import { syncNow } from '../../syncTriggers.ts'
import { OutboxList } from './OutboxList.tsx'
import styles from './Settings.module.css'

/** Whether this device may send, when it last could, what still waits, and a way not to wait for the next attempt. */
export function SendingSettings({ db, language }: { db: Database; language: Language }) {
  const t = settingsTexts(language)
  const facts = useLiveQuery(async () => {
    const [enrolment, census, outbox] = await Promise.all([
      readFact(db, 'enrolment'),
      readFact(db, 'census'),
      listOutbox(db),
    ])
    return { enrolment, census, outbox }
  }, [db])
  if (facts === undefined) return null
  const { enrolment, census, outbox } = facts
  return (
    <section className={styles.section} aria-labelledby="sending-title">
      <h2 id="sending-title">{t.sending}</h2>
      {enrolment === undefined ? (
        <p>
          ! {texts(language).enrol.notEnrolled} <Link href="/enrol">{t.enrolAction}</Link>
        </p>
      ) : (
        <p>
          ✓ {t.enrolled} {scopeText(enrolment.scope, language)}
        </p>
      )}
      <p>{census === undefined ? t.neverInContact : t.lastContact(recentText(census.heardAt, new Date(), language))}</p>
      <ClockWarning census={census} language={language} />
      <OutboxList outbox={outbox} language={language} />
      <TryNow db={db} language={language} />
    </section>
  )
}

function scopeText(scope: Scope, language: Language): string {
  const t = texts(language).enrol
  if (scope.cluster !== null) return t.scopeCluster(scope.cluster)
  return scope.chamber === null ? t.scopeAll : t.scopeChamber(scope.chamber)
}

function ClockWarning({ census, language }: { census: DeviceFacts['census'] | undefined; language: Language }) {
  const t = settingsTexts(language)
  if (census === undefined || !isClockOff(census)) return null
  const ofCensus = new Date(Date.parse(census.heardAt) + census.clockOffsetMs).toISOString()
  return (
    <p className={styles.warning}>
      <strong>! {t.clock}</strong>{' '}
      {t.clockDetail(dayAndTimeText(ofCensus, language), dayAndTimeText(census.heardAt, language))}
    </p>
  )
}

function TryNow({ db, language }: { db: Database; language: Language }) {
  const t = settingsTexts(language)
  const [state, setState] = useState<'idle' | 'trying' | SyncOutcome['kind']>('idle')
  const run = async () => {
    // Not disabled meanwhile: a button that loses the focus sends a keyboard back to the top of the page.
    if (state === 'trying') return
    setState('trying')
    setState((await syncNow(db)).kind)
  }
  return (
    <div className={styles.action}>
      <Button kind="primary" onClick={() => void run()}>
        {t.tryNow}
      </Button>
      <p role="status">{state === 'idle' ? '' : state === 'trying' ? t.trying : t.outcomes[state]}</p>
    </div>
  )
}
