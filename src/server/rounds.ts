import { dayInColombia } from '#domain/day.ts'
import type { Round } from '#domain/round.ts'
import type { Editions } from './editions.ts'
import type { Directory } from './store/store.ts'

/** Where everything goes while nobody answers for the data: it never enters the census. */
export const trialRoundId = 'trial'

/** The rounds that devices are told of: in trial mode the trial round alone. */
export function roundsOf(directory: Directory, editions: Editions, startedAt: string): Round[] {
  if (directory.controller !== null) return [...directory.rounds]
  const edition = editions.newestScored
  if (edition === undefined) return []
  return [
    {
      roundId: trialRoundId,
      title: 'Modo de prueba',
      questionnaire: { id: edition.id, edition: edition.edition },
      registerVersion: directory.register.version,
      opensOn: dayInColombia(new Date(startedAt)),
      closesOn: null,
      status: 'open',
      trial: true,
    },
  ]
}
