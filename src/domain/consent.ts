import type { Answered } from './answers.ts'
import type { Form } from './form.ts'

/** Whether the answers may leave the device. A form that does not ask is made to be sent. */
export function maySend(form: Form, { answers }: Pick<Answered, 'answers'>): boolean {
  return form.question('consent_network') === undefined || answers.consent_network === 'yes'
}

/** Whether a variable is part of what was read and authorised, and so of what the time of the consent belongs to. */
export function isConsent(variable: string): boolean {
  return variable === 'notice_read' || variable.startsWith('consent_')
}
