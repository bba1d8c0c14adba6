import type { Fault } from '#domain/fault.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { type Reason, reasonFor } from '../checkReasons.ts'
import type { Draft } from '../database.ts'
import { ConfirmFault } from './ConfirmFault.tsx'
import { FaultLink } from './FaultLink.tsx'
import styles from './ReviewScreen.module.css'
import type { ReviewRow } from './reviewRows.ts'

type Props = {
  language: Language
  draft: Draft
  rows: readonly ReviewRow[]
  faults: readonly Fault[]
  /** `reason` undefined takes the confirmation back */
  onReason: (fault: Fault, reason: Reason | undefined) => void
}

/** Unlikely answers: correct them, or say that they are right, with a reason if one wishes. */
export function ReviewWarnings({ language, draft, rows, faults, onReason }: Props) {
  const t = resultTexts(language).review
  return (
    <section className={styles.warnings} aria-labelledby="review-warnings">
      <h2 id="review-warnings">! {t.warningsTitle}</h2>
      <p>{t.warningsHint}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <FaultLink language={language} draft={draft} rows={rows} fault={fault} />
            <ConfirmFault
              language={language}
              name={fault.id}
              reason={reasonFor(draft, fault)}
              onReason={(reason) => onReason(fault, reason)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
