import { Link, useLocation } from 'wouter'
import { maySend } from '#domain/consent.ts'
import type { Form } from '#domain/form.ts'
import { blankedIn } from '#domain/retention.ts'
import { afterResult } from '#domain/revision.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { correctionTexts } from '#ui/correctionTexts.ts'
import type { CorrectionState } from '../correction.ts'
import { censusWords, lackingReason } from '../correctionWords.ts'
import type { Database, Draft } from '../database.ts'
import { discardDraft } from '../drafts.ts'
import { forgetLastWords } from '../lastWords.ts'
import type { ListedSubmission } from '../submissions.ts'
import { ChangeReason } from './ChangeReason.tsx'
import styles from './Correction.module.css'
import { answerWords } from './ReviewAnswers.tsx'
import { changeHref, type ReviewRow, reviewSections } from './reviewRows.ts'
import { WithFolio } from './WithFolio.tsx'

/** A draft that corrects, beside the submission that it corrects; that one may be gone from this device. */
export type Correction = { parent: ListedSubmission | undefined; state: CorrectionState }

/** What keeps a correction from being finished, in words, and where it can be given. */
export type CorrectionLack = { words: string; place: string }

export function correctionLack(
  correction: Correction | undefined,
  draft: Draft,
  language: Language,
): CorrectionLack | undefined {
  const t = correctionTexts(language)
  if (correction?.state.isUnchanged === true) return { words: t.unchanged, place: 'correction' }
  if (correction?.state.lacksReason !== true) return undefined
  return { words: lackingReason(draft, language), place: afterResult }
}

type Props = {
  db: Database
  language: Language
  draft: Draft
  form: Form
  correction: Correction
  /** finishing was tried: what lacks is said where it lacks */
  wasPressed: boolean
  onReasons: (reasons: Draft['checkReasons']) => void
}

/** What a correction changes, answer by answer, why, and what that means for the census. */
export function CorrectionReview({ db, language, draft, form, correction, wasPressed, onReasons }: Props) {
  const t = correctionTexts(language)
  const [, go] = useLocation()
  const { parent, state } = correction
  const { changed, isUnchanged, lacksReason } = state
  const folio = draft.parentFolio ?? t.earlierVersion
  const discard = async () => {
    await discardDraft(db, draft.key)
    forgetLastWords(draft.key)
    go(`/result/${draft.parentId}`, { replace: true })
  }
  const fate = censusWords(parent, maySend(form, draft), language)
  return (
    <section id="correction" className={styles.part} aria-labelledby="correction-title" tabIndex={-1}>
      <h2 id="correction-title">
        <WithFolio words={t.changedTitle(folio)} folio={folio} />
      </h2>
      {parent === undefined && <p>{t.parentGone}</p>}
      {parent !== undefined && <LostContact {...{ language, draft, form, parent }} />}
      {isUnchanged && <p>{t.unchanged}</p>}
      {parent !== undefined && !isUnchanged && changed.length === 0 && <p>{t.onlyNotes}</p>}
      {parent !== undefined && changed.length > 0 && (
        <Changes language={language} draft={draft} form={form} parent={parent} changed={changed} />
      )}
      {(parent === undefined || changed.length > 0) && (
        <ChangeReason language={language} draft={draft} isFaulty={wasPressed && lacksReason} onReasons={onReasons} />
      )}
      {!isUnchanged && fate !== '' && <p>{fate}</p>}
      {isUnchanged && (
        <p>
          <Button kind="danger" onClick={() => void discard()}>
            {t.discard}
          </Button>
        </p>
      )}
    </section>
  )
}

type PartProps = Pick<Props, 'language' | 'draft' | 'form'> & { parent: ListedSubmission }

/** What this device has erased of the earlier version would be missing in the one that takes its place. */
function LostContact({ language, draft, form, parent }: PartProps) {
  const t = correctionTexts(language).lostContact
  const lost = blankedIn(parent.stored.submission)?.variables ?? []
  const rows = reviewSections(form, draft, [], language)
    .flatMap((section) => section.rows)
    .filter((row) => lost.includes(row.variable) && row.answer === undefined)
  if (rows.length === 0) return null
  return (
    <div role="group" aria-labelledby="lost-contact" className={styles.lost}>
      <p>
        <strong id="lost-contact">{t.title}</strong>
      </p>
      <p>{t.detail}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.variable}>
            <Link className={styles.title} href={changeHref(draft.key, row, 'review')}>
              {row.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ChangesProps = PartProps & { changed: string[] }

function Changes({ language, draft, form, parent, changed }: ChangesProps) {
  const t = correctionTexts(language)
  const [before, now] = [parent.stored.submission, draft].map((answered) =>
    reviewSections(form, answered, [], language).flatMap(({ rows }) => rows),
  )
  const words = (row: ReviewRow | undefined) => (row === undefined ? t.notAsked : answerWords(row, language))
  return (
    <>
      <p>{t.changedCount(changed.length)}</p>
      <ul className={styles.changes}>
        {changed.map((variable) => {
          const [old, row] = [before, now].map((rows) => rows?.find((each) => each.variable === variable))
          const title = (row ?? old)?.title ?? variable
          return (
            <li key={variable}>
              {row === undefined ? (
                <span className={styles.title}>{title}</span>
              ) : (
                <Link className={styles.title} href={changeHref(draft.key, row, 'review')}>
                  {title}
                </Link>
              )}
              <dl className={styles.versions}>
                <dt>{t.before}</dt>
                <dd>{words(old)}</dd>
                <dt>{t.now}</dt>
                <dd className={styles.now}>{words(row)}</dd>
              </dl>
            </li>
          )
        })}
      </ul>
    </>
  )
}
