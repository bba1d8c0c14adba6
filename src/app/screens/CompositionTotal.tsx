import { useSyncExternalStore } from 'react'
import { answerOf } from '#domain/answers.ts'
import { compositionState } from '#domain/composition.ts'
import type { Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { captureTexts } from '#ui/captureTexts.ts'
import { SplitBar } from '#ui/SplitBar.tsx'
import { type Done, type OpenComposition, totalWords } from '../compositionDraft.ts'
import styles from './CompositionBlock.module.css'

type Props = OpenComposition & {
  rows: readonly Question[]
  onParts: (parts: Record<string, number | undefined>, words: string) => void
  onDone: (done: Done) => void
}

/** The running sum with what is missing, the split as a bar, and what can be done about a sum that does not fit. */
export function CompositionTotal({ rows, onParts, onDone, ...composition }: Props) {
  const { panel, model, session, language } = composition
  const t = captureTexts(language).composition
  const { answers, nonresponse } = useSyncExternalStore(session.subscribeDraft, () => session.read().draft)
  const state = compositionState(panel, { answers, nonresponse })
  const say = (value: number) => formatNumber(value, {}, language)
  const totalVariable =
    panel.composition !== undefined && 'totalVariable' in panel.composition
      ? panel.composition.totalVariable
      : undefined
  if (state.total === undefined) return <p className={styles.total}>{t.needsTotal}</p>

  const takeSum = (variable: string) => {
    model.setValue(variable, state.sum)
    onDone({ words: t.tookSum(say(state.sum)), undo: () => model.setValue(variable, state.total) })
  }
  const isWhole = state.filled > 0 && state.sum === state.total
  const parts = rows.map((row) => {
    const value = answerOf(answers, row.name)
    return { name: inLanguage(row.short ?? row.title, language), value: typeof value === 'number' ? value : 0 }
  })
  return (
    <div className={styles.total} data-whole={isWhole || undefined}>
      <p>{totalWords(composition)}</p>
      <SplitBar label={t.picture} parts={parts} whole={Math.max(state.total, state.sum)} say={say} />
      {isWhole && state.blank.length > 0 && (
        <Button
          kind="secondary"
          onClick={() => onParts(Object.fromEntries(state.blank.map((row) => [row, 0])), t.zeroed(state.blank.length))}
        >
          {t.zeros}
        </Button>
      )}
      {totalVariable !== undefined && state.blank.length === 0 && !isWhole && (
        <Button kind="secondary" onClick={() => takeSum(totalVariable)}>
          {t.takeSum(say(state.sum))}
        </Button>
      )}
    </div>
  )
}
