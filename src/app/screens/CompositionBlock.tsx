import { useId, useState, useSyncExternalStore } from 'react'
import { storedUnit } from '#domain/composition.ts'
import type { Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { Option } from '#ui/Option.tsx'
import {
  type Done,
  type OpenComposition,
  partOf,
  partsState,
  putPart,
  totalWords,
  writeIn,
  writtenUnit,
} from '../compositionDraft.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import styles from './CompositionBlock.module.css'
import { CompositionRow } from './CompositionRow.tsx'
import { CompositionTotal } from './CompositionTotal.tsx'
import { ReadAloud } from './QuestionWords.tsx'

type Props = OpenComposition & {
  rows: readonly Question[]
  titleId: string
  earlier: EarlierAnswers | undefined
  errors: ReadonlyMap<string, string>
}

/**
 * Parts of a whole: counts or percentages, as the person has them, with the running sum and a picture of the split.
 * Nothing is filled in, rounded or scaled unless a person asks for it, and all of that can be undone.
 */
export function CompositionBlock({ rows, titleId, earlier, errors, ...composition }: Props) {
  const { panel, model, session, language } = composition
  const t = captureTexts(language).composition
  const name = useId()
  const [done, setDone] = useState<Done>()
  const [read, setRead] = useState('')
  const unit = useSyncExternalStore(session.subscribeDraft, () => writtenUnit(composition))
  const isConverted = unit !== storedUnit(panel)
  const setParts = (parts: Record<string, number | undefined>, words: string) => {
    const before = Object.keys(parts).map((row) => [row, partOf(composition, row)] as const)
    for (const [row, value] of Object.entries(parts)) putPart(composition, row, value)
    setDone({ words, undo: () => before.forEach(([row, value]) => void putPart(composition, row, value)) })
  }
  const fill = (row: Question) => {
    model.settle()
    const { sum, total = 0, isPercent } = partsState(composition)
    const amount = formatNumber(total - sum, {}, language) + (isPercent ? '%' : '')
    setParts({ [row.name]: total - sum }, t.filled(amount, inLanguage(row.short ?? row.title, language)))
  }
  return (
    // The sum is read out when a box is left, not at every key.
    <div role="group" aria-labelledby={titleId} onBlur={() => setRead(totalWords(composition))}>
      <p role="status" className="visually-hidden">
        {read}
      </p>
      <fieldset className={styles.units}>
        <legend>
          {session.read().draft.mode === 'interview' && <ReadAloud language={language} />}
          {t.enteredAs}
        </legend>
        {(['amount', 'percent'] as const).map((each) => (
          <Option
            key={each}
            type="radio"
            name={name}
            checked={unit === each}
            onChange={() => {
              writeIn(composition, each)
              // The way back led to another unit.
              setDone(undefined)
            }}
          >
            {each === 'amount' ? t.amounts : t.percentages}
          </Option>
        ))}
      </fieldset>
      <ol className={styles.rows}>
        {rows.map((row) => (
          <CompositionRow
            key={`${row.name}-${unit}`}
            {...composition}
            row={row}
            titleId={titleId}
            isConverted={isConverted}
            earlier={earlier}
            error={errors.get(row.name)}
            onFill={() => fill(row)}
          />
        ))}
      </ol>
      <CompositionTotal {...composition} rows={rows} isConverted={isConverted} onParts={setParts} onDone={setDone} />
      <p role="status" className={styles.done}>
        {done !== undefined && (
          <>
            {done.words}{' '}
            <button
              type="button"
              onClick={() => {
                done.undo()
                setDone(undefined)
              }}
            >
              {t.undo}
            </button>
          </>
        )}
      </p>
    </div>
  )
}
