import { useLiveQuery } from 'dexie-react-hooks'
import { useLocation } from 'wouter'
import type { Edition } from '#domain/edition.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { correctionDraft, openCorrection } from '../../correction.ts'
import type { Database } from '../../database.ts'
import { newerRevision } from '../../revisions.ts'
import styles from '../Correction.module.css'

type Props = { db: Database; language: Language; submissionId: string; edition: Edition; form: Form }

/** The way to change answers after the result. What was corrected already is not offered: the notice above leads on. */
export function CorrectAnswers({ db, language, submissionId, edition, form }: Props) {
  const t = correctionTexts(language)
  const [, go] = useLocation()
  const found = useLiveQuery(async () => {
    const [newer, draft] = await Promise.all([newerRevision(db, submissionId), correctionDraft(db, submissionId)])
    return { isCorrected: newer !== undefined, isOpen: draft !== undefined }
  }, [db, submissionId])
  if (found === undefined || found.isCorrected) return null
  const correct = async () => {
    const opened = await openCorrection(
      db,
      submissionId,
      { edition, form },
      { key: crypto.randomUUID(), at: new Date() },
    )
    if (opened.kind === 'corrected') go(`/result/${opened.by}`)
    else if (opened.kind !== 'gone') go(`/draft/${opened.key}/review`)
  }
  return (
    <section className={styles.offer} aria-labelledby="correct-title">
      <h2 id="correct-title">{t.title}</h2>
      <p>{found.isOpen ? t.hasDraft : t.detail}</p>
      <Button kind="secondary" onClick={() => void correct()}>
        {found.isOpen ? t.goOn : t.open}
      </Button>
    </section>
  )
}
