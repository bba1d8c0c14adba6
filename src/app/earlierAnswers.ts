import { type Answered, answerOf } from '#domain/answers.ts'
import type { Database, Draft } from './database.ts'
import { earlierSubmissions, type NamedCluster } from './earlier.ts'

/** What a cluster answered in its last assessment that this device knows of, and the year it speaks of. */
export type EarlierAnswers = Answered & { year: number }

type Assessment = NamedCluster & Pick<Draft, 'questionnaire' | 'startedAt' | 'parentId'>

/** Undefined where the device knows of no earlier assessment with the same questionnaire. */
export async function readEarlierAnswers(db: Database, assessment: Assessment): Promise<EarlierAnswers | undefined> {
  const all = await earlierSubmissions(db, assessment, assessment.startedAt, assessment.parentId)
  const newest = all.find(({ submission }) => submission.questionnaire.id === assessment.questionnaire.id)?.submission
  if (newest === undefined) return undefined
  const { answers, nonresponse, completedAt } = newest
  const year = answerOf(answers, 'ref_year')
  return { answers, nonresponse, year: typeof year === 'number' ? year : Number(completedAt.slice(0, 4)) }
}
