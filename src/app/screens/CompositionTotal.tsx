import { useSyncExternalStore } from 'react'
import { compositionState } from '#domain/composition.ts'
import type { Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { captureTexts } from '#ui/captureTexts.ts'
import { SplitBar } from '#ui/SplitBar.tsx'
import { type Done, type OpenComposition, partOf, partsState, totalWords } from '../compositionDraft.ts'
import styles from './CompositionBlock.module.css'

type Props = OpenComposition & {
  rows: readonly Question[]
  /** written in the other unit than the stored one */
  isConverted: boolean
  onParts: (parts: Record<string, number | undefined>, words: string) => void
  onDone: (done: Done) => void
}

/** The running sum with what is missing, the split as a bar, and what can be done about a sum that does not fit. */
export function CompositionTotal({ rows, isConverted, onParts, onDone, ...composition }: Props) {
  const { panel, model, session, language } = composition
  const t = captureTexts(language).composition
  const draft = useSyncExternalStore(session.subscribeDraft, () => session.read().draft)
  const say = (value: number) => formatNumber(value, {}, language)
  const totalVariable =
    panel.composition !== undefined && 'totalVariable' in panel.composition
      ? panel.composition.totalVariable
      : undefined
  if (compositionState(panel, draft).total === undefined) return <p className={styles.total}>{t.needsTotal}</p>

  const { sum, total, filled, blank } = partsState(composition)
  const takeSum = (variable: string) => {
    model.setValue(variable, sum)
    onDone({ words: t.tookSum(say(sum)), undo: () => model.setValue(variable, total) })
  }
  const isWhole = filled > 0 && (total === undefined ? sum > 0 : sum === total)
  const parts = rows.map((row) => {
    return { name: inLanguage(row.short ?? row.title, language), value: partOf(composition, row.name) ?? 0 }
  })
  return (
    <div className={styles.total} data-whole={isWhole || undefined}>
      <p>{totalWords(composition)}</p>
      <SplitBar label={t.picture} parts={parts} whole={Math.max(total ?? 0, sum)} say={say} hint={t.pictureHint} />
      {isWhole && blank.length > 0 && (
        <Button
          kind="secondary"
          onClick={() => onParts(Object.fromEntries(blank.map((row) => [row, 0])), t.zeroed(blank.length))}
        >
          {t.zeros}
        </Button>
      )}
      {totalVariable !== undefined && !isConverted && blank.length === 0 && !isWhole && (
        <Button kind="secondary" onClick={() => takeSum(totalVariable)}>
          {t.takeSum(say(sum))}
        </Button>
      )}
    </div>
  )
}
