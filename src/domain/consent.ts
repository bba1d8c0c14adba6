import type { Answered } from './answers.ts'
import type { Form } from './form.ts'

/** Whether the answers may leave the device. A form that does not ask is made to be sent. */
export function maySend(form: Form, { answers }: Pick<Answered, 'answers'>): boolean {
  return form.question('consent_network') === undefined || answers.consent_network === 'yes'
}
