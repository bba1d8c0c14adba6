import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { faultsOf } from '#domain/faults.ts'
import { type Form, sectionOfPage } from '#domain/form.ts'
import { uuidv7 } from '#domain/identifiers.ts'
import type { Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { texts } from '#ui/texts.ts'
import { build } from '../build.ts'
import { CopyOfDraft } from '../CopyOfDraft.tsx'
import { keepConsentProof } from '../consentProof.ts'
import { correctionState } from '../correction.ts'
import type { Database, Draft } from '../database.ts'
import type { DraftSession } from '../draftSession.ts'
import { needsSurvey } from '../engineForm.ts'
import { whenIdle } from '../idle.ts'
import { judgedNow, type OpenDraft, type Opening, useDraft, useOpenDraft } from '../openDraft.ts'
import { readSubmissions } from '../submissions.ts'
import { surveyEngine } from '../surveyEngine.ts'
import { requestSync } from '../syncTriggers.ts'
import { ConsentIntro } from './ConsentIntro.tsx'
import type { Correction } from './CorrectionReview.tsx'
import styles from './DraftScreen.module.css'
import { FindQuestionScreen } from './FindQuestionScreen.tsx'
import { HubScreen } from './HubScreen.tsx'
import { Notice } from './Notice.tsx'
import { PageRoute } from './PageRoute.tsx'
import { ReviewScreen } from './ReviewScreen.tsx'
import { SaveLine } from './SaveLine.tsx'
import { SectionRail } from './SectionRail.tsx'
import { SectionSummaryScreen } from './SectionSummaryScreen.tsx'

type Place = 'hub' | 'review' | 'consent' | 'find' | { page: string } | { section: string }
type Props = { db: Database; language: Language; draftKey: string; place: Place }

/** Everything that can be done with an open draft: its hub, pages, summaries and review. */
export function DraftScreen({ db, language, draftKey, place }: Props) {
  const opening = useOpenDraft(db, draftKey)
  useSurveyAhead(opening, typeof place === 'object' && 'page' in place)
  if (opening === undefined) return null
  if (typeof opening === 'string') {
    const detail = opening === 'draftGone' ? { detail: draftTexts(language).gone } : {}
    return (
      <Notice title={texts(language).fault[opening]} {...detail} language={language}>
        {opening === 'editionGone' && <CopyOfDraft db={db} draftKey={draftKey} language={language} />}
      </Notice>
    )
  }
  return (
    <>
      <SaveLine db={db} session={opening.session} language={language} />
      <HoldUnsaved session={opening.session} />
      <div className={styles.draft} data-rail={place !== 'consent' || undefined}>
        {place !== 'consent' && (
          <SectionRail
            {...opening}
            language={language}
            here={sectionHere(opening.form, place)}
            isHub={place === 'hub'}
          />
        )}
        <div className={styles.place}>
          <PlaceOfDraft db={db} language={language} draft={opening} place={place} />
        </div>
      </div>
    </>
  )
}

/** While the person reads, the form engine is fetched and evaluated, where the edition leaves anything to it. */
function useSurveyAhead(opening: Opening, isPage: boolean): void {
  useEffect(() => {
    // An open page sees to it when it stands.
    if (isPage || opening === undefined || typeof opening === 'string') return
    const { edition, form } = opening
    return whenIdle(() => {
      if (form.pages.some((page) => needsSurvey(edition, page))) surveyEngine.load().catch(() => undefined)
    })
  }, [opening, isPage])
}

function sectionHere(form: Form, place: Place): string | undefined {
  if (typeof place === 'string') return place
  return 'section' in place ? place.section : sectionOfPage(form, place.page)?.id
}

function isConsentPage(form: Form, page: string): boolean {
  return form.consent !== undefined && sectionOfPage(form, page) === form.consent
}

type PlaceProps = { db: Database; language: Language; draft: OpenDraft; place: Place }

function PlaceOfDraft({ db, language, draft, place }: PlaceProps) {
  const [, go] = useLocation()
  const { session, form } = draft
  const asksConsent = typeof place === 'object' && 'page' in place && isConsentPage(form, place.page)
  useEffect(() => (asksConsent ? keepConsentProof(db, session, form) : undefined), [asksConsent, db, session, form])
  if (place === 'hub') return <HubScreen {...draft} language={language} />
  if (place === 'review') return <Review {...draft} db={db} language={language} />
  if (place === 'consent') {
    const first = draft.form.consent?.pages[0]
    const base = `/draft/${draft.session.read().draft.key}`
    const start = () => go(first === undefined ? `${base}/hub` : `${base}/page/${first.name}`)
    return <ConsentIntro {...draft} db={db} language={language} onStart={start} />
  }
  if (place === 'find') return <FindQuestionScreen {...draft} language={language} />
  if ('section' in place) return <SectionSummaryScreen {...draft} language={language} sectionId={place.section} />
  return <PageRoute {...draft} language={language} name={place.page} />
}

function Review({ db, language, session, edition, form, earlier }: OpenDraft & { db: Database; language: Language }) {
  const [, go] = useLocation()
  const draft = useDraft(session)
  const correction = useCorrection(db, form, draft)
  const finish = async () => {
    if ((await session.flush()).kind === 'failed') return
    // Needed once in a questionnaire, and heavy: checks and seals what is sent.
    const { submitDraft } = await import('../submit.ts')
    const at = new Date()
    const submissionId = uuidv7(at.getTime(), crypto.getRandomValues(new Uint8Array(10)))
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const made = await submitDraft(db, draft.key, edition, form, { submissionId, at, timeZone, build, earlier })
    requestSync()
    go(`/result/${made.submissionId}`, { replace: true })
  }
  if (correction === 'reading') return null
  return (
    <ReviewScreen
      db={db}
      correction={correction}
      language={language}
      draft={draft}
      form={form}
      edition={edition}
      faults={faultsOf(form, edition, draft, judgedNow({ earlier }))}
      onFinish={finish}
      onReasons={(checkReasons) => session.set({ checkReasons })}
    />
  )
}

function useCorrection(db: Database, form: Form, draft: Draft): Correction | 'reading' | undefined {
  const { parentId } = draft
  const found = useLiveQuery(() => readSubmissions(db, parentId === null ? [] : [parentId]), [db, parentId])
  if (parentId === null) return undefined
  if (found === undefined) return 'reading'
  const [parent] = found
  return { parent, state: correctionState(form, draft, parent?.stored.submission) }
}

/** What the disk refuses is in memory alone: links out of the draft lead nowhere, and closing the page asks first. */
function HoldUnsaved({ session }: { session: DraftSession }) {
  useEffect(() => {
    const hold = (event: Event) => {
      if (session.read().saveState.kind === 'failed') event.preventDefault()
    }
    const holdLink = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link !== null && !link.pathname.startsWith(`/draft/${session.read().draft.key}/`)) hold(event)
    }
    window.addEventListener('beforeunload', hold)
    // Before the link itself hears of it.
    document.addEventListener('click', holdLink, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', hold)
      document.removeEventListener('click', holdLink, { capture: true })
    }
  }, [session])
  return null
}
