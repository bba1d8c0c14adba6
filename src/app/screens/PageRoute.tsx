import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { type Page, type Section, sectionOfPage } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import type { OpenDraft } from '../openDraft.ts'
import { PageModels } from '../pageModels.ts'
import { useDrawn } from '../useDrawn.ts'
import { useKeyboardHeight } from '../useKeyboardHeight.ts'
import { usePauses } from '../usePauses.ts'
import type { HomeState } from './HomeLines.tsx'
import { Notice } from './Notice.tsx'
import styles from './PageRoute.module.css'
import { PageScreen } from './PageScreen.tsx'

type Props = OpenDraft & { name: string; language: Language }

/** The page of an address; beside it, out of sight, the one that was left and the one that comes next. */
export function PageRoute({ name, language, ...draft }: Props) {
  const { session, edition, form, earlier } = draft
  const page = form.pages.find((candidate) => candidate.name === name)
  const section = useMemo(() => sectionOfPage(form, name), [form, name])
  const { neighbour, ...ways } = useWays(draft, name, section)
  const models = useMemo(
    () => new PageModels({ session, edition, form, earlier }, language),
    [session, edition, form, earlier, language],
  )
  const { left, ahead } = usePauses(session, models, page, neighbour)
  const keyboardHeight = useKeyboardHeight()
  const drawn = useDrawn(page, ahead !== undefined && ahead.page === page ? ahead.drawn : 0)
  useEffect(() => {
    const { draft: now } = session.read()
    if (page !== undefined && (now.page !== name || now.language !== language))
      session.setPlace({ page: name, language })
  }, [session, name, page, language])
  if (page === undefined || section === undefined) {
    return <Notice title={texts(language).page.notThere} language={language} />
  }
  const drawnOf = (each: Page) => (each === page ? drawn : each === left ? each.elements.length : (ahead?.drawn ?? 0))
  const aheadOf = (each: Page) => (each !== page && each === ahead?.page ? ahead.drawn : 0)
  // In an order in which none is moved when another takes its place.
  const pages = new Set([left, page, ahead?.page].filter((each) => each !== undefined))
  return [...pages].map((each) => (
    <Stage key={`${each.name}-${language}`} isShown={each === page} drawnAhead={aheadOf(each)}>
      <PageScreen
        {...draft}
        {...ways}
        models={models}
        page={each}
        isShown={each === page}
        drawn={drawnOf(each)}
        keyboardHeight={keyboardHeight}
        language={language}
      />
    </Stage>
  ))
}

/** Where a page's buttons lead: on through the section, or back to what asked for a change. */
function useWays({ session, edition, form }: OpenDraft, name: string, section: Section | undefined) {
  const [, go] = useLocation()
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
  const base = `/draft/${session.read().draft.key}`
  const from = new URLSearchParams(window.location.search).get('from')
  const asking = { review: `${base}/review`, section: `${base}/section/${section?.id}` }[from ?? '']
  const end = edition.sections === undefined ? 'review' : `section/${section?.id}`
  const onNext = () => {
    const next = asking === undefined ? neighbour(1) : undefined
    const { visitedPages } = session.read().draft
    const visited = visitedPages.includes(name) ? visitedPages : [...visitedPages, name]
    // Both at once: each is told to all that show the draft.
    if (next !== undefined || visited !== visitedPages)
      session.setPlace({ visitedPages: visited, page: next?.name ?? name })
    if (asking !== undefined) return go(`${asking}${window.location.hash}`)
    if (next !== undefined) return go(`${base}/page/${next.name}`)
    go(section === form.consent ? `${base}/hub` : `${base}/${end}`)
  }
  const onBack = () => {
    if (asking !== undefined) return go(`${asking}${window.location.hash}`)
    const before = neighbour(-1)
    go(before === undefined ? `${base}/hub` : `${base}/page/${before.name}`)
  }
  const leave = async () => {
    if (session.read().saveState.kind === 'failed') session.retry()
    const { kind } = await session.flush()
    // The bar says so, and offers a copy.
    if (kind === 'failed') return
    go('/', { state: { hasSaved: kind === 'saved' } satisfies HomeState })
  }
  return { neighbour, onNext, onBack, onExit: () => void leave() }
}

type StageProps = { isShown: boolean; drawnAhead: number; children: ReactNode }

/** Where a page stands: in sight or out of it. What is drawn ahead is laid out at once: the browser would put it off. */
function Stage({ isShown, drawnAhead, children }: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Where the end of the page is cannot be told before all else is laid out.
    if (drawnAhead > 0) stage.current?.querySelector('footer')?.getBoundingClientRect()
  }, [drawnAhead])
  return (
    <div ref={stage} className={isShown ? undefined : styles.outOfSight}>
      {children}
    </div>
  )
}
