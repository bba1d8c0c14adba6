import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { faultsOf } from '#domain/faults.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { resultTexts } from '#ui/resultTexts.ts'
import { texts } from '#ui/texts.ts'
import { type OpenDraft, useDraft } from '../openDraft.ts'
import { Notice } from './Notice.tsx'
import { ReviewAnswers } from './ReviewAnswers.tsx'
import { reviewSections } from './reviewRows.ts'

type Props = OpenDraft & { language: Language; sectionId: string }

/** What was answered in one section, before the next is begun; each answer can still be changed. */
export function SectionSummaryScreen({ session, edition, form, language, sectionId }: Props) {
  const t = resultTexts(language).review
  const [, go] = useLocation()
  const draft = useDraft(session)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (window.location.hash !== '') return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const faults = faultsOf(form, edition, draft, { completedYear: new Date().getFullYear() })
  const section = reviewSections(form, draft, faults, language).find(({ id }) => id === sectionId)
  const { page, hub } = texts(language)
  if (section === undefined) return <Notice title={page.notThere} language={language} />
  const pending = section.rows.filter(({ faults: own }) => own.some(({ id }) => id === 'required')).length
  return (
    <main id="main">
      <h1 ref={heading} tabIndex={-1}>
        {t.sectionTitle(section.title)}
      </h1>
      <p>{pending > 0 ? hub.pending(pending) : hub.nonePending}</p>
      <ReviewAnswers language={language} draftKey={draft.key} sections={[section]} filter="all" from="section" />
      <p>
        <Button kind="primary" onClick={() => go(`/draft/${draft.key}/hub`)}>
          {page.continue}
        </Button>
      </p>
      <p>
        <Link href={`/draft/${draft.key}/review`}>{hub.seeAll}</Link>
      </p>
    </main>
  )
}
