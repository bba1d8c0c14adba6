import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { folioOf } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { texts } from '#ui/texts.ts'
import { censusWords, changeReasonText } from '../correctionWords.ts'
import type { Database, StoredSubmission } from '../database.ts'
import { newerRevision } from '../revisions.ts'
import { readSubmissions } from '../submissions.ts'
import styles from './Correction.module.css'
import { WithFolio } from './WithFolio.tsx'

type Props = { db: Database; language: Language; stored: StoredSubmission; to: 'result' | 'sent' }

/** Whether this is the last word: what it corrects, and what has taken its place since. Nothing for most. */
export function RevisionNotice({ db, language, stored, to }: Props) {
  const t = correctionTexts(language)
  const { home } = texts(language)
  const { submissionId, parentId, seq } = stored.submission
  const found = useLiveQuery(async () => {
    const [[parent], newer] = await Promise.all([
      readSubmissions(db, parentId === null ? [] : [parentId]),
      newerRevision(db, submissionId),
    ])
    return { parent, newer }
  }, [db, submissionId, parentId])
  if (found === undefined || (parentId === null && found.newer === undefined)) return null
  const { parent, newer } = found
  const why = changeReasonText(stored.submission, language)
  const withFolio = (words: (folio: string) => string, of: StoredSubmission) => {
    const folio = folioOf(of.submissionId, of.completedAt)
    return <WithFolio words={words(folio)} folio={folio} />
  }
  return (
    <div className={styles.notice}>
      {newer !== undefined && (
        <p>
          {home.corrected} <Link href={`/${to}/${newer.submissionId}`}>{withFolio(home.seeNewer, newer)}</Link>
        </p>
      )}
      {parentId !== null && (
        <>
          <p>
            <strong>{parent === undefined ? t.ofUnknown : withFolio(home.corrects, parent.stored)}</strong>
          </p>
          {why !== undefined && <p>{t.changedBecause(why)}</p>}
          <p>{censusWords(parent, seq !== null, language)}</p>
          {parent !== undefined && <Link href={`/${to}/${parentId}`}>{t.seeParent}</Link>}
        </>
      )}
    </div>
  )
}
