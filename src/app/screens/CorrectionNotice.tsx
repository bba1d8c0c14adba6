import type { Language } from '#domain/text.ts'
import { correctionTexts } from '#ui/correctionTexts.ts'
import { dayText } from '#ui/dates.ts'
import { texts } from '#ui/texts.ts'
import type { Draft } from '../database.ts'
import styles from './Correction.module.css'
import { WithFolio } from './WithFolio.tsx'

type Props = { draft: Draft; language: Language; isBrief?: boolean }

/** A draft that corrects says so wherever it is looked at as a whole; briefly where what changed is shown beside it. */
export function CorrectionNotice({ draft, language, isBrief = false }: Props) {
  if (draft.parentId === null) return null
  const t = correctionTexts(language)
  const { parentFolio: folio, parentCompletedAt } = draft
  return (
    <div className={styles.notice}>
      <p>
        <strong>
          {folio === undefined ? t.ofUnknown : <WithFolio words={texts(language).home.corrects(folio)} folio={folio} />}
        </strong>
      </p>
      {parentCompletedAt !== undefined && <p>{t.parentFinished(dayText(parentCompletedAt, language))}</p>}
      {!isBrief && <p>{t.draftDetail}</p>}
    </div>
  )
}
