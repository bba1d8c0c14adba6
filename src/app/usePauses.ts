import { startTransition, useEffect, useState } from 'react'
import type { Page } from '#domain/form.ts'
import type { DraftSession } from './draftSession.ts'
import { whenIdle } from './idle.ts'
import type { PageModels } from './pageModels.ts'

/** Whoever has answered nothing for so long is reading. */
const arrivalMs = 1000

/** Between two pieces, where somebody answers without a pause. */
const pieceMs = 150

/** The page that comes next, and how many of its elements are drawn. */
type Ahead = { page: Page; drawn: number }

/** The pages that stand out of sight beside the one that is shown. */
type OutOfSight = { left: Page | undefined; ahead: Ahead | undefined }

/**
 * What is done while the person reads and answers, a piece in each pause, so that on a slow tablet no key waits for it:
 * the page that was left is taken away; SurveyJS joins the page that is shown; then the page that Continuar leads to as
 * things stand is drawn out of sight, one question at a time, and is there at once.
 */
export function usePauses(
  session: DraftSession,
  models: PageModels,
  page: Page | undefined,
  neighbour: (step: 1) => Page | undefined,
): OutOfSight {
  const [ahead, setAhead] = useState<Ahead>()
  const [change, setChange] = useState<{ left?: Page | undefined; shown: Page | undefined }>({ shown: page })
  if (change.shown !== page) setChange({ left: change.shown, shown: page })
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
      if (hasJoined) return drawAhead()
      startTransition(() => setChange({ shown: page }))
      void join().then(goOn)
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
  return { left: change.left, ahead }
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
  const unsubscribe = session.subscribeDraft(() => {
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
