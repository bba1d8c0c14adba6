import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Draft } from '../database.ts'
import styles from './Correction.module.css'

/** A draft that corrects says so wherever it is looked at as a whole. */
export function CorrectionNotice({ draft, language }: { draft: Draft; language: Language }) {
  if (draft.parentId === null) return null
  const t = correctionTexts(language)
  return (
    <div className={styles.notice}>
      <p>
        <strong>
          {draft.parentFolio === undefined ? t.ofUnknown : texts(language).home.corrects(draft.parentFolio)}
        </strong>
      </p>
      <p>{t.draftDetail}</p>
    </div>
  )
}
