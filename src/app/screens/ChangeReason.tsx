import { afterResult } from '#domain/revision.ts'
import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { lacksOfReason } from '../correction.ts'
import { changeQuestion, lackingReason } from '../correctionWords.ts'
import type { Draft } from '../database.ts'
import { longestNote } from '../notes.ts'
import styles from './Correction.module.css'

type Props = {
  language: Language
  draft: Draft
  isFaulty: boolean
  onReasons: (reasons: Draft['checkReasons']) => void
}

/** Why answers changed after the result was seen: must be said in words, and goes out with the other reasons. */
export function ChangeReason({ language, draft, isFaulty, onReasons }: Props) {
  const t = correctionTexts(language)
  const { checkReasons } = draft
  const reason = checkReasons[afterResult] ?? { code: '', text: '' }
  const set = (change: Partial<typeof reason>) => {
    onReasons({ ...checkReasons, [afterResult]: { ...reason, ...change } })
  }
  return (
    <fieldset
      id={afterResult}
      tabIndex={-1}
      className={styles.why}
      data-error={isFaulty || undefined}
      aria-describedby={isFaulty ? 'reason-fault' : undefined}
    >
      <legend>{changeQuestion(draft, language)}</legend>
      {isFaulty && (
        <p id="reason-fault" className={styles.fault}>
          ✕ {lackingReason(draft, language)}
        </p>
      )}
      {Object.entries(t.reasons).map(([code, words]) => (
        <label key={code} className={styles.choice}>
          <input type="radio" name={afterResult} checked={reason.code === code} onChange={() => set({ code })} />
          {words}
        </label>
      ))}
      <label className={styles.explain}>
        {t.explain}
        <textarea
          rows={3}
          maxLength={longestNote}
          value={reason.text}
          aria-invalid={(isFaulty && lacksOfReason(draft).text) || undefined}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
    </fieldset>
  )
}
