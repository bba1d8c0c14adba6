import type { Database, Draft } from './database.ts'
import { listDrafts } from './drafts.ts'
import { withoutAccents } from './withoutAccents.ts'

/** What a draft is about: the same cluster in the same round with the same questionnaire is the same assessment. */
export type Assessment = {
  questionnaireId: string
  roundId: string | null
  /** null for a cluster outside of the register: then its name decides */
  clusterId: string | null
  clusterName: string
}

/** The newest draft of the same assessment that is already here: to open a second one must be a person's decision. */
export async function existingDraft(db: Database, assessment: Assessment): Promise<Draft | undefined> {
  const { questionnaireId, roundId, clusterId, clusterName } = assessment
  const name = plain(clusterName)
  return (await listDrafts(db)).find(
    (draft) =>
      draft.questionnaire.id === questionnaireId &&
      // One that was begun before any round was known gets the round in force when it is submitted.
      (draft.roundId === roundId || draft.roundId === null) &&
      draft.clusterId === clusterId &&
      (clusterId !== null || plain(draft.clusterName) === name),
  )
}

function plain(name: string): string {
  return withoutAccents(name).trim().replace(/\s+/g, ' ')
}
