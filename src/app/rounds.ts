import { type Database, readFact } from './database.ts'

/** What a round is called, as the census last said; its id when it no longer speaks of it; undefined without a round. */
export async function roundTitle(db: Database, roundId: string | null): Promise<string | undefined> {
  if (roundId === null) return undefined
  const census = await readFact(db, 'census')
  return census?.rounds.find((round) => round.roundId === roundId)?.title ?? roundId
}
