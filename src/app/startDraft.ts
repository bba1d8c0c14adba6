import type { ListedEdition } from 'virtual:editions'
import { type Form, readForm } from '#domain/form.ts'
import { type Known, prefilledAnswers } from '#domain/prefill.ts'
import type { Database, Draft } from './database.ts'
import { openDraft } from './drafts.ts'

type Beginning = Pick<Draft, 'roundId' | 'clusterName' | 'mode' | 'language'>

/** Opens a draft with the answers that are known already; a cluster outside of the register has no id. */
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
  const draft = await openDraft(db, { ...beginning, questionnaire, clusterId, answers }, made)
  return { draft, form }
}
