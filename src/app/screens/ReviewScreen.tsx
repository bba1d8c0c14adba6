import { useRef, useState } from 'react'
import type { Edition } from '#domain/edition.ts'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Database, Draft } from '../database.ts'
import { useTitle } from '../useTitle.ts'
import { ReviewAnswers, type ReviewFilter } from './ReviewAnswers.tsx'
import { FaultSummary, SoftFaults } from './ReviewFaults.tsx'
import styles from './ReviewScreen.module.css'
import { type ReviewRow, reviewSections } from './reviewRows.ts'
import { SendingLine } from './SendingLine.tsx'

export type ReviewScreenProps = {
  db: Database
  language: Language
  draft: Draft
  form: Form
  edition: Edition
  faults: Fault[]
  onReasons: (reasons: Draft['checkReasons']) => void
  onFinish: () => void | Promise<void>
}

const filters: readonly ReviewFilter[] = ['all', 'unanswered', 'warned']

/** S08: everything that was answered, once more, before it is closed. Finishing is never disabled: it says what lacks. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { db, language, draft, form, edition, faults, onReasons, onFinish } = props
  const t = resultTexts(language).review
  const [hasFailed, setHasFailed] = useState(false)
  const reasons = draft.checkReasons
  const confirm = (id: string, text: string | undefined) => {
    const { [id]: _before, ...others } = reasons
    onReasons(text === undefined ? others : { ...others, [id]: { code: 'confirmed', text } })
  }
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const [wasPressed, setWasPressed] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const sections = reviewSections(form, draft, faults, language)
  const rows = sections.flatMap((section) => section.rows)
  const counts = countsOf(rows)
  const hard = faults.filter(({ severity }) => severity === 'hard')
  const soft = faults.filter(({ severity }) => severity === 'soft')
  const open = soft.filter(({ id }) => !Object.hasOwn(reasons, id))
  const hasSummary = hard.length > 0 || (wasPressed && open.length > 0)
  useTitle(t.title, language, hasSummary)

  const finish = async () => {
    setWasPressed(true)
    setHasFailed(false)
    if (hard.length + open.length > 0) {
      // The summary may only appear with this press.
      requestAnimationFrame(() => summary.current?.focus())
      return
    }
    try {
      await onFinish()
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <main className={styles.screen} id="main">
      <h1>{t.title}</h1>
      <p>{t.counts(counts.all - counts.unanswered, counts.all)}</p>
      <SendingLine db={db} form={form} draft={draft} language={language} />
      {hasSummary && (
        <FaultSummary ref={summary} language={language} draft={draft} rows={rows} hard={hard} open={open} />
      )}
      {soft.length > 0 && (
        <SoftFaults language={language} draft={draft} rows={rows} faults={soft} reasons={reasons} onReason={confirm} />
      )}
      <fieldset className={styles.filters}>
        <legend>{t.filterLabel}</legend>
        {filters.map((each) => (
          <label key={each} className={styles.filter}>
            <input type="radio" name="review-filter" checked={filter === each} onChange={() => setFilter(each)} />
            {t[each](counts[each])}
          </label>
        ))}
      </fieldset>
      <ReviewAnswers language={language} draftKey={draft.key} sections={sections} filter={filter} from="review" />
      {hasFailed && (
        <p className={styles.failed} role="alert">
          {t.notFinished}
        </p>
      )}
      <button type="button" className={styles.primary} onClick={() => void finish()}>
        {edition.scoring === undefined ? t.finishUnscored : t.finish}
      </button>
    </main>
  )
}

function countsOf(rows: readonly ReviewRow[]): Record<ReviewFilter, number> {
  return {
    all: rows.length,
    unanswered: rows.filter(({ answer }) => answer === undefined).length,
    warned: rows.filter(({ faults }) => faults.length > 0).length,
  }
}
