import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import type { Scope } from '#domain/protocol.ts'
import type { Language } from '#domain/text.ts'
import { Icon } from '#ui/Icon.tsx'
import { recentText, settingsTexts } from '#ui/settingsTexts.ts'
import { texts } from '#ui/texts.ts'
import { useConnection } from '../../connection.ts'
import { type Database, type DeviceFacts, readFact } from '../../database.ts'
import { listOutbox } from '../../outbox.ts'
import { ClockWarning } from './ClockWarning.tsx'
import { OutboxList } from './OutboxList.tsx'
import styles from './Settings.module.css'
import { TryNow } from './TryNow.tsx'

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
  const connection = useConnection(db)
  if (facts === undefined || connection === undefined) return null
  const { enrolment, census, outbox } = facts
  return (
    <section className={styles.section} aria-labelledby="sending-title">
      <h2 id="sending-title">{t.sending}</h2>
      <Enrolment enrolment={enrolment} isUnlinked={connection.isUnlinked} language={language} />
      <p>{contactText(census, connection.unreachedSince, language)}</p>
      <ClockWarning census={census} language={language} />
      <OutboxList db={db} outbox={outbox} language={language}>
        <TryNow db={db} connection={connection} kind="primary" language={language}>
          {connection.waiting > 0 ? t.sendAll(connection.waiting) : t.tryNow}
        </TryNow>
      </OutboxList>
    </section>
  )
}

/** A greeting that was answered is no connection where what was sent afterwards did not get there. */
function contactText(census: DeviceFacts['census'] | undefined, unreachedSince: string | null, language: Language) {
  const t = settingsTexts(language)
  if (census === undefined) return t.neverInContact
  const when = recentText(census.heardAt, new Date(), language)
  return unreachedSince !== null && unreachedSince < census.heardAt ? t.onlyGreeted(when) : t.lastContact(when)
}

type EnrolmentProps = { enrolment: DeviceFacts['enrolment'] | undefined; isUnlinked: boolean; language: Language }

function Enrolment({ enrolment, isUnlinked, language }: EnrolmentProps) {
  const t = settingsTexts(language)
  if (enrolment !== undefined && !isUnlinked) {
    return (
      <p className={styles.signed}>
        <Icon name="saved" />
        <span>
          {t.enrolled} {scopeText(enrolment.scope, language)}
        </span>
      </p>
    )
  }
  return (
    <p className={styles.signed}>
      <Icon name="warning" />
      <span>
        {isUnlinked ? t.unlinked : texts(language).enrol.notEnrolled} <Link href="/enrol">{t.enrolAction}</Link>
      </span>
    </p>
  )
}

function scopeText(scope: Scope, language: Language): string {
  const t = texts(language).enrol
  if (scope.cluster !== null) return t.scopeCluster(scope.cluster)
  return scope.chamber === null ? t.scopeAll : t.scopeChamber(scope.chamber)
}
