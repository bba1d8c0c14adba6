import { useLiveQuery } from 'dexie-react-hooks'
import { useLocation } from 'wouter'
import { answerOf } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import type { Form } from '#domain/form.ts'
import { correctionDraft, openCorrection } from '../../correction.ts'
import type { Database } from '../../database.ts'
import { newerRevision } from '../../revisions.ts'
import { changeHref } from '../reviewRows.ts'

export type Corrected = { db: Database; submissionId: string; edition: Edition; form: Form }

/** The way to change answers after the result; undefined where a newer version has taken their place already. */
export function useCorrection({ db, submissionId, edition, form }: Corrected) {
  const [, go] = useLocation()
  const found = useLiveQuery(async () => {
    const [newer, draft] = await Promise.all([newerRevision(db, submissionId), correctionDraft(db, submissionId)])
    return { isCorrected: newer !== undefined, isOpen: draft !== undefined }
  }, [db, submissionId])
  if (found === undefined || found.isCorrected) return undefined
  /** @param wanted the variables to be answered: it begins at the first without an answer, else where all are reviewed */
  const correct = async (wanted: readonly string[] = []) => {
    const made = { key: crypto.randomUUID(), at: new Date() }
    const opened = await openCorrection(db, submissionId, { edition, form }, made)
    if (opened.kind === 'gone') return
    if (opened.kind === 'corrected') return go(`/result/${opened.by}`)
    const draft = await db.drafts.get(opened.key)
    const first = wanted.find((variable) => answerOf(draft?.answers ?? {}, variable) === undefined)
    const question = first === undefined ? undefined : form.question(first)
    go(
      question === undefined
        ? `/draft/${opened.key}/review`
        : changeHref(opened.key, { page: question.page, variable: question.name }, 'review'),
    )
  }
  return { isOpen: found.isOpen, correct }
}
