import { Activity, startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { type Page, sectionOfPage } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import type { DraftSession } from '../draftSession.ts'
import { whenIdle } from '../idle.ts'
import type { OpenDraft } from '../openDraft.ts'
import { PageModels } from '../pageModels.ts'
import { Notice } from './Notice.tsx'
import { PageScreen } from './PageScreen.tsx'

/** The page of an address, and where its buttons lead: on through the section, or back to what asked for a change. */
export function PageRoute({ name, language, ...draft }: OpenDraft & { name: string; language: Language }) {
  const { session, edition, form, earlier } = draft
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
  const models = useMemo(
    () => new PageModels({ session, edition, form, earlier }, language),
    [session, edition, form, earlier, language],
  )
  const ahead = usePageAhead(session, models, neighbour)
  useSurvey(models, page)
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
  const pages = ahead === undefined || ahead.page === page ? [page] : [page, ahead.page]
  return pages.map((each) => (
    <Activity key={`${each.name}-${language}`} mode={each === page ? 'visible' : 'hidden'}>
      <PageScreen
        {...draft}
        models={models}
        page={each}
        isShown={each === page}
        drawn={each === page ? page.elements.length : (ahead?.drawn ?? 0)}
        language={language}
        onNext={forward}
        onBack={back}
        onExit={() => void session.flush().then(() => go('/'))}
      />
    </Activity>
  ))
}

/** Whoever has answered nothing for so long is reading. */
const arrivalMs = 2000

/** Sooner nobody has found the first option; what only SurveyJS can ask stands below it, or waits for nothing. */
const joiningMs = 400

/** Between two pieces, where somebody answers without a pause. */
const pieceMs = 150

/** SurveyJS joins a page when it stands: nothing that is answered without it waits. */
function useSurvey(models: PageModels, page: Page | undefined): void {
  useEffect(() => {
    if (page === undefined) return
    const [first] = page.elements
    const isAwaited = first !== undefined && !models.of(page).canAsk(first)
    const join = () => void models.join(page)
    if (isAwaited) return join()
    const timer = setTimeout(join, joiningMs)
    return () => clearTimeout(timer)
  }, [models, page])
}

type Ahead = { page: Page; drawn: number }

/**
 * The page that Continuar leads to as things stand. It is drawn out of sight while the person reads and answers, its
 * model first and then one question at a time, so that on a slow tablet no key waits for it and the next page is there
 * at once.
 */
function usePageAhead(
  session: DraftSession,
  models: PageModels,
  neighbour: (step: 1) => Page | undefined,
): Ahead | undefined {
  const [ahead, setAhead] = useState<Ahead>()
  useEffect(() => {
    let callOff: (() => void) | undefined
    let current: Ahead | undefined
    const drawPiece = () => {
      callOff = undefined
      const page = neighbour(1)
      if (page === undefined) return
      const next = onePieceMore(current, page)
      if (next === current) return
      models.of(page)
      void models.join(page)
      current = next
      startTransition(() => setAhead(next))
      goOn()
    }
    const goOn = () => {
      // Never put off again by the next answer: somebody who types without a pause needs it most.
      callOff ??= whenIdle(drawPiece, pieceMs)
    }
    // Not at once: the page that has just come is to take its first tap without any delay, and its first answer begins it.
    const timer = setTimeout(goOn, arrivalMs)
    const unsubscribe = session.subscribe(goOn)
    return () => {
      clearTimeout(timer)
      callOff?.()
      unsubscribe()
    }
  }, [session, models, neighbour])
  return ahead
}

function onePieceMore(before: Ahead | undefined, page: Page): Ahead {
  if (before?.page !== page) return { page, drawn: 0 }
  return before.drawn >= page.elements.length ? before : { page, drawn: before.drawn + 1 }
}
