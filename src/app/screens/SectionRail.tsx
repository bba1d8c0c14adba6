import {
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { Section } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { texts } from '#ui/texts.ts'
import { whenIdle } from '../idle.ts'
import type { OpenDraft } from '../openDraft.ts'
import type { SectionState } from '../sectionState.ts'
import { useSectionStates } from '../useSectionStates.ts'
import styles from './SectionRail.module.css'
import { sectionHref, sectionSigns } from './sectionSigns.ts'

type Props = OpenDraft & {
  language: Language
  /** id of the section on screen, or name of the place among them */
  here: string | undefined
  /** the hub says all of this already: there is no button for it where there is no room for both */
  isHub: boolean
}

const wideQuery = '(min-width: 1024px) and (orientation: landscape)'

/**
 * The hub in miniature beside the questions: at the left of a wide screen, elsewhere behind a button. Never the only
 * way. It reads the draft only in a pause, and draws only when a state has changed, so that no key waits for it.
 */
export const SectionRail = memo(function SectionRail({ isHub, here, ...rest }: Props) {
  // The page comes first: which section it is in may be marked a moment later.
  const props = { ...rest, here: useDeferredValue(here) }
  const isWide = useSyncExternalStore(subscribeToWidth, isWideNow)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const id = useId()
  const t = draftTexts(props.language).rail
  const rail = useRef<HTMLElement>(null)
  useHereInSight(rail, isWide ? props.here : undefined)
  if (isWide) {
    return (
      <nav ref={rail} className={styles.rail} aria-label={t.label}>
        <RailLinks {...props} />
      </nav>
    )
  }
  if (isHub) return null
  return (
    <nav className={styles.narrow} aria-label={t.label}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span> {t.button}
      </button>
      {isOpen && (
        <div id={id}>
          <RailLinks {...props} onFollow={close} />
        </div>
      )}
    </nav>
  )
})

/** Large letters may not leave room for all sections: the one that is on screen is then scrolled to. */
function useHereInSight(rail: RefObject<HTMLElement | null>, here: string | undefined): void {
  useEffect(
    () =>
      whenIdle(() => {
        const element = rail.current
        const row = here === undefined ? null : element?.querySelector<HTMLElement>('[aria-current]')
        if (element == null || row == null) return
        const { offsetTop, offsetHeight } = row
        const isInSight =
          offsetTop >= element.scrollTop && offsetTop + offsetHeight <= element.scrollTop + element.clientHeight
        if (!isInSight) element.scrollTop = offsetTop - (element.clientHeight - offsetHeight) / 2
      }),
    [rail, here],
  )
}

function subscribeToWidth(listener: () => void): () => void {
  const query = window.matchMedia(wideQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function isWideNow(): boolean {
  return window.matchMedia(wideQuery).matches
}

type LinksProps = Omit<Props, 'isHub'> & { onFollow?: () => void }

const RailLinks = memo(function RailLinks({ onFollow, ...props }: LinksProps) {
  const { session, form, language, here } = props
  const { rail, find } = draftTexts(language)
  const states = useSectionStates(props)
  const { consent, sections } = form
  const stateOf = (section: Section) => states?.find((state) => state.section === section)
  const showsConsent = consent !== undefined && (here === consent.id || stateOf(consent)?.status === 'with-errors')
  const toPlace = (name: 'hub' | 'find' | 'review', words: string) => {
    const href = `/draft/${session.read().draft.key}/${name}`
    return (
      <RailLink href={href} className={styles.link} isHere={here === name} onFollow={onFollow}>
        {words}
      </RailLink>
    )
  }
  return (
    <>
      <div className={styles.links}>
        {toPlace('hub', rail.hub)}
        {toPlace('find', find.link)}
        {toPlace('review', texts(language).hub.seeAll)}
      </div>
      <ol className={styles.list}>
        {(showsConsent ? [consent, ...sections] : sections).map((section) => (
          <li key={section.id}>
            <RailRow
              language={language}
              title={inLanguage(section.title, language)}
              state={stateOf(section)}
              href={sectionHref(session.read().draft.key, stateOf(section) ?? { page: section.pages[0] })}
              isHere={section.id === here}
              onFollow={onFollow}
            />
          </li>
        ))}
      </ol>
    </>
  )
})

type LinkProps = {
  href: string
  className: string | undefined
  isHere?: boolean
  onFollow: (() => void) | undefined
  children: ReactNode
}

/** A link that does not listen to where one is: nine that did would draw again at every page. */
function RailLink({ href, className, isHere, onFollow, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    navigate(href)
    onFollow?.()
  }
  return (
    <a href={href} className={className} aria-current={isHere === true ? 'step' : undefined} onClick={follow}>
      {children}
    </a>
  )
}

type RowProps = {
  language: Language
  title: string
  /** undefined until the first pause */
  state: SectionState | undefined
  href: string | undefined
  isHere: boolean
  onFollow: (() => void) | undefined
}

function RailRow({ language, title, state, href, isHere, onFollow }: RowProps) {
  const { hub } = texts(language)
  const words = (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.state} data-status={state?.status}>
        {state !== undefined && `${sectionSigns[state.status]} ${hub.states[state.status]}`}
        {(state?.pending ?? 0) > 0 && ` · ${draftTexts(language).rail.pending(state?.pending ?? 0)}`}
      </span>
    </>
  )
  if (href === undefined) return <div className={styles.row}>{words}</div>
  return (
    <RailLink href={href} className={styles.row} isHere={isHere} onFollow={onFollow}>
      {words}
    </RailLink>
  )
}
