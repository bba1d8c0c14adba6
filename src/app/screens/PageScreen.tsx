import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Page } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { captureTexts } from '#ui/captureTexts.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { texts } from '#ui/texts.ts'
import { afterFrame, whenIdle } from '../idle.ts'
import type { OpenDraft } from '../openDraft.ts'
import { faultsWhenLeaving, noFaults, type PageFaults, stillThere, toAsk } from '../pageFaults.ts'
import type { PageModel } from '../pageModel.ts'
import type { PageModels } from '../pageModels.ts'
import { usePageModel } from '../usePageModel.ts'
import { useTitle } from '../useTitle.ts'
import { ErrorSummary, focusOn, WarningSummary } from './PageFaultSummary.tsx'
import styles from './PageScreen.module.css'
import { PanelBlock } from './PanelBlock.tsx'
import { QuestionBlock } from './QuestionBlock.tsx'
import { SpeechSign } from './QuestionWords.tsx'
import { SectionCaption } from './SectionCaption.tsx'

type Props = OpenDraft & {
  models: PageModels
  page: Page
  /** false while it is drawn ahead, out of sight */
  isShown: boolean
  /** how many of its elements are drawn so far */
  drawn: number
  /** what the tablet's own keyboard covers of the page's lower end, in CSS pixels */
  keyboardHeight: number
  language: Language
  onNext: () => void
  onBack: () => void
  onExit: () => void
}

/** One page of questions. Faults are shown when leaving, never while typing, and can be deferred. */
export function PageScreen({ models, page, isShown, drawn, language, ...rest }: Props) {
  const { keyboardHeight, onNext, onBack, onExit, ...open } = rest
  const { session, form } = open
  const main = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const model = usePageModel(models, page, isShown)
  const [faults, setFaults] = useFaults(model, open, page)
  useTitle(isShown ? inLanguage(page.title, language) : undefined, language, faults.hard.length > 0)
  // Before the page is painted: a page that jumps to its top a moment later takes the first tap for another one.
  useLayoutEffect(() => {
    if (!isShown) return undefined
    const asked = decodeURIComponent(window.location.hash.slice(1))
    if (asked !== '' && focusOn(asked)) return undefined
    window.scrollTo(0, 0)
    // The heading takes the focus once the page is seen: that lays it out again. Whoever is in it by then stays there.
    return afterFrame(() => {
      if (main.current?.contains(document.activeElement) === false) heading.current?.focus({ preventScroll: true })
    })
  }, [isShown])

  const proceed = ({ detail }: MouseEvent) => {
    // The second of two quick taps answers nothing that the first has brought up.
    if (detail > 1) return
    // Nobody leaves a page of which a part has not been seen.
    if (!model.isWhole) return void models.join(page).catch(() => undefined)
    const found = toAsk(faultsWhenLeaving(model, open, page), session.read().draft)
    // What is only unlikely is asked about once; who presses again has seen it.
    const isAsked =
      found.hard.length === 0 && found.soft.every(({ id }) => faults.soft.some((other) => other.id === id))
    if (isAsked) return onNext()
    setFaults(found)
    requestAnimationFrame(() => summary.current?.focus())
  }
  const shared = { ref: summary, form, language, onGoOn: onNext }
  return (
    <>
      <main ref={main} className={styles.page} id={isShown ? 'main' : undefined}>
        {faults.hard.length > 0 && <ErrorSummary {...shared} faults={faults.hard} />}
        {faults.hard.length === 0 && faults.soft.length > 0 && (
          <WarningSummary {...shared} session={session} faults={faults.soft} />
        )}
        <SectionCaption {...open} pageName={page.name} language={language} />
        <h1 ref={heading} tabIndex={-1} className={styles.heading}>
          {inLanguage(page.title, language)}
        </h1>
        {form.consent?.pages.includes(page) === true && (
          <Link href="/privacy" className={styles.privacy}>
            {draftTexts(language).controller.readNotice}
          </Link>
        )}
        {session.read().draft.mode === 'interview' && (
          <p className={styles.readAloud}>
            <SpeechSign />
            {captureTexts(language).readAloudHint}
          </p>
        )}
        <Elements {...open} page={page} drawn={drawn} model={model} language={language} faults={faults} />
      </main>
      <PageBar keyboardHeight={keyboardHeight} language={language} onBack={onBack} onExit={onExit} onNext={proceed} />
    </>
  )
}

/** The faults that are shown. One that was mended goes at once; a new one is only said when the page is left. */
function useFaults(model: PageModel, open: OpenDraft, page: Page) {
  const [faults, setFaults] = useState<PageFaults>(noFaults)
  const { session } = open
  const hasAny = faults.hard.length + faults.soft.length > 0
  const look = useRef(() => {})
  useEffect(() => {
    look.current = () => setFaults((shown) => stillThere(shown, faultsWhenLeaving(model, open, page)))
  })
  useEffect(() => {
    if (!hasAny) return
    let callOff = () => {}
    const unsubscribe = session.subscribeDraft(() => {
      callOff()
      callOff = whenIdle(() => look.current())
    })
    return () => {
      callOff()
      unsubscribe()
    }
  }, [session, hasAny])
  return [faults, setFaults] as const
}

type ElementsProps = OpenDraft & {
  page: Page
  drawn: number
  model: PageModel
  language: Language
  faults: PageFaults
}

function Elements({ page, drawn, model, session, earlier, language, faults }: ElementsProps) {
  // What is no number its box says itself.
  const said = faults.hard.filter(({ id }) => id !== 'unread')
  const errors = new Map(said.map((fault) => [fault.variables[0] ?? '', fault.message[language]]))
  const unlikely = new Set(faults.hard.length > 0 ? [] : faults.soft.flatMap(({ variables }) => variables))
  const shared = { model, session, earlier, language }
  const waiting = page.elements.findIndex((element) => !model.canAsk(element))
  const ready = waiting === -1 ? page.elements : page.elements.slice(0, waiting)
  return ready.slice(0, drawn).map((element) => {
    if (element.kind === 'panel') {
      return <PanelBlock key={element.name} {...shared} panel={element} errors={errors} unlikely={unlikely} />
    }
    if (!model.isVisible(element.name)) return null
    const marks = { error: errors.get(element.name), isUnlikely: unlikely.has(element.name) }
    return <QuestionBlock key={element.name} {...shared} {...marks} question={element} isRow={false} />
  })
}

type BarProps = {
  keyboardHeight: number
  language: Language
  onBack: () => void
  onExit: () => void
  onNext: (press: MouseEvent) => void
}

/** Back, out, on. While the tablet's keyboard takes half the screen, only the way to close it. */
function PageBar({ keyboardHeight, language, onBack, onExit, onNext }: BarProps) {
  const t = texts(language).page
  if (keyboardHeight > 0) {
    const close = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    return (
      <footer className={styles.bar} style={{ bottom: keyboardHeight }}>
        <Button kind="secondary" onClick={close}>
          {captureTexts(language).done}
        </Button>
      </footer>
    )
  }
  return (
    <footer className={styles.bar}>
      <Button kind="secondary" onClick={onBack}>
        {t.back}
      </Button>
      <Button kind="plain" onClick={onExit}>
        {t.saveAndExit}
      </Button>
      <Button kind="primary" onClick={onNext}>
        {t.continue}
      </Button>
    </footer>
  )
}
