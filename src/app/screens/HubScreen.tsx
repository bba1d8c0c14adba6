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
  const faulty = all.filter(({ status }) => status === 'with-errors')
  // It is no row of its own, unless there is something to mend.
  const faultyConsent = faulty.filter(({ section }) => section === consent)
  const next = faultyConsent[0] ?? asked.find((state) => !done.includes(state) && state.status !== 'undecided')
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
        {[...faultyConsent, ...states].map((state) => (
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
        {consent !== undefined && faultyConsent.length === 0 && <Link href={`${base}/consent`}>{t.consent}</Link>}
      </p>
    </main>
  )
}

function SectionRow({ state, language, href }: { state: SectionState; language: Language; href: string | undefined }) {
  const t = texts(language).hub
  const { section, status } = state
  const detail = detailOf(state, language)
  const words = (
    <>
      <span className={styles.name}>{inLanguage(section.title, language)}</span>
      <span className={styles.state} data-status={status}>
        {sectionSigns[status]} {t.states[status]}
      </span>
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </>
  )
  if (href === undefined) return <div className={styles.row}>{words}</div>
  return (
    <Link href={href} className={styles.row}>
      {words}
    </Link>
  )
}

/** What there is to do, and, where something is still to be answered, how long that may take. */
function detailOf({ section, status, pending, wrong, unlikely }: SectionState, language: Language): string {
  const t = texts(language).hub
  if (status === 'not-applicable') return t.notApplicable
  const isOpen = status === 'undecided' || status === 'not-started' || status === 'in-progress'
  const toDo = [
    status === 'undecided' && t.undecided,
    status === 'not-started' && pending === 0 && t.noneRequiredYet,
    status === 'in-progress' && pending === 0 && t.nonePending,
    pending > 0 && t.pending(pending),
    wrong > 0 && t.wrong(wrong),
    status === 'complete-with-warnings' && t.unlikely(unlikely),
    (isOpen || pending > 0) && t.minutes(section.minutes),
  ]
  // A line never begins with what divides.
  return toDo.filter(Boolean).join('\u00a0· ')
}
