import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { Edition } from '#domain/edition.ts'
import { faultsOf } from '#domain/faults.ts'
import { type Form, type Page, readForm, type Section } from '#domain/form.ts'
import { uuidv7 } from '#domain/identifiers.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import { build } from '../build.ts'
import type { Database, Draft } from '../database.ts'
import { DraftSession } from '../draftSession.ts'
import { readDraft } from '../drafts.ts'
import { loadEdition } from '../editions.ts'
import { submitDraft } from '../submit.ts'
import { requestSync } from '../syncTriggers.ts'
import { ConsentIntro } from './ConsentIntro.tsx'
import { HubScreen } from './HubScreen.tsx'
import { Notice } from './Notice.tsx'
import { ReviewScreen } from './ReviewScreen.tsx'
import { SaveLine } from './SaveLine.tsx'

const loadPageScreen = () => import('./PageScreen.tsx')
const PageScreen = lazy(async () => ({ default: (await loadPageScreen()).PageScreen }))

type Place = 'hub' | 'review' | 'consent' | { page: string }
type Props = { db: Database; language: Language; draftKey: string; place: Place }

type Opened = { session: DraftSession; edition: Edition; form: Form }

/** An open draft: its hub, pages and review share one session, which is its only writer. */
export function DraftScreen({ db, language, draftKey, place }: Props) {
  const t = texts(language)
  const [opened, setOpened] = useState<Opened | 'gone' | 'elsewhere'>()
  useEffect(() => {
    // While the person reads, the form engine is fetched and evaluated.
    void loadPageScreen()
    return openAlone(db, draftKey, setOpened)
  }, [db, draftKey])
  if (opened === undefined) return null
  if (opened === 'gone') return <Notice title={t.fault.draftGone} language={language} />
  if (opened === 'elsewhere') return <Notice title={t.fault.draftElsewhere} language={language} />
  return <OpenDraft {...opened} db={db} language={language} place={place} />
}

/** One tab edits a draft: two writers would overwrite each other's answers. */
function openAlone(db: Database, key: string, show: (opened: Opened | 'gone' | 'elsewhere') => void): () => void {
  let release = () => {}
  let isOver = false
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const open = async () => {
    const opened = await openSession(db, key)
    if (!isOver) show(opened)
    await held
  }
  if (navigator.locks === undefined) void open()
  else {
    void navigator.locks.request(`draft-${key}`, { ifAvailable: true }, async (lock) => {
      if (lock !== null) return open()
      if (!isOver) show('elsewhere')
      // The other tab may close, or an earlier screen of this one is just leaving: then it is our turn.
      void navigator.locks.request(`draft-${key}`, () => (isOver ? undefined : open()))
    })
  }
  return () => {
    isOver = true
    release()
  }
}

async function openSession(db: Database, key: string): Promise<Opened | 'gone'> {
  const draft = await readDraft(db, key)
  if (draft === undefined) return 'gone'
  const edition = await loadEdition(draft.questionnaire)
  return edition === undefined ? 'gone' : { session: new DraftSession(db, draft), edition, form: readForm(edition) }
}

function OpenDraft({
  db,
  language,
  place,
  session,
  edition,
  form,
}: Opened & { db: Database; language: Language; place: Place }) {
  const [, go] = useLocation()
  const { draft } = useSyncExternalStore(session.subscribe, session.read)
  const base = `/draft/${draft.key}`
  useFlushOnLeave(session)
  const finish = async () => {
    if ((await session.flush()).kind === 'failed') return
    const at = new Date()
    const submissionId = uuidv7(at.getTime(), crypto.getRandomValues(new Uint8Array(10)))
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const { submissionId: made } = await submitDraft(db, draft.key, edition, form, {
      submissionId,
      at,
      timeZone,
      build,
    })
    requestSync(db)
    go(`/result/${made}`, { replace: true })
  }
  return (
    <>
      <SaveLine session={session} language={language} />
      <Suspense fallback={null}>
        {place === 'hub' && <HubScreen language={language} draft={draft} form={form} edition={edition} />}
        {place === 'review' && (
          <ReviewScreen
            language={language}
            draft={draft}
            form={form}
            edition={edition}
            faults={faultsOf(form, edition, draft, { completedYear: new Date().getFullYear() })}
            onFinish={finish}
            onReasons={(checkReasons) => session.set({ checkReasons })}
          />
        )}
        {place === 'consent' && (
          <ConsentIntro
            db={db}
            language={language}
            edition={edition}
            onStart={() => go(`${base}/page/${form.consent?.pages[0]?.name ?? ''}`)}
          />
        )}
        {typeof place === 'object' && (
          <PageOfDraft
            session={session}
            edition={edition}
            form={form}
            draft={draft}
            name={place.page}
            language={language}
          />
        )}
      </Suspense>
    </>
  )
}

function useFlushOnLeave(session: DraftSession): void {
  useEffect(() => {
    const flush = () => void session.flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (session.read().saveState.kind === 'failed') event.preventDefault()
    }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', warn)
    }
  }, [session])
}

function PageOfDraft({
  session,
  edition,
  form,
  draft,
  name,
  language,
}: Opened & { draft: Draft; name: string; language: Language }) {
  const [, go] = useLocation()
  const page = form.pages.find((candidate) => candidate.name === name)
  const base = `/draft/${draft.key}`
  const fromReview = new URLSearchParams(window.location.search).get('from') === 'review'
  const section = useMemo(() => sectionOf(form, name), [form, name])
  useEffect(() => {
    if (page !== undefined) session.set({ page: name })
  }, [session, name, page])
  if (page === undefined || section === undefined)
    return <Notice title={texts(language).page.notThere} language={language} />
  const shownPages = (of: Section): Page[] => {
    const { answers } = session.read().draft
    const visible = visibleQuestions(form, answers)
    return of.pages.filter((each) => isShown(each, visible))
  }
  const neighbour = (step: 1 | -1) => {
    const pages = shownPages(section)
    return pages[pages.findIndex((each) => each.name === name) + step]
  }
  const proceed = (step: 1 | -1) => {
    const next = neighbour(step)
    if (fromReview && step === 1) return go(`${base}/review#${name}`)
    if (next !== undefined) return go(`${base}/page/${next.name}`)
    go(`${base}/hub`)
  }
  return (
    <PageScreen
      key={`${name}-${language}`}
      session={session}
      edition={edition}
      form={form}
      page={page}
      language={language}
      caption={inLanguage(section.title, language)}
      onNext={() => proceed(1)}
      onBack={() => proceed(-1)}
      onExit={() => void session.flush().then(() => go('/'))}
    />
  )
}

function sectionOf(form: Form, page: string): Section | undefined {
  const all = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  return all.find((section) => section.pages.some((each) => each.name === page))
}
