import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Icon } from '#ui/Icon.tsx'
import { resultTexts } from '#ui/resultTexts.ts'
import { reasonFor } from '../checkReasons.ts'
import type { Draft } from '../database.ts'
import { isPlaceIn, tableOf } from '../faultPlace.ts'
import { reasonText } from '../reasonText.ts'
import styles from './ReviewScreen.module.css'
import {
  type ChangeFrom,
  changeHref,
  confirmId,
  type ReviewRow,
  type ReviewSection,
  titleOfFault,
} from './reviewRows.ts'

export type ReviewFilter = 'all' | 'unanswered' | 'warned' | 'noted'

export type ReviewAnswersProps = {
  language: Language
  form: Form
  draft: Draft
  sections: readonly ReviewSection[]
  filter: ReviewFilter
  from: ChangeFrom
  /** of a correction: the variables that say something else now */
  changed?: readonly string[] | undefined
}

/** The answers by section: short title, answer, *Cambiar*. */
export function ReviewAnswers(props: ReviewAnswersProps) {
  const { language, draft, sections, filter, from, changed } = props
  const t = resultTexts(language).review
  const shown = sections
    .map((section) => ({ ...section, rows: section.rows.filter((row) => passes(row, filter)) }))
    .filter(({ rows }) => rows.length > 0)
  const visited = useVisitedRow(sections)
  if (shown.length === 0) return <p>{t.nothingHere}</p>
  return shown.map(({ id, title, rows }) => (
    <section key={id} aria-label={title}>
      {from === 'review' && <h2>{title}</h2>}
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div
            key={row.variable}
            id={row.variable}
            className={styles.row}
            data-changed={(changed?.includes(row.variable) ?? row.variable === visited) || undefined}
          >
            <dt>
              {row.title}
              {changed?.includes(row.variable) === true && (
                <>
                  {'\u00a0· '}
                  <strong>{correctionTexts(language).changed}</strong>
                </>
              )}
            </dt>
            <dd className={isUnanswered(row) ? styles.blank : styles.answer}>{answerWords(row, language)}</dd>
            <dd className={styles.change}>
              <Link href={changeHref(draft.key, row, from, row.faults[0])} aria-label={t.changeOf(row.title)}>
                <Icon name="change" /> {t.change}
              </Link>
            </dd>
            <Remarks {...props} row={row} />
          </div>
        ))}
      </dl>
    </section>
  ))
}

/** What was answered, or typed and is no answer yet, in words. */
export function answerWords({ answer, typed }: Pick<ReviewRow, 'answer' | 'typed'>, language: Language): string {
  const t = resultTexts(language).review
  const said = [answer, typed === undefined ? undefined : t.typed(typed)].filter((each) => each !== undefined)
  return said.length === 0 ? t.blank : said.join('. ')
}

/** What is to be said of an answer, under it: faults, and the note on its question. */
function Remarks({ row, ...props }: ReviewAnswersProps & { row: ReviewRow }) {
  const { language } = props
  const faults = [...row.faults, ...row.sharedFaults]
  if (faults.length === 0 && row.note === undefined) return null
  return (
    <dd className={styles.remarks}>
      {faults.map((fault) => (
        <FaultOfRow key={fault.id} {...props} row={row} fault={fault} />
      ))}
      {row.note !== undefined && (
        <span className={styles.note}>
          <strong>{draftTexts(language).review.note}: </strong>
          {row.note}
        </span>
      )}
    </dd>
  )
}

type FaultProps = ReviewAnswersProps & { row: ReviewRow; fault: Fault }

function FaultOfRow({ row, fault, draft, form, from, language }: FaultProps) {
  const t = resultTexts(language).review
  const reason = reasonFor(draft, fault)
  const why = reason === undefined ? '' : reasonText(reason, language)
  return (
    <span className={fault.severity === 'hard' ? styles.hard : styles.soft}>
      <strong>{fault.severity === 'hard' ? `✕ ${t.mustMend}: ` : `! ${t.warning}: `}</strong>
      {tableOf(form, fault) !== undefined && `${titleOfFault(form, row, fault)}. `}
      {inLanguage(fault.message, language)}
      {fault.severity === 'soft' && reason === undefined && <ConfirmLink {...{ draft, fault, from, language }} />}
      {reason !== undefined && (
        <span className={styles.note}>
          ✓ {t.isCorrect}
          {why !== '' && `: ${why}`}
        </span>
      )}
    </span>
  )
}

/** The way to where an unlikely answer is confirmed, which is on the review only. */
function ConfirmLink({ draft, fault, from, language }: Pick<FaultProps, 'draft' | 'fault' | 'from' | 'language'>) {
  const t = resultTexts(language).review
  return from === 'review' ? (
    <a className={styles.confirm} href={`#${encodeURIComponent(confirmId(fault))}`}>
      {t.confirm}
    </a>
  ) : (
    <Link className={styles.confirm} href={`/draft/${encodeURIComponent(draft.key)}/review?show=warned`}>
      {t.revise}
    </Link>
  )
}

/** Back from a change, the row that was visited has the focus. */
function useVisitedRow(sections: readonly ReviewSection[]): string | undefined {
  const place = decodeURIComponent(window.location.hash.slice(1))
  const rows = sections.flatMap((section) => section.rows)
  const visited = rows.find(({ variable }) => isPlaceIn(variable, place))?.variable
  useEffect(() => {
    const row = visited === undefined ? null : document.getElementById(visited)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector('a')?.focus({ preventScroll: true })
  }, [visited])
  return visited
}

function isUnanswered({ answer, typed }: ReviewRow): boolean {
  return answer === undefined && typed === undefined
}

/** Whether a filter lets a row through. */
export function passes(row: ReviewRow, filter: ReviewFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unanswered':
      return isUnanswered(row)
    case 'warned':
      return row.faults.length + row.sharedFaults.length > 0
    case 'noted':
      return row.note !== undefined
  }
}
