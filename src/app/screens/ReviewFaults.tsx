import type { Ref } from 'react'
import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Draft } from '../database.ts'
import styles from './ReviewScreen.module.css'
import { changeHref, type ReviewRow } from './reviewRows.ts'

export type FaultSummaryProps = {
  ref: Ref<HTMLDivElement>
  language: Language
  draft: Draft
  rows: readonly ReviewRow[]
  hard: readonly Fault[]
  open: readonly Fault[]
}

/** What keeps the assessment from being finished, each with the way to it. Takes the focus when finishing is pressed. */
export function FaultSummary({ ref, language, draft, rows, hard, open }: FaultSummaryProps) {
  const t = resultTexts(language).review
  return (
    <div ref={ref} className={styles.summary} role="alert" tabIndex={-1}>
      {hard.length > 0 && <h2>✕ {t.summaryTitle(hard.length)}</h2>}
      <ul>
        {hard.map((fault) => (
          <li key={keyOf(fault)}>
            <FaultLink language={language} draft={draft} rows={rows} fault={fault} />
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <p>
          <a href="#review-warnings">! {t.toConfirm(open.length)}</a>
        </p>
      )}
    </div>
  )
}

export type SoftFaultsProps = {
  language: Language
  draft: Draft
  rows: readonly ReviewRow[]
  faults: readonly Fault[]
  reasons: Draft['checkReasons']
  /** `text` undefined takes the confirmation back */
  onReason: (id: string, text: string | undefined) => void
}

/** Unlikely answers: correct them, or say that they are right, with a reason if one wishes. */
export function SoftFaults({ language, draft, rows, faults, reasons, onReason }: SoftFaultsProps) {
  const t = resultTexts(language).review
  return (
    <section className={styles.warnings} aria-labelledby="review-warnings">
      <h2 id="review-warnings">! {t.warningsTitle}</h2>
      <p>{t.warningsHint}</p>
      <ul>
        {faults.map((fault) => {
          const reason = Object.hasOwn(reasons, fault.id) ? reasons[fault.id] : undefined
          return (
            <li key={keyOf(fault)}>
              <FaultLink language={language} draft={draft} rows={rows} fault={fault} />
              <label className={styles.confirm}>
                <input
                  type="checkbox"
                  checked={reason !== undefined}
                  onChange={(event) => onReason(fault.id, event.target.checked ? '' : undefined)}
                />
                {t.isCorrect}
              </label>
              {reason !== undefined && (
                <label className={styles.reason}>
                  {t.reason}
                  <input
                    type="text"
                    maxLength={2000}
                    value={reason.text}
                    onChange={(event) => onReason(fault.id, event.target.value)}
                  />
                </label>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function keyOf(fault: Fault): string {
  return `${fault.id} ${fault.variables.join(' ')}`
}

type FaultLinkProps = { language: Language; draft: Draft; rows: readonly ReviewRow[]; fault: Fault }

function FaultLink({ language, draft, rows, fault }: FaultLinkProps) {
  const row = rows.find(({ variable }) => variable === fault.variables[0])
  const message = inLanguage(fault.message, language)
  if (row === undefined) return message
  return (
    <Link className={styles.faultLink} href={changeHref(draft.key, row, 'review')}>
      {row.title}: {message}
    </Link>
  )
}
