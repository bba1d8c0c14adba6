import { type Answered, answerOf, nonAnswerOf } from './answers.ts'
import { type Form, questionsOf } from './form.ts'

const sharing = 'consent_network'

/** Whether the form asks for leave to send its answers; one that does not is made to be sent. */
export function asksForConsent(form: Form): boolean {
  return form.question(sharing) !== undefined
}

/** Whether the answers may leave the device. */
export function maySend(form: Form, { answers }: Pick<Answered, 'answers'>): boolean {
  return !asksForConsent(form) || answerOf(answers, sharing) === 'yes'
}

/** Whether somebody was asked for leave to send and gave anything but a yes; needs no form. */
export function wasWithheld({ answers, nonresponse }: Answered): boolean {
  const said = answerOf(answers, sharing)
  return (said !== undefined && said !== 'yes') || nonAnswerOf(nonresponse, sharing) !== undefined
}

/** Whether a variable is part of what was read and authorised, and so of what the time of the consent belongs to. */
export function isConsent(variable: string): boolean {
  return variable === 'notice_read' || variable.startsWith('consent_')
}

/** The questions by which a person consents; what a consent section asks besides them, such as a name, is no consent. */
export function consentVariables(form: Form): string[] {
  const all = form.consent?.pages.flatMap(questionsOf).map(({ name }) => name) ?? []
  const named = all.filter(isConsent)
  return named.length > 0 ? named : all
}
