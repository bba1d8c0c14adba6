import { Activity, startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { type Page, sectionOfPage } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import { whenIdle } from '../idle.ts'
import type { OpenDraft } from '../openDraft.ts'
import { Notice } from './Notice.tsx'
import { PageScreen } from './PageScreen.tsx'

/** The page of an address, and where its buttons lead: on through the section, or back to what asked for a change. */
export function PageRoute({ name, language, ...draft }: OpenDraft & { name: string; language: Language }) {
  const { session, edition, form } = draft
  const [, go] = useLocation()
  const page = form.pages.find((candidate) => candidate.name === name)
  const section = useMemo(() => sectionOfPage(form, name), [form, name])
  // An edition that names no sections is one path from its first page to its last.
  const path = edition.sections === undefined && section !== form.consent ? form.pages : section?.pages
  const neighbour = useCallback(
    (step: 1 | -1): Page | undefined => {
      const visible = visibleQuestions(form, session.read().draft.answers)
      const shown = path?.filter((each) => isShown(each, visible)) ?? []
      return shown[shown.findIndex((each) => each.name === name) + step]
    },
    [form, session, path, name],
  )
  const ahead = usePageAhead(session, neighbour)
  useEffect(() => {
    const { draft: now } = session.read()
    if (page !== undefined && (now.page !== name || now.language !== language)) session.set({ page: name, language })
  }, [session, name, page, language])
  if (page === undefined || section === undefined) {
    return <Notice title={texts(language).page.notThere} language={language} />
  }
  const base = `/draft/${session.read().draft.key}`
  const from = new URLSearchParams(window.location.search).get('from')
  const end = edition.sections === undefined ? 'review' : `section/${section.id}`
  const forward = () => {
    if (from === 'review') return go(`${base}/review${window.location.hash}`)
    if (from === 'section') return go(`${base}/section/${section.id}${window.location.hash}`)
    const next = neighbour(1)
    if (next !== undefined) return go(`${base}/page/${next.name}`)
    go(section === form.consent ? `${base}/hub` : `${base}/${end}`)
  }
  const back = () => {
    const before = neighbour(-1)
    go(before === undefined ? `${base}/hub` : `${base}/page/${before.name}`)
  }
  const drawn = ahead === undefined || ahead === page ? [page] : [page, ahead]
  return drawn.map((each) => (
    <Activity key={`${each.name}-${language}`} mode={each === page ? 'visible' : 'hidden'}>
      <PageScreen
        {...draft}
        page={each}
        isShown={each === page}
        language={language}
        onNext={forward}
        onBack={back}
        onExit={() => void session.flush().then(() => go('/'))}
      />
    </Activity>
  ))
}

/** Whoever opens a page reads for longer than this. */
const arrivalMs = 400

/**
 * The page that Continuar leads to as things stand. It is drawn out of sight while the person reads and answers, piece
 * by piece, so that on a slow tablet the next page is there at once.
 */
function usePageAhead(session: DraftSession, neighbour: (step: 1) => Page | undefined): Page | undefined {
  const [ahead, setAhead] = useState<Page>()
  useEffect(() => {
    const prepare = () => startTransition(() => setAhead(neighbour(1)))
    let callOff = () => {}
    const prepareSoon = () => {
      callOff()
      callOff = whenIdle(prepare)
    }
    // Not at once: the page that has just come is to take its first tap without any delay.
    const timer = setTimeout(prepareSoon, arrivalMs)
    const unsubscribe = session.subscribe(prepareSoon)
    return () => {
      clearTimeout(timer)
      callOff()
      unsubscribe()
    }
  }, [session, neighbour])
  return ahead
}
