import { type Answers, answerOf } from '#domain/answers.ts'
import { consentVariables } from '#domain/consent.ts'
import type { Form } from '#domain/form.ts'
import { type Database, type DeviceFacts, readFact } from './database.ts'
import type { DraftSession } from './draftSession.ts'
import { whenIdle } from './idle.ts'

/**
 * The version of the privacy notice as it stands on this device: `trial` where the census has named nobody who answers
 * for the data, `unknown` where the census was never heard, and so nothing of it is known.
 */
export function noticeVersionOf(census: DeviceFacts['census'] | undefined): string {
  return census === undefined ? 'unknown' : (census.controller?.noticeVersion ?? 'trial')
}

/**
 * Keeps with the draft which notice stood on this device when a question of consent was answered, and when that was,
 * as long as those questions are shown. In a pause: the answer itself must be on screen and on the disk first.
 *
 * @returns ends it; what waits for a pause is kept then
 */
export function keepConsentProof(
  db: Database,
  session: DraftSession,
  form: Form,
  now: () => Date = () => new Date(),
): () => void {
  const variables = consentVariables(form)
  let given = answersTo(variables, session.read().draft.answers)
  let answeredAt: string | undefined
  let callOff = () => {}
  const keep = () => {
    callOff()
    if (answeredAt === undefined) return
    const at = answeredAt
    answeredAt = undefined
    readFact(db, 'census').then(
      (census) => session.set({ consent: { noticeVersion: noticeVersionOf(census), at } }),
      // The journal has the answers with their time all the same.
      () => undefined,
    )
  }
  const unsubscribe = session.subscribeDraft(() => {
    const next = answersTo(variables, session.read().draft.answers)
    if (next.every((answer, place) => answer === given[place])) return
    given = next
    answeredAt = now().toISOString()
    callOff()
    callOff = whenIdle(keep)
  })
  return () => {
    unsubscribe()
    keep()
  }
}

function answersTo(variables: readonly string[], answers: Answers): unknown[] {
  return variables.map((name) => answerOf(answers, name))
}
