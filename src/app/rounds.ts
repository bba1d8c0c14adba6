import { trialRoundId } from '#domain/round.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { type Database, readFact } from './database.ts'

/** What a round is called on this device; undefined for an assessment without one, or one that the census closed away. */
export async function roundTitle(
  db: Database,
  roundId: string | null,
  language: Language,
): Promise<string | undefined> {
  if (roundId === null) return undefined
  if (roundId === trialRoundId) return texts(language).topBar.trialRound
  const census = await readFact(db, 'census')
  return census?.rounds.find((round) => round.roundId === roundId)?.title ?? roundId
}
