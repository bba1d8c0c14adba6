import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Draft } from '../database.ts'
import styles from './Correction.module.css'
import { WithFolio } from './WithFolio.tsx'

/** A draft that corrects says so wherever it is looked at as a whole. */
export function CorrectionNotice({ draft, language }: { draft: Draft; language: Language }) {
  if (draft.parentId === null) return null
  const t = correctionTexts(language)
  const folio = draft.parentFolio
  return (
    <div className={styles.notice}>
      <p>
        <strong>
          {folio === undefined ? t.ofUnknown : <WithFolio words={texts(language).home.corrects(folio)} folio={folio} />}
        </strong>
      </p>
      <p>{t.draftDetail}</p>
    </div>
  )
}
