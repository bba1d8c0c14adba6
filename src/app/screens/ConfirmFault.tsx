import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Reason } from '../checkReasons.ts'
import styles from './ConfirmFault.module.css'

/** Confirmed without saying why. */
const noReason: Reason = { code: 'confirmed', text: '' }

type Props = {
  language: Language
  /** of the check: keeps its radio buttons apart from those of others */
  name: string
  reason: Reason | undefined
  /** undefined takes the confirmation back */
  onReason: (reason: Reason | undefined) => void
}

/** "Es correcto" for an unlikely answer, with a reason if one wishes; both are exported. */
export function ConfirmFault({ language, name, reason, onReason }: Props) {
  return (
    <>
      <label className={styles.confirm}>
        <input
          type="checkbox"
          checked={reason !== undefined}
          onChange={(event) => onReason(event.target.checked ? noReason : undefined)}
        />
        {resultTexts(language).review.isCorrect}
      </label>
      {reason !== undefined && <ReasonField language={language} name={name} reason={reason} onReason={onReason} />}
    </>
  )
}

function ReasonField({ language, name, reason, onReason }: Props & { reason: Reason }) {
  const t = draftTexts(language).review
  return (
    <fieldset className={styles.reason}>
      <legend>{t.reason}</legend>
      {Object.entries(t.reasons).map(([code, words]) => (
        <label key={code} className={styles.choice}>
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
