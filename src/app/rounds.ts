import { roundInForce, trialRoundId } from '#domain/round.ts'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { type Database, type DeviceFacts, type Draft, readFact } from './database.ts'

/**
 * What a round is called, as the census last said; its id when it no longer speaks of it. Undefined without a round,
 * before the census was heard, and for a trial that is over, whose id would say nothing. The census gives titles in one
 * language: that of a trial is ours.
 */
export async function roundTitle(
  db: Database,
  roundId: string | null,
  language: Language,
): Promise<string | undefined> {
  if (roundId === null) return undefined
  const census = await readFact(db, 'census')
  if (census === undefined) return undefined
  const listed = census.rounds.find((round) => round.roundId === roundId)
  if (roundId === trialRoundId) return listed && texts(language).banner.trialRound
  return listed?.title ?? roundId
}

/**
 * The id of the round that a questionnaire is asked in, as far as the device has heard; null when none is known.
 *
 * @param now by the tablet's clock, which is put right by what the census said of it
 */
export function roundIdOf(
  census: DeviceFacts['census'] | undefined,
  questionnaire: Draft['questionnaire'],
  now: Date,
): string | null {
  if (census === undefined) return null
  const at = new Date(now.getTime() + census.clockOffsetMs)
  return roundInForce(census.rounds, questionnaire, at)?.roundId ?? null
}
