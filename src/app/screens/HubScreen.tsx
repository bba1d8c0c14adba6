import { Link } from 'wouter'
import { inLanguage, type Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { texts } from '#ui/texts.ts'
import { hasNewerEdition } from '../editions.ts'
import { judgedNow, type OpenDraft, useDraft } from '../openDraft.ts'
import { isFinished, type SectionState, sectionStates } from '../sectionState.ts'
import { useTitle } from '../useTitle.ts'
import { CorrectionNotice } from './CorrectionNotice.tsx'
import styles from './HubScreen.module.css'
import { sectionHref, sectionSigns } from './sectionSigns.ts'

/** S05: what there is to answer, how far each part is, in any order. */
export function HubScreen({ session, form, edition, earlier, language }: OpenDraft & { language: Language }) {
  const draft = useDraft(session)
  const t = texts(language).hub
  const { consent } = form
  const all = sectionStates(form, edition, draft, judgedNow({ earlier }), [
    ...form.sections,
    ...(consent ? [consent] : []),
  ])
  const states = all.filter(({ section }) => section !== consent)
  const asked = states.filter(({ status }) => status !== 'not-applicable')
  const done = asked.filter(isFinished)
  const faulty = asked.filter(({ status }) => status === 'with-errors')
  const faultyConsent = all.find(({ section, status }) => section === consent && status === 'with-errors')
  const next = asked.find((state) => !done.includes(state) && state.status !== 'undecided')
  // What the register or a name given before has filled in is nobody's beginning.
  const isBegun = asked.some(({ section }) => section.pages.some(({ name }) => draft.visitedPages.includes(name)))
  useTitle(t.title, language, faulty.length > 0)
  const base = `/draft/${draft.key}`
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <CorrectionNotice draft={draft} language={language} />
      {hasNewerEdition(draft.questionnaire) && <p>! {t.oldEdition(draft.questionnaire.edition)}</p>}
      <p>{t.complete(done.length, asked.length)}</p>
      {faulty.length > 0 && (
        <p className={styles.faulty}>
          ✕ {t.withErrors(faulty.length)}{' '}
          <Link href={`${base}/review?show=warned`}>{draftTexts(language).rail.reviewErrors}</Link>
        </p>
      )}
      <ul className={styles.list}>
        {states.map((state) => (
          <li key={state.section.id}>
            <SectionRow state={state} language={language} href={sectionHref(draft.key, state)} />
          </li>
        ))}
      </ul>
      <p className={styles.actions}>
        {next === undefined ? (
          <Link href={`${base}/review`} className={styles.primary} data-arrival="">
            {t.review}
          </Link>
        ) : (
          <Link href={sectionHref(draft.key, next) ?? base} className={styles.primary} data-arrival="">
            {(isBegun ? t.continue : t.start)(inLanguage(next.section.title, language))}
          </Link>
        )}
        {next !== undefined && <Link href={`${base}/review`}>{t.seeAll}</Link>}
        <Link href={`${base}/find`}>{draftTexts(language).find.link}</Link>
        {consent !== undefined && (
          <Link href={(faultyConsent && sectionHref(draft.key, faultyConsent)) ?? `${base}/consent`}>
            <span>
              {faultyConsent !== undefined && (
                <span className={styles.state} data-status="with-errors">
                  ✕ {t.states['with-errors']}:{' '}
                </span>
              )}
              {t.consent}
            </span>
          </Link>
        )}
      </p>
    </main>
  )
}

function SectionRow({ state, language, href }: { state: SectionState; language: Language; href: string | undefined }) {
  const t = texts(language).hub
  const { section, status } = state
  const words = (
    <>
      <span className={styles.name}>{inLanguage(section.title, language)}</span>
      <span className={styles.state} data-status={status}>
        {sectionSigns[status]} {t.states[status]}
      </span>
      <span className={styles.detail}>
        {status === 'not-applicable'
          ? t.notApplicable
          : status === 'undecided'
            ? t.undecided
            : detailOf(state, language)}
      </span>
    </>
  )
  if (href === undefined) return <div className={styles.row}>{words}</div>
  return (
    <Link href={href} className={styles.row}>
      {words}
    </Link>
  )
}

/** What is missing, and how long that may take; where nothing is but answers are wrong, that. */
function detailOf({ section, status, pending }: SectionState, language: Language): string {
  const t = texts(language).hub
  const isToAnswer = pending > 0 || status === 'not-started' || status === 'in-progress'
  if (!isToAnswer) return status === 'with-errors' ? t.toReview : t.nonePending
  return `${pending > 0 ? t.pending(pending) : t.nonePending} · ${t.minutes(section.minutes)}`
}
