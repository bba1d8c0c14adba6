import { useId, useSyncExternalStore } from 'react'
import { answerOf } from '#domain/answers.ts'
import { compositionState, storedUnit } from '#domain/composition.ts'
import type { Question } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { type OpenComposition, writePart, writtenPart } from '../compositionDraft.ts'
import type { InputName } from '../fields/inputProps.ts'
import { NumberBox, type NumberForm } from '../fields/NumberBox.tsx'
import { type Answer, useAnswer } from '../fields/useAnswer.ts'
import styles from './CompositionBlock.module.css'

type Props = OpenComposition & {
  row: Question
  titleId: string
  /** written in the other unit than the stored one */
  isConverted: boolean
  error: string | undefined
  onFill: () => void
}

/** One part: its name, its box, and, while it is blank and something is missing, the offer to put the rest here. */
export function CompositionRow({ row, titleId, isConverted, error, onFill, ...composition }: Props) {
  const { panel, session, language } = composition
  const t = captureTexts(language).composition
  const id = useId()
  const canFill = useSyncExternalStore(session.subscribeDraft, () => {
    const { blank, sum, total = 0 } = compositionState(panel, session.read().draft)
    return !isConverted && blank.length < panel.questions.length && blank.includes(row.name) && sum < total
  })
  const label = inLanguage(row.title ?? row.short, language)
  const shared = {
    language,
    name: { labelledBy: `${titleId} ${id}` },
    describedBy: error === undefined ? undefined : `${id}-error`,
  }
  return (
    <li id={row.name} className={styles.row} data-error={error === undefined ? undefined : true}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.box}>
        {isConverted ? (
          <ConvertedBox {...composition} {...shared} row={row} />
        ) : (
          <StoredBox {...composition} {...shared} row={row} />
        )}
        {canFill && (
          <button type="button" className={styles.fill} onClick={onFill} aria-label={t.fillNamed(label)}>
            {t.fillHere}
          </button>
        )}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          ✕ {error}
        </p>
      )}
    </li>
  )
}

type BoxProps = OpenComposition & { row: Question; name: InputName; describedBy: string | undefined }

function StoredBox({ row, panel, model, ...shared }: BoxProps) {
  const answer = useAnswer(model, row.name)
  const unit = storedUnit(panel) === 'percent' ? '%' : ''
  return <NumberBox {...shared} answer={answer} form={numberForm(row.decimals, unit)} />
}

/** What is typed is in the other unit; beside it stands what is stored. */
function ConvertedBox({ row, name, describedBy, ...composition }: BoxProps) {
  const { panel, session, language } = composition
  const written = useSyncExternalStore(session.subscribeDraft, () => writtenPart(composition, row.name))
  const stored = useSyncExternalStore(session.subscribeDraft, () => answerOf(session.read().draft.answers, row.name))
  const write = (value: unknown) => writePart(composition, row.name, typeof value === 'number' ? value : undefined)
  const answer: Answer = {
    value: written,
    set: write,
    type: write,
    settle: () => writtenPart(composition, row.name),
  }
  const isPercent = storedUnit(panel) === 'amount'
  const form = isPercent ? numberForm(1, '%') : numberForm(0, '')
  return (
    <>
      <NumberBox answer={answer} form={form} language={language} name={name} describedBy={describedBy} />
      {typeof stored === 'number' && (
        <span className={styles.converted}>
          {captureTexts(language).composition.equals(formatNumber(stored, {}, language) + (isPercent ? '' : ' %'))}
        </span>
      )}
    </>
  )
}

function numberForm(decimals: number, unit: string): NumberForm {
  return { decimals, grouping: true, mayBeNegative: false, money: undefined, unit }
}
