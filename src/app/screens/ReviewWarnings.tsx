import type { Fault } from '#domain/fault.ts'
import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Draft } from '../database.ts'
import { FaultLink } from './FaultLink.tsx'
import styles from './ReviewScreen.module.css'
import type { ReviewRow } from './reviewRows.ts'

type Reason = Draft['checkReasons'][string]

/** Confirmed without saying why. */
const noReason: Reason = { code: 'confirmed', text: '' }

type Props = {
  language: Language
  draft: Draft
  rows: readonly ReviewRow[]
  faults: readonly Fault[]
  /** `reason` undefined takes the confirmation back */
  onReason: (id: string, reason: Reason | undefined) => void
}

/** Unlikely answers: correct them, or say that they are right, with a reason if one wishes. */
export function ReviewWarnings({ language, draft, rows, faults, onReason }: Props) {
  const t = resultTexts(language).review
  const reasons = draft.checkReasons
  return (
    <section className={styles.warnings} aria-labelledby="review-warnings">
      <h2 id="review-warnings">! {t.warningsTitle}</h2>
      <p>{t.warningsHint}</p>
      <ul>
        {faults.map((fault) => {
          const reason = Object.hasOwn(reasons, fault.id) ? reasons[fault.id] : undefined
          return (
            <li key={fault.id}>
              <FaultLink language={language} draft={draft} rows={rows} fault={fault} />
              <label className={styles.confirm}>
                <input
                  type="checkbox"
                  checked={reason !== undefined}
                  onChange={(event) => onReason(fault.id, event.target.checked ? noReason : undefined)}
                />
                {t.isCorrect}
              </label>
              {reason !== undefined && (
                <ReasonField
                  language={language}
                  name={fault.id}
                  reason={reason}
                  onReason={(next) => onReason(fault.id, next)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type ReasonProps = { language: Language; name: string; reason: Reason; onReason: (reason: Reason) => void }

function ReasonField({ language, name, reason, onReason }: ReasonProps) {
  const t = draftTexts(language).review
  return (
    <fieldset className={styles.reason}>
      <legend>{t.reason}</legend>
      {Object.entries(t.reasons).map(([code, words]) => (
        <label key={code} className={styles.filter}>
          <input
            type="radio"
            name={name}
            checked={reason.code === code}
            onChange={() => onReason({ ...reason, code })}
          />
          {words}
        </label>
      ))}
      <label className={styles.explain}>
        {t.explain}
        <input
          type="text"
          maxLength={2000}
          value={reason.text}
          onChange={(event) => onReason({ ...reason, text: event.target.value })}
        />
      </label>
    </fieldset>
  )
}
