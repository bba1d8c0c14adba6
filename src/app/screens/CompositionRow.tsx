import { useId, useSyncExternalStore } from 'react'
import { answerOf, type Json } from '#domain/answers.ts'
import { storedUnit } from '#domain/composition.ts'
import type { Question } from '#domain/form.ts'
import { inLanguage } from '#domain/text.ts'
import type { UnreadNumber } from '#domain/unreadNumber.ts'
import { captureTexts } from '#ui/captureTexts.ts'
import { amountText } from '../answerText.ts'
import {
  type OpenComposition,
  partOf,
  partsState,
  putPart,
  takeBackNonAnswers,
  writePart,
} from '../compositionDraft.ts'
import type { EarlierAnswers } from '../earlierAnswers.ts'
import type { InputName } from '../fields/inputProps.ts'
import { NumberBox, type NumberForm } from '../fields/NumberBox.tsx'
import { type Answer, useAnswer } from '../fields/useAnswer.ts'
import { useHint } from '../useSaid.ts'
import styles from './CompositionBlock.module.css'
import { PreviousValue } from './PreviousValue.tsx'
import { Hint, SpeechSign } from './QuestionWords.tsx'

type Props = OpenComposition & {
  row: Question
  titleId: string
  /** written in the other unit than the stored one */
  isConverted: boolean
  earlier: EarlierAnswers | undefined
  error: string | undefined
  onFill: () => void
}

/** One part: its name, its box, and, while it is blank and something is missing, the offer to put the rest here. */
export function CompositionRow({ row, titleId, isConverted, earlier, error, onFill, ...composition }: Props) {
  const { panel, model, session, language } = composition
  const t = captureTexts(language).composition
  const id = useId()
  const canFill = useSyncExternalStore(session.subscribeDraft, () => {
    const { blank, sum, total = 0 } = partsState(composition)
    return blank.length < panel.questions.length && blank.includes(row.name) && sum < total
  })
  const label = inLanguage(row.title ?? row.short, language)
  const hint = useHint(session, row.description, language)
  const isInterview = session.read().draft.mode === 'interview'
  const described = [hint !== '' && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  const shared = { language, name: { labelledBy: `${titleId} ${id}` }, describedBy: described || undefined }
  return (
    <li id={row.name} className={styles.row} data-error={error === undefined ? undefined : true}>
      <div className={styles.words}>
        <p id={id} className={styles.label}>
          {isInterview && <SpeechSign />}
          {label}
        </p>
        {hint !== '' && (
          <Hint id={`${id}-hint`} isReadAloud={!isInterview} language={language}>
            {hint}
          </Hint>
        )}
        {!isConverted && (
          <PreviousValue
            question={row}
            earlier={earlier}
            model={model}
            session={session}
            language={language}
            onUse={(value) => putPart(composition, row.name, Number(value))}
          />
        )}
      </div>
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

function StoredBox({ row, name, describedBy, ...composition }: BoxProps) {
  const { panel, model, language } = composition
  const answer = useAnswer(model, row.name)
  const set: Answer['set'] = (value) => {
    takeBackNonAnswers(composition)
    answer.set(value)
  }
  const type: Answer['type'] = (value, unread) => {
    model.whileTyping(() => takeBackNonAnswers(composition))
    answer.type(value, unread)
  }
  const { decimals, max, unit, unitOne } = row
  const words = storedUnit(panel) === 'percent' ? '%' : inLanguage(unit, language)
  const form = { ...numberForm(decimals, words, max), unitOne: unitOne && inLanguage(unitOne, language) }
  return <NumberBox {...{ form, language, name, describedBy }} answer={{ ...answer, set, type }} />
}

/** What is typed is in the other unit; beside it stands what is stored. */
function ConvertedBox({ row, name, describedBy, ...composition }: BoxProps) {
  const { panel, model, session, language } = composition
  const written = useSyncExternalStore(session.subscribeDraft, () => partOf(composition, row.name))
  const stored = useSyncExternalStore(session.subscribeDraft, () => answerOf(session.read().draft.answers, row.name))
  const unread = useSyncExternalStore(session.subscribeDraft, () => model.unreadOf(row.name))
  const type = (value: Json | undefined, next?: UnreadNumber) => {
    model.whileTyping(() => {
      // What stands in the box first: it takes the answer away, which what is written then gives back.
      if (next !== undefined || model.unreadOf(row.name) !== undefined) {
        session.change({ variable: row.name, unread: next })
      }
      writePart(composition, row.name, typeof value === 'number' ? value : undefined)
    })
  }
  const standing = () => ({ value: partOf(composition, row.name), unread: model.unreadOf(row.name) })
  const answer: Answer = { value: written, unread, set: type, type, settle: standing }
  const isPercent = storedUnit(panel) === 'amount'
  const form = isPercent ? numberForm(1, '%', 100) : numberForm(0, '', undefined)
  return (
    <>
      <NumberBox answer={answer} form={form} language={language} name={name} describedBy={describedBy} />
      {typeof stored === 'number' && (
        <span className={styles.converted}>
          {captureTexts(language).composition.equals(amountText(row, stored, language))}
        </span>
      )}
    </>
  )
}

function numberForm(decimals: number, unit: string, max: number | undefined): NumberForm {
  return { decimals, grouping: true, mayBeNegative: false, max, money: undefined, unit }
}
