import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { faultsOf } from '#domain/faults.ts'
import type { Form } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import type { Draft } from '../database.ts'
import { judgedNow, type OpenDraft, useDraft } from '../openDraft.ts'
import { useTitle } from '../useTitle.ts'
import { CalculatedTotals } from './CalculatedTotals.tsx'
import { Notice } from './Notice.tsx'
import { ReviewAnswers } from './ReviewAnswers.tsx'
import styles from './ReviewScreen.module.css'
import { type ReviewSection, reviewSections } from './reviewRows.ts'

type Props = OpenDraft & { language: Language; sectionId: string }

/** What was answered in one section, before the next is begun; each answer can still be changed. */
export function SectionSummaryScreen({ session, edition, form, earlier, language, sectionId }: Props) {
  const draft = useDraft(session)
  const faults = faultsOf(form, edition, draft, judgedNow({ earlier }))
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  const section = reviewSections(form, draft, faults, language).find(({ id }) => id === sectionId)
  if (section === undefined) return <Notice title={texts(language).page.notThere} language={language} />
  const pages = sections.find(({ id }) => id === sectionId)?.pages ?? []
  return (
    <Summary form={form} section={section} draft={draft} language={language}>
      <CalculatedTotals session={session} form={form} pages={pages} language={language} />
    </Summary>
  )
}

type SummaryProps = { form: Form; section: ReviewSection; draft: Draft; language: Language; children: ReactNode }

function Summary({ form, section, draft, language, children }: SummaryProps) {
  const title = resultTexts(language).review.sectionTitle(section.title)
  const [, go] = useLocation()
  const { page, hub } = texts(language)
  const faults = section.rows.flatMap((row) => row.faults)
  const pending = section.rows.filter(({ faults: own }) => own.some(({ id }) => id === 'required')).length
  useTitle(
    title,
    language,
    faults.some(({ severity }) => severity === 'hard'),
  )
  return (
    <main id="main">
      <h1>{title}</h1>
      <p>{pending > 0 ? hub.pending(pending) : hub.nonePending}</p>
      <ReviewAnswers language={language} form={form} draft={draft} sections={[section]} filter="all" from="section" />
      {children}
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => go(`/draft/${draft.key}/hub`)}>
          {page.continue}
        </Button>
        <Link href={`/draft/${draft.key}/review`} className={styles.more}>
          {hub.seeAll}
        </Link>
      </div>
    </main>
  )
}
