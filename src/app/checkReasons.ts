import { answerOf, nonAnswerOf } from '#domain/answers.ts'
import type { Fault } from '#domain/fault.ts'
import type { Draft } from './database.ts'

/** Why an unlikely answer is right. */
export type Reason = { code: string; text: string }

type Judged = Pick<Draft, 'answers' | 'nonresponse' | 'checkReasons'>

/** Why this is right as it is now: what was said of other values says nothing of these. */
export function reasonFor(draft: Judged, fault: Fault): Reason | undefined {
  const { checkReasons } = draft
  const given = Object.hasOwn(checkReasons, fault.id) ? checkReasons[fault.id] : undefined
  return given?.values === valuesOf(draft, fault) ? { code: given.code, text: given.text } : undefined
}

/** The reasons of a draft with this one; undefined takes it back. */
export function withReason(draft: Judged, fault: Fault, reason: Reason | undefined): Draft['checkReasons'] {
  const { [fault.id]: _before, ...others } = draft.checkReasons
  return reason === undefined ? others : { ...others, [fault.id]: { ...reason, values: valuesOf(draft, fault) } }
}

/** What was said in a submission, as a draft with the same answers holds it. */
export function withReasonsOf(
  draft: Judged,
  faults: readonly Fault[],
  reasons: Record<string, Reason>,
): Draft['checkReasons'] {
  return faults.reduce<Draft['checkReasons']>(
    (checkReasons, fault) => withReason({ ...draft, checkReasons }, fault, reasons[fault.id]),
    {},
  )
}

/** The reasons that go out with the answers: those for what is still unlikely, and still as it was when it was confirmed. */
export function reasonsToSend(draft: Judged, faults: readonly Fault[]): Record<string, Reason> {
  return Object.fromEntries(
    faults.flatMap((fault) => {
      const reason = fault.severity === 'soft' ? reasonFor(draft, fault) : undefined
      return reason === undefined ? [] : [[fault.id, reason]]
    }),
  )
}

function valuesOf({ answers, nonresponse }: Judged, { variables }: Fault): string {
  return JSON.stringify(variables.map((each) => answerOf(answers, each) ?? nonAnswerOf(nonresponse, each) ?? null))
}
