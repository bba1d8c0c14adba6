import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { sinceText } from '#ui/dates.ts'
import type { IconName } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import type { Database } from '../database.ts'
import { departmentOf } from '../departments.ts'
import { newerRevision } from '../revisions.ts'
import { roundTitle } from '../rounds.ts'
import { type ListedSubmission, type SendingState, sendingState } from '../submissions.ts'
import { DeleteSubmission } from './DeleteSubmission.tsx'
import { CardState, HomeCard } from './HomeCard.tsx'
import styles from './HomeScreen.module.css'
import { WithFolio } from './WithFolio.tsx'

const signs: Record<SendingState, { icon: IconName; tone: string }> = {
  received: { icon: 'received', tone: 'good' },
  quarantined: { icon: 'received', tone: 'good' },
  parked: { icon: 'fault', tone: 'bad' },
  waiting: { icon: 'queued', tone: 'calm' },
  kept: { icon: 'saved', tone: 'calm' },
}

type Props = { db: Database; listed: ListedSubmission; language: Language }

/** A finished assessment on the home screen: whether the census has it, and what can be done about that. */
export function SubmissionCard({ db, listed, language }: Props) {
  const t = texts(language).home
  const { submissionId, completedAt, submission } = listed.stored
  const { clusterName, enumerator, roundId } = submission
  const state = sendingState(listed)
  const round = useLiveQuery(() => roundTitle(db, roundId, language), [db, roundId, language])
  const since = (instant: string) => sinceText(instant, new Date(), language)
  const at = listed.receipt === undefined ? t.finished(since(completedAt)) : since(listed.receipt.receivedAt)
  const named = (action: string) => `${action} · ${clusterName}`
  const folio = folioOf(submissionId, completedAt)
  const where = [departmentOf(submission), round, enumerator && t.enumerator(enumerator), t.folio(folio)]
    .filter(Boolean)
    .join(' · ')
  // A try that was not answered may have got there.
  const words = state === 'waiting' && (listed.outboxEntry?.attempts ?? 0) > 0 ? t.unconfirmed : t.states[state]
  const mustSend = state === 'waiting' || state === 'parked'
  return (
    <HomeCard
      name={clusterName}
      action={
        mustSend ? (
          <Link
            href={`/sent/${submissionId}`}
            className={styles.secondary}
            aria-label={state === 'parked' ? named(t.viewSending) : t.sendNamed(clusterName)}
          >
            {state === 'parked' ? t.viewSending : t.send}
          </Link>
        ) : (
          <Link href={`/result/${submissionId}`} className={styles.secondary} aria-label={t.viewNamed(clusterName)}>
            {t.view}
          </Link>
        )
      }
      more={{
        words: t.moreOptions,
        label: t.moreNamed(clusterName),
        options: (
          <>
            {mustSend ? (
              <Link href={`/result/${submissionId}`} aria-label={t.viewNamed(clusterName)}>
                {t.viewResult}
              </Link>
            ) : (
              <Link href={`/sent/${submissionId}`} aria-label={named(t.viewSending)}>
                {t.viewSending}
              </Link>
            )}
            <DeleteSubmission db={db} listed={listed} language={language} />
          </>
        ),
      }}
    >
      <p>
        <WithFolio words={where} folio={folio} />
      </p>
      <CardState {...signs[state]}>{state === 'received' ? `${words} ${at}` : `${words} · ${at}`}</CardState>
      <Corrected db={db} submissionId={submissionId} language={language} />
    </HomeCard>
  )
}

/** Of a version that was corrected: the way to the one that has taken its place. */
function Corrected({ db, submissionId, language }: { db: Database; submissionId: string; language: Language }) {
  const t = texts(language).home
  const newer = useLiveQuery(() => newerRevision(db, submissionId), [db, submissionId])
  if (newer === undefined) return null
  const folio = folioOf(newer.submissionId, newer.completedAt)
  return (
    <p>
      {t.corrected}{' '}
      <Link href={`/result/${newer.submissionId}`}>
        <WithFolio words={t.seeNewer(folio)} folio={folio} />
      </Link>
    </p>
  )
}
