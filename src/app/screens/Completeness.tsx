import type { AnsweredCount } from '#domain/explanation.ts'
import type { Bounds } from '#domain/scoring.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { oneDecimal } from '../resultWords.ts'

export type CompletenessProps = { language: Language; count: AnsweredCount; bounds: Bounds }

/** How much was answered, and how far the score could still move because of the rest. */
export function Completeness({ language, count, bounds }: CompletenessProps) {
  const t = resultTexts(language).result
  const missing = count.counting - count.answered
  return (
    <section aria-labelledby="completeness-title">
      <h2 id="completeness-title">{t.completenessTitle}</h2>
      <p>{t.answeredCount(count.answered, count.counting)}</p>
      <p>
        {missing === 0
          ? t.allAnswered
          : `${t.bounds(missing, oneDecimal(bounds.min, language), oneDecimal(bounds.max, language))} ${t.countedBy}`}
      </p>
    </section>
  )
}
