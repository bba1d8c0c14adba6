import type { Ref } from 'react'
import { Link } from 'wouter'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Draft } from '../database.ts'
import type { CorrectionLack } from './CorrectionReview.tsx'
import { FaultLink } from './FaultLink.tsx'
import styles from './ReviewScreen.module.css'
import type { ReviewSection } from './reviewRows.ts'
import { sectionHref } from './sectionSigns.ts'

export type FaultSummaryProps = {
  ref: Ref<HTMLDivElement>
  language: Language
  form: Form
  draft: Draft
  sections: readonly ReviewSection[]
  hard: readonly Fault[]
  open: readonly Fault[]
  /** of a correction: what it cannot be finished without */
  lack: CorrectionLack | undefined
}

/**
 * What keeps the assessment from being finished, each with the way to it; what nobody has come to yet in one line a
 * section. Takes the focus when finishing is pressed.
 */
export function FaultSummary({ ref, language, form, draft, sections, hard, open, lack }: FaultSummaryProps) {
  const t = resultTexts(language).review
  const rows = sections.flatMap((section) => section.rows)
  const unreached = sections
    .map((section) => ({ section, faults: section.rows.flatMap((row) => unreachedFaults(row, draft)) }))
    .filter(({ faults }) => faults.length > 0)
  const placeOf = (fault: Fault) => rows.findIndex((row) => row.faults.includes(fault))
  const others = hard
    .filter((fault) => !unreached.some(({ faults }) => faults.includes(fault)))
    .sort((one, other) => placeOf(one) - placeOf(other))
  return (
    <div ref={ref} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>✕ {hard.length > 0 ? t.summaryTitle(hard.length, open.length) : t.notYet}</h2>
      <ul>
        {others.map((fault) => (
          <li key={`${fault.id} ${fault.variables.join(' ')}`}>
            <FaultLink language={language} form={form} draft={draft} rows={rows} fault={fault} />
          </li>
        ))}
        {unreached.map(({ section, faults }) => (
          <li key={section.id}>
            <UnreachedLink language={language} draftKey={draft.key} section={section} faults={faults} />
          </li>
        ))}
        {lack !== undefined && (
          <li>
            <a className={styles.faultLink} href={`#${lack.place}`}>
              {lack.words}
            </a>
          </li>
        )}
        {open.length > 0 && (
          <li>
            <a className={styles.faultLink} href="#review-warnings">
              {t.toConfirm(open.length)}
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}

/** Required answers that lack on a page which was never left: no slip, only not done yet. */
function unreachedFaults(row: ReviewSection['rows'][number], draft: Draft): Fault[] {
  return draft.visitedPages.includes(row.page) ? [] : row.faults.filter(({ id }) => id === 'required')
}

type UnreachedProps = { language: Language; draftKey: string; section: ReviewSection; faults: readonly Fault[] }

function UnreachedLink({ language, draftKey, section, faults }: UnreachedProps) {
  const t = draftTexts(language).review
  const first = section.rows.find((row) => row.faults.some((fault) => faults.includes(fault)))
  const href = first === undefined ? undefined : sectionHref(draftKey, { page: { name: first.page } })
  return (
    <Link className={styles.faultLink} href={href ?? ''}>
      {t.unreached(inLanguage(section.title, language), t.unreachedCount(faults.length))}
    </Link>
  )
}
