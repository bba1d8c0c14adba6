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
  const ahead = usePauses(session, models, page, neighbour)
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
const arrivalMs = 1000

/** Between two pieces, where somebody answers without a pause. */
const pieceMs = 150

type Ahead = { page: Page; drawn: number }

/**
 * What is done while the person reads and answers, a piece in each pause, so that on a slow tablet no key waits for it:
 * SurveyJS joins the page that is shown; then the page that Continuar leads to as things stand is drawn out of sight,
 * one question at a time, and is there at once.
 */
function usePauses(
  session: DraftSession,
  models: PageModels,
  page: Page | undefined,
  neighbour: (step: 1) => Page | undefined,
): Ahead | undefined {
  const [ahead, setAhead] = useState<Ahead>()
  const [failure, setFailure] = useState<{ reason: unknown }>()
  useEffect(() => {
    if (page === undefined) return
    let callOff: (() => void) | undefined
    let hasJoined = false
    let current: Ahead | undefined
    const join = async () => {
      hasJoined = true
      try {
        await models.join(page)
      } catch (reason) {
        // Without it the rest of the page cannot be asked; a page that is whole can do without.
        if (!models.of(page).isWhole) setFailure({ reason })
      }
    }
    const drawAhead = () => {
      const next = neighbour(1)
      const more = next === undefined ? current : onePieceMore(current, next)
      if (next === undefined || more === current) return
      models.of(next)
      models.join(next).catch(() => undefined)
      current = more
      startTransition(() => setAhead(more))
      goOn()
    }
    const doPiece = () => {
      callOff = undefined
      if (hasJoined) drawAhead()
      else void join().then(goOn)
    }
    const goOn = () => {
      // Never put off again by the next answer: somebody who types without a pause needs it most.
      callOff ??= whenIdle(doPiece, pieceMs)
    }
    // The page that has just come is to take its first tap without any delay.
    const stop = onEveryAnswer(session, goOn, isBegunBySurvey(models, page) ? 0 : arrivalMs)
    return () => {
      stop()
      callOff?.()
      // Whatever ends later begins no further piece.
      callOff = () => {}
    }
  }, [session, models, page, neighbour])
  // Thrown while drawing, so that the error boundary meets it.
  if (failure !== undefined) throw failure.reason
  return ahead
}

/** Whether not even the first question can be asked without SurveyJS. */
function isBegunBySurvey(models: PageModels, page: Page): boolean {
  const [first] = page.elements
  return first !== undefined && !models.of(page).canAsk(first)
}

/** Calls `work` after every answer, and once after so long without any. */
function onEveryAnswer(session: DraftSession, work: () => void, patienceMs: number): () => void {
  const timer = setTimeout(work, patienceMs)
  let { answers, nonresponse } = session.read().draft
  const unsubscribe = session.subscribe(() => {
    const { draft } = session.read()
    if (draft.answers === answers && draft.nonresponse === nonresponse) return
    ;({ answers, nonresponse } = draft)
    work()
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}

function onePieceMore(before: Ahead | undefined, page: Page): Ahead {
  if (before?.page !== page) return { page, drawn: 0 }
  return before.drawn >= page.elements.length ? before : { page, drawn: before.drawn + 1 }
}
