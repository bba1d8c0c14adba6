import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import { problemNumber } from '#domain/problemNumber.ts'
import { blankedIn } from '#domain/retention.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { sentTexts } from '#ui/sentTexts.ts'
import { texts } from '#ui/texts.ts'
import { downloadAnswers } from '../answersFile.ts'
import { useConnection, useInTouch } from '../connection.ts'
import { type Database, type DeviceFacts, readFact } from '../database.ts'
import { type ListedSubmission, readSubmissions, sendingState } from '../submissions.ts'
import type { SyncOutcome } from '../sync.ts'
import { syncNow } from '../syncTriggers.ts'
import { useTitle } from '../useTitle.ts'
import { ContactList } from './ContactList.tsx'
import { Notice } from './Notice.tsx'
import { RevisionNotice } from './RevisionNotice.tsx'
import { SendingSteps } from './SendingSteps.tsx'
import styles from './SentScreen.module.css'

type Props = { db: Database; language: Language; submissionId: string }
type Facts = { listed: ListedSubmission | undefined; census: DeviceFacts['census'] | undefined; isEnrolled: boolean }

/** S11: whether the census has it, what is being done about that, and what comes next. Nothing is said from hope. */
export function SentScreen({ db, language, submissionId }: Props) {
  const facts = useLiveQuery(async (): Promise<Facts> => {
    const [[listed], census, enrolment] = await Promise.all([
      readSubmissions(db, [submissionId]),
      readFact(db, 'census'),
      readFact(db, 'enrolment'),
    ])
    return { listed, census, isEnrolled: enrolment !== undefined }
  }, [db, submissionId])
  if (facts === undefined) return null
  const { listed } = facts
  const { resultGone, resultGoneDetail } = texts(language).fault
  if (listed === undefined) return <Notice title={resultGone} detail={resultGoneDetail} language={language} />
  return <Sent db={db} language={language} facts={{ ...facts, listed }} />
}

type SentProps = { db: Database; language: Language; facts: Facts & { listed: ListedSubmission } }

function Sent({ db, language, facts }: SentProps) {
  const t = sentTexts(language)
  const { listed, census } = facts
  const { stored, receipt } = listed
  const { submissionId, completedAt, submission } = stored
  const state = sendingState(listed)
  const connection = useConnection(db)
  const isSending = state === 'waiting' && connection?.sending != null
  useTitle(t.headings[state], language, state === 'parked')
  return (
    <main id="main">
      <h1>{t.headings[state]}</h1>
      <p className={styles.cluster}>
        {submission.clusterName} · {t.folio} <strong>{folioOf(submissionId, completedAt)}</strong>
      </p>
      <RevisionNotice db={db} language={language} stored={stored} to="sent" />
      <div role="status">
        <SendingSteps listed={listed} isSending={isSending} language={language} />
        {receipt !== undefined && (
          <div className={styles.fingerprint}>
            <p>{t.fingerprint(receipt.sha256.slice(0, 16))}</p>
            <p>{t.fingerprintMeans}</p>
          </div>
        )}
        {blankedIn(submission) !== undefined && <p>{t.blanked}</p>}
        {state === 'quarantined' && <p>{t.quarantined}</p>}
      </div>
      {state === 'parked' && <Parked facts={facts} language={language} />}
      {state === 'kept' && <p>{t.kept}</p>}
      {state === 'waiting' && <Waiting db={db} isEnrolled={facts.isEnrolled} language={language} />}
      <p className={styles.actions}>
        {receipt !== undefined && (
          <Link href="/" className={styles.primary}>
            {t.understood}
          </Link>
        )}
        <Button kind="secondary" onClick={() => void downloadAnswers(submission, language)}>
          {t.download}
        </Button>
        <Link href={`/result/${submissionId}`}>{t.viewResult}</Link>
      </p>
      {state !== 'kept' && (
        <>
          <h2>{t.next}</h2>
          <p>{(census?.trial === true ? t.nextTrial : t.nextSteps)[state === 'quarantined' ? 'received' : state]}</p>
        </>
      )}
      {census?.controller != null && (
        <>
          <h2>{t.contact}</h2>
          <ContactList controller={census.controller} language={language} />
        </>
      )}
    </main>
  )
}

/** Why the census will never take it as it is, and who can help. */
function Parked({ facts, language }: { facts: SentProps['facts']; language: Language }) {
  const t = sentTexts(language)
  const parked = facts.listed.outboxEntry?.parked
  if (parked == null) return null
  const phone = facts.census?.controller?.phone
  const reason = inLanguage(parked.message, language)
  return (
    <p role="alert" className={styles.parked}>
      {reason !== '' && t.parked(reason)} {t.copyIsHere} {phone === undefined ? t.tellTeam : t.call(phone)}{' '}
      <small>{t.code(problemNumber(parked.code))}</small>
    </p>
  )
}

/** "Enviar ahora" only while the census answers; otherwise what will happen by itself, and a way not to wait for it. */
function Waiting({ db, isEnrolled, language }: { db: Database; isEnrolled: boolean; language: Language }) {
  const t = sentTexts(language)
  const isInTouch = useInTouch(db)
  const [state, setState] = useState<'idle' | 'trying' | SyncOutcome['kind']>('idle')
  const send = async () => {
    // Not disabled meanwhile: a button that loses the focus sends a keyboard back to the top of the page.
    if (state === 'trying') return
    setState('trying')
    setState((await syncNow(db)).kind)
  }
  if (!isEnrolled) {
    return (
      <p className={styles.waiting}>
        {t.notEnrolled} <Link href="/enrol">{t.enrol}</Link>
      </p>
    )
  }
  const said: ReactNode = {
    ...{ idle: '', trying: t.trying, sent: '', unknown: t.vain, unconfirmed: t.unconfirmed, stopped: t.stopped },
    ...{ 'not-enrolled': t.notLinked, revoked: t.notLinked },
  }[state]
  return (
    <div className={styles.waiting}>
      {!isInTouch && (
        <p>
          {t.waits} {t.keepOpen}
        </p>
      )}
      <Button kind={isInTouch ? 'primary' : 'secondary'} onClick={() => void send()}>
        {isInTouch ? t.sendNow : t.tryNow}
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
