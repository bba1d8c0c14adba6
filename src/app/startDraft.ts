import type { ListedEdition } from 'virtual:editions'
import { type Form, readForm } from '#domain/form.ts'
import { type Known, prefilledAnswers } from '#domain/prefill.ts'
import type { Database, Draft } from './database.ts'
import { openDraft } from './drafts.ts'
import { readActiveProfile } from './profiles.ts'

type Beginning = Pick<Draft, 'roundId' | 'clusterName' | 'mode' | 'language'>

/**
 * Opens a draft with the answers that are known already; a cluster outside of the register has no id. An interview
 * carries the name of the profile that works with the device.
 */
export async function startDraft(
  db: Database,
  listed: ListedEdition,
  beginning: Beginning,
  known: Known,
  made: { key: string; at: Date },
): Promise<{ draft: Draft; form: Form }> {
  const edition = await listed.load()
  const form = readForm(edition)
  const questionnaire = { id: listed.id, edition: listed.edition }
  const answers = prefilledAnswers(edition, form, known, made.at.getFullYear())
  const clusterId = known.cluster?.clusterId ?? null
  const profile = beginning.mode === 'interview' ? await readActiveProfile(db) : undefined
  const enumerator = profile?.name ?? null
  const draft = await openDraft(db, { ...beginning, questionnaire, clusterId, answers, enumerator }, made)
  return { draft, form }
}
