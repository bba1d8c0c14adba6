import { type Ref, useSyncExternalStore } from 'react'
import type { Fault } from '#domain/fault.ts'
import type { Form } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { captureTexts } from '#ui/captureTexts.ts'
import { texts } from '#ui/texts.ts'
import { reasonFor, withReason } from '../checkReasons.ts'
import type { DraftSession } from '../draftSession.ts'
import { namedMessage, placeOf, tableOf } from '../faultPlace.ts'
import { keyOf } from '../pageFaults.ts'
import { ConfirmFault } from './ConfirmFault.tsx'
import styles from './PageFaultSummary.module.css'

type Props = { ref: Ref<HTMLDivElement>; form: Form; faults: readonly Fault[]; language: Language; onGoOn: () => void }

/** What keeps a page from being left without a word: each fault with the way to it, and the way past them all. */
export function ErrorSummary({ ref, form, faults, language, onGoOn }: Props) {
  const t = texts(language).page
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-labelledby="faults" className={styles.errors}>
      <h2 id="faults">✕ {t.errorSummary(faults.length)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={keyOf(fault)}>
            <FaultAnchor form={form} fault={fault} language={language} />
          </li>
        ))}
      </ul>
      <Button kind="secondary" onClick={onGoOn}>
        {t.fixLater}
      </Button>
    </div>
  )
}

type WarningProps = Props & { session: DraftSession }

/** Unlikely answers, asked about once: correct, confirm with or without a reason, or simply go on. */
export function WarningSummary({ ref, session, form, faults, language, onGoOn }: WarningProps) {
  const t = captureTexts(language).warnings
  const read = () => faults.map((fault) => reasonFor(session.read().draft, fault))
  // As text, which tells the same reasons from others: nothing is drawn again at the keys of an answer.
  useSyncExternalStore(session.subscribeDraft, () => JSON.stringify(read()))
  const reasons = read()
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-labelledby="warnings" className={styles.warnings}>
      <h2 id="warnings">! {t.title(faults.length)}</h2>
      <p>{t.hint}</p>
      <ul>
        {faults.map((fault, at) => (
          <li key={keyOf(fault)}>
            <FaultAnchor form={form} fault={fault} language={language} />
            <ConfirmFault
              language={language}
              name={fault.id}
              reason={reasons[at]}
              onReason={(reason) => session.set({ checkReasons: withReason(session.read().draft, fault, reason) })}
            />
          </li>
        ))}
      </ul>
      <Button kind="secondary" onClick={onGoOn}>
        {t.goOn}
      </Button>
    </div>
  )
}

function FaultAnchor({ form, fault, language }: Pick<Props, 'form' | 'language'> & { fault: Fault }) {
  const place = placeOf(fault)
  return (
    <a
      href={`#${place}`}
      onClick={(event) => {
        event.preventDefault()
        focusOn(place)
      }}
    >
      {faultTitle(form, fault, language)}
    </a>
  )
}

/** Two questions may lack the same thing: the link says which one it leads to. */
function faultTitle(form: Form, fault: Fault, language: Language): string {
  const about = tableOf(form, fault) ?? form.question(fault.variables[0] ?? '')
  const name = inLanguage(about?.short ?? about?.title, language)
  return name === '' ? fault.message[language] : namedMessage(name, fault.message[language])
}

/** Gives the input at a place the focus; false when it is not on the page. */
export function focusOn(place: string): boolean {
  const block = document.getElementById(place)
  block?.scrollIntoView({ block: 'center' })
  block?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
  return block !== null
}
