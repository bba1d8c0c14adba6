import type { ListedEdition } from 'virtual:editions'
import { readForm } from '#domain/form.ts'
import { type Known, prefilledAnswers } from '#domain/prefill.ts'
import type { Database, Draft } from './database.ts'
import { beginDraft, type Made, storeNewDraft } from './drafts.ts'
import type { BegunDraft } from './openDraft.ts'
import { readActiveProfile } from './profiles.ts'

type Beginning = Pick<Draft, 'roundId' | 'clusterName' | 'mode' | 'language'> & Partial<Pick<Draft, 'enumerator'>>

/**
 * Opens a draft with the answers that are known already; a cluster outside of the register has no id. An interview
 * carries the name of the profile that works with the device. When it resolves, the draft is on the disk.
 */
export async function startDraft(
  db: Database,
  listed: ListedEdition,
  beginning: Beginning,
  known: Known,
  made: Made,
): Promise<Draft> {
  const profile = beginning.mode === 'interview' ? await readActiveProfile(db) : undefined
  const { draft } = await prepareDraft(listed, { ...beginning, enumerator: profile?.name ?? null }, known, made)
  await storeNewDraft(db, draft)
  return draft
}

/** A draft as it begins, with the answers that are known already; not on the disk yet. */
export async function prepareDraft(
  listed: ListedEdition,
  beginning: Beginning,
  known: Known,
  made: Made,
): Promise<BegunDraft> {
  const edition = await listed.load()
  const form = readForm(edition)
  const questionnaire = { id: listed.id, edition: listed.edition }
  const answers = prefilledAnswers(edition, form, known, made.at.getFullYear())
  const clusterId = known.cluster?.clusterId ?? null
  return { draft: beginDraft({ ...beginning, questionnaire, clusterId, answers }, made), edition, form }
}
