import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Icon } from '#ui/Icon.tsx'
import { resultTexts } from '#ui/resultTexts.ts'
import { type Reason, reasonFor } from '../checkReasons.ts'
import type { Draft } from '../database.ts'
import { isPlaceIn } from '../faultPlace.ts'
import { reasonText } from '../reasonText.ts'
import styles from './ReviewScreen.module.css'
import { type ChangeFrom, changeHref, type ReviewRow, type ReviewSection } from './reviewRows.ts'

export type ReviewFilter = 'all' | 'unanswered' | 'warned' | 'noted'

export type ReviewAnswersProps = {
  language: Language
  draft: Draft
  sections: readonly ReviewSection[]
  filter: ReviewFilter
  from: ChangeFrom
}

/** The answers by section: short title, answer, *Cambiar*. */
export function ReviewAnswers({ language, draft, sections, filter, from }: ReviewAnswersProps) {
  const t = resultTexts(language).review
  const shown = sections
    .map((section) => ({ ...section, rows: section.rows.filter((row) => passes(row, filter)) }))
    .filter(({ rows }) => rows.length > 0)
  const changed = useChangedRow(sections)
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
            data-changed={row.variable === changed || undefined}
          >
            <dt>{row.title}</dt>
            <dd className={isUnanswered(row) ? styles.blank : styles.answer}>{answerWords(row, language)}</dd>
            <dd className={styles.change}>
              <Link href={changeHref(draft.key, row, from, row.faults[0])} aria-label={t.changeOf(row.title)}>
                <Icon name="change" /> {t.change}
              </Link>
            </dd>
            <Remarks row={row} draft={draft} language={language} />
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
function Remarks({ row, draft, language }: { row: ReviewRow; draft: Draft; language: Language }) {
  if (row.faults.length === 0 && row.note === undefined) return null
  return (
    <dd className={styles.remarks}>
      {row.faults.map((fault) => (
        <FaultOfRow key={fault.id} fault={fault} reason={reasonFor(draft, fault)} language={language} />
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

type FaultProps = { fault: Fault; reason: Reason | undefined; language: Language }

function FaultOfRow({ fault, reason, language }: FaultProps) {
  const t = resultTexts(language).review
  const why = reason === undefined ? '' : reasonText(reason, language)
  return (
    <span className={fault.severity === 'hard' ? styles.hard : styles.soft}>
      <strong>{fault.severity === 'hard' ? `✕ ${t.mustMend}: ` : `! ${t.warning}: `}</strong>
      {inLanguage(fault.message, language)}
      {reason !== undefined && (
        <span className={styles.note}>
          ✓ {t.isCorrect}
          {why !== '' && `: ${why}`}
        </span>
      )}
    </span>
  )
}

/** Back from a change, the row that was changed has the focus and is marked. */
function useChangedRow(sections: readonly ReviewSection[]): string | undefined {
  const place = decodeURIComponent(window.location.hash.slice(1))
  const rows = sections.flatMap((section) => section.rows)
  const changed = rows.find(({ variable }) => isPlaceIn(variable, place))?.variable
  useEffect(() => {
    const row = changed === undefined ? null : document.getElementById(changed)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector('a')?.focus({ preventScroll: true })
  }, [changed])
  return changed
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
      return row.faults.length > 0
    case 'noted':
      return row.note !== undefined
  }
}
