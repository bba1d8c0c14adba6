import { useRef, useState } from 'react'
import type { Edition } from '#domain/edition.ts'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { dayAndTimeText } from '#ui/dates.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Icon } from '#ui/Icon.tsx'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import { reasonFor, withReason } from '../checkReasons.ts'
import type { Database, Draft } from '../database.ts'
import { useTitle } from '../useTitle.ts'
import { CorrectionNotice } from './CorrectionNotice.tsx'
import { type Correction, CorrectionReview, correctionLack } from './CorrectionReview.tsx'
import { Declaration } from './Declaration.tsx'
import { passes, ReviewAnswers, type ReviewFilter } from './ReviewAnswers.tsx'
import { FaultSummary } from './ReviewFaults.tsx'
import styles from './ReviewScreen.module.css'
import { ReviewWarnings } from './ReviewWarnings.tsx'
import { type ReviewRow, reviewSections } from './reviewRows.ts'
import { SendingLine } from './SendingLine.tsx'

export type ReviewScreenProps = {
  db: Database
  language: Language
  draft: Draft
  form: Form
  edition: Edition
  faults: Fault[]
  /** what the draft corrects, if it does */
  correction: Correction | undefined
  onReasons: (reasons: Draft['checkReasons']) => void
  onFinish: () => Promise<void>
}

/** S08: everything that was answered, once more, before it is closed. Finishing is never disabled: it says what lacks. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { db, language, draft, form, edition, faults, correction, onReasons, onFinish } = props
  const t = resultTexts(language).review
  const [filter, setFilter] = useState<ReviewFilter>(filterAskedFor)
  const sections = reviewSections(form, draft, faults, language)
  const rows = sections.flatMap((section) => section.rows)
  const hard = faults.filter(({ severity }) => severity === 'hard')
  const soft = faults.filter(({ severity }) => severity === 'soft')
  const open = soft.filter((fault) => reasonFor(draft, fault) === undefined)
  const lack = correctionLack(correction, draft, language)
  const isReady = hard.length + open.length === 0 && lack === undefined
  const { summary, wasPressed, hasFailed, finish } = useFinish(isReady, onFinish)
  const hasSummary = wasPressed && !isReady
  useTitle(t.title, language, hasSummary)
  return (
    <main className={styles.screen} id="main">
      <h1>{t.title}</h1>
      {hasSummary && <FaultSummary {...{ language, form, draft, sections, hard, open, lack }} ref={summary} />}
      <CorrectionNotice draft={draft} language={language} isBrief />
      <p className={styles.printed}>
        <strong>{draft.clusterName}</strong>
        <br />
        {draftTexts(language).review.printed(
          inLanguage(edition.title, language),
          dayAndTimeText(draft.savedAt, language),
        )}
      </p>
      <p>{t.counts(rows.length - rows.filter((row) => passes(row, 'unanswered')).length, rows.length)}</p>
      {!hasSummary && <Pending hard={hard} language={language} />}
      <div className={styles.sending}>
        <SendingLine db={db} form={form} draft={draft} language={language} />
      </div>
      {correction !== undefined && (
        <CorrectionReview {...{ db, language, draft, form, correction, wasPressed, onReasons }} />
      )}
      {soft.length > 0 && (
        <ReviewWarnings
          language={language}
          form={form}
          draft={draft}
          rows={rows}
          faults={soft}
          onReason={(fault, reason) => onReasons(withReason(draft, fault, reason))}
        />
      )}
      <Filters language={language} rows={rows} filter={filter} onFilter={setFilter} />
      <ReviewAnswers
        {...{ language, form, draft, sections, filter }}
        from="review"
        changed={correction?.parent && correction.state.changed}
      />
      <Declaration form={form} draft={draft} language={language} />
      {hasFailed && (
        <p className={styles.failed} role="alert">
          {t.notFinished}
        </p>
      )}
      <div className={styles.actions}>
        <Button kind={correction?.state.isUnchanged === true ? 'secondary' : 'primary'} onClick={() => void finish()}>
          {edition.scoring === undefined ? t.finishUnscored : t.finish}
        </Button>
        <Button kind="secondary" onClick={() => window.print()}>
          <Icon name="print" /> {draftTexts(language).review.print}
        </Button>
      </div>
    </main>
  )
}

/** What is still to be done, said calmly: nobody has asked to finish yet. */
function Pending({ hard, language }: { hard: readonly Fault[]; language: Language }) {
  const { hub, page } = texts(language)
  const lacking = hard.filter(({ id }) => id === 'required').length
  const others = hard.length - lacking
  const words = [
    `${lacking > 0 ? hub.pending(lacking) : hub.nonePending}.`,
    ...(others > 0 ? [`${page.errorSummary(others)}.`] : []),
  ]
  return <p>{words.join(' ')}</p>
}

const filters: readonly ReviewFilter[] = ['all', 'unanswered', 'warned', 'noted']

/** A link may ask for a part of the answers: `?show=warned`. */
function filterAskedFor(): ReviewFilter {
  const asked = new URLSearchParams(window.location.search).get('show')
  return filters.find((filter) => filter === asked) ?? 'all'
}

type FiltersProps = {
  language: Language
  rows: readonly ReviewRow[]
  filter: ReviewFilter
  onFilter: (filter: ReviewFilter) => void
}

function Filters({ language, rows, filter, onFilter }: FiltersProps) {
  const t = { ...resultTexts(language).review, noted: draftTexts(language).review.noted }
  return (
    <fieldset className={styles.filters}>
      <legend>{t.filterLabel}</legend>
      {filters.map((each) => (
        <label key={each} className={styles.filter}>
          <input type="radio" name="review-filter" checked={filter === each} onChange={() => onFilter(each)} />
          {t[each](rows.filter((row) => passes(row, each)).length)}
        </label>
      ))}
    </fieldset>
  )
}

/** Finishes, or gives the focus to the summary of what keeps from it. */
function useFinish(isReady: boolean, onFinish: () => Promise<void>) {
  // Who comes for the errors has asked for them.
  const [wasPressed, setWasPressed] = useState(() => filterAskedFor() === 'warned')
  const [hasFailed, setHasFailed] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const finish = async () => {
    setWasPressed(true)
    setHasFailed(false)
    if (!isReady) {
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
  return { summary, wasPressed, hasFailed, finish }
}
