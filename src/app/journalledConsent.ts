import { consentVariables } from '#domain/consent.ts'
import type { Form } from '#domain/form.ts'
import type { Database, Draft } from './database.ts'

/**
 * The consent of a draft that does not say under which notice it was given: when it was is in the journal; null where
 * it was not given at all.
 */
export async function journalledConsent(
  db: Database,
  draftKey: string,
  form: Form,
): Promise<NonNullable<Draft['consent']> | null> {
  const variables = new Set(consentVariables(form))
  const events = await db.journal.where('draftKey').equals(draftKey).toArray()
  const at = events.findLast(({ variable }) => variables.has(variable))?.at
  return at === undefined ? null : { noticeVersion: 'unknown', at }
}
