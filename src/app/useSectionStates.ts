import { useEffect, useState } from 'react'
import { judgedNow, type OpenDraft } from './openDraft.ts'
import { type SectionState, sectionStates } from './sectionState.ts'

/** So long nobody must have typed or chosen anything. */
const pauseMs = 500

/**
 * How far each section is, and the consent, read in the pauses of answering, so that no key waits for it; who asks draws
 * again only when a state has changed. Undefined until the first pause.
 */
export function useSectionStates(open: OpenDraft): SectionState[] | undefined {
  const { session, form, edition, earlier } = open
  const [states, setStates] = useState<SectionState[]>()
  useEffect(() => {
    const read = () => {
      const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
      const now = sectionStates(form, edition, session.read().draft, judgedNow({ earlier }), sections)
      setStates((before) => (before !== undefined && isSame(before, now) ? before : now))
    }
    let timer = setTimeout(read, pauseMs)
    const unsubscribe = session.subscribeDraft(() => {
      clearTimeout(timer)
      timer = setTimeout(read, pauseMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, form, edition, earlier])
  return states
}

function isSame(before: readonly SectionState[], now: readonly SectionState[]): boolean {
  return now.every(({ status, pending, page }, at) => {
    const other = before[at]
    return other?.status === status && other.pending === pending && other.page === page
  })
}
