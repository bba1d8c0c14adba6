import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { type Reason, reasonFor } from '../checkReasons.ts'
import type { Draft } from '../database.ts'
import { ConfirmFault } from './ConfirmFault.tsx'
import { FaultLink } from './FaultLink.tsx'
import styles from './ReviewScreen.module.css'
import { confirmId, type ReviewRow } from './reviewRows.ts'

type Props = {
  language: Language
  form: Form
  draft: Draft
  rows: readonly ReviewRow[]
  faults: readonly Fault[]
  /** `reason` undefined takes the confirmation back */
  onReason: (fault: Fault, reason: Reason | undefined) => void
}

/** Unlikely answers: correct them, or say that they are right, with a reason if one wishes. */
export function ReviewWarnings({ language, form, draft, rows, faults, onReason }: Props) {
  const t = resultTexts(language).review
  const open = faults.filter((fault) => reasonFor(draft, fault) === undefined)
  return (
    <section className={styles.warnings} aria-labelledby="review-warnings">
      <h2 id="review-warnings">! {open.length > 0 ? t.warningsTitle(open.length) : t.allConfirmed}</h2>
      {open.length > 0 && <p>{t.warningsHint}</p>}
      <ul>
        {faults.map((fault) => (
          <li key={fault.id} id={confirmId(fault)}>
            <FaultLink language={language} form={form} draft={draft} rows={rows} fault={fault} />
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
