import { Activity, useCallback, useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { type Page, sectionOfPage } from '#domain/form.ts'
import type { Language } from '#domain/text.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import type { OpenDraft } from '../openDraft.ts'
import { PageModels } from '../pageModels.ts'
import { useDrawn } from '../useDrawn.ts'
import { usePauses } from '../usePauses.ts'
import type { HomeState } from './HomeLines.tsx'
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
  const drawn = useDrawn(page, ahead !== undefined && ahead.page === page ? ahead.drawn : 0)
  useEffect(() => {
    const { draft: now } = session.read()
    if (page !== undefined && (now.page !== name || now.language !== language))
      session.setPlace({ page: name, language })
  }, [session, name, page, language])
  if (page === undefined || section === undefined) {
    return <Notice title={texts(language).page.notThere} language={language} />
  }
  const base = `/draft/${session.read().draft.key}`
  const from = new URLSearchParams(window.location.search).get('from')
  const end = edition.sections === undefined ? 'review' : `section/${section.id}`
  const asking = { review: `${base}/review`, section: `${base}/section/${section.id}` }[from ?? '']
  const forward = () => {
    if (asking !== undefined) return go(`${asking}${window.location.hash}`)
    const next = neighbour(1)
    if (next !== undefined) return go(`${base}/page/${next.name}`)
    go(section === form.consent ? `${base}/hub` : `${base}/${end}`)
  }
  const back = () => {
    if (asking !== undefined) return go(`${asking}${window.location.hash}`)
    const before = neighbour(-1)
    go(before === undefined ? `${base}/hub` : `${base}/page/${before.name}`)
  }
  const exit = async () => {
    if (session.read().saveState.kind === 'failed') session.retry()
    const { kind } = await session.flush()
    // The bar says so, and offers a copy.
    if (kind === 'failed') return
    go('/', { state: { hasSaved: kind === 'saved' } satisfies HomeState })
  }
  const pages = ahead === undefined || ahead.page === page ? [page] : [page, ahead.page]
  return pages.map((each) => (
    <Activity key={`${each.name}-${language}`} mode={each === page ? 'visible' : 'hidden'}>
      <PageScreen
        {...draft}
        models={models}
        page={each}
        isShown={each === page}
        drawn={each === page ? drawn : (ahead?.drawn ?? 0)}
        language={language}
        onNext={forward}
        onBack={back}
        onExit={() => void exit()}
      />
    </Activity>
  ))
}
