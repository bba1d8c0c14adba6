import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { correctionTexts } from '#ui/correctionTexts.ts'
import styles from '../Correction.module.css'
import { type Corrected, useCorrection } from './useCorrection.ts'

/** The way to change answers after the result. What was corrected already is not offered: the notice above leads on. */
export function CorrectAnswers({ language, ...corrected }: Corrected & { language: Language }) {
  const t = correctionTexts(language)
  const correction = useCorrection(corrected)
  if (correction === undefined) return null
  return (
    <section className={styles.offer} aria-labelledby="correct-title">
      <h2 id="correct-title">{t.title}</h2>
      <p>{correction.isOpen ? t.hasDraft : t.detail}</p>
      <Button kind="secondary" onClick={() => void correction.correct()}>
        {correction.isOpen ? t.goOn : t.open}
      </Button>
    </section>
  )
}
