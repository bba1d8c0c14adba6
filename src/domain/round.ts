import * as z from 'zod/mini'
import { dayInColombia } from './day.ts'

const calendarDay = z.iso.date()
const roundId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/,
      'must be 1 to 40 letters, digits, - or _, beginning with a letter or digit',
    ),
  )

/** Where everything goes while nobody answers for the data; no other round may have this name. */
export const trialRoundId = 'trial'

/**
 * A dated campaign: which edition is asked of which version of the register, and between which days (both inclusive,
 * Colombian calendar). A trial round collects what must never enter the census.
 */
export const Round = z.object({
  roundId,
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  questionnaire: z.object({ id: z.string().check(z.minLength(1)), edition: z.int().check(z.gte(1)) }),
  registerVersion: z.int().check(z.gte(0)),
  opensOn: calendarDay,
  closesOn: z.nullable(calendarDay),
  status: z.enum(['open', 'closed']),
  trial: z.boolean(),
})
export type Round = z.infer<typeof Round>

/** What a person writes to open or change a round; whatever is left out keeps its value, or takes the obvious one. */
export const RoundFile = z.strictObject({
  roundId,
  title: z.optional(Round.shape.title),
  questionnaire: z.optional(Round.shape.questionnaire),
  registerVersion: z.optional(z.int().check(z.gte(1))),
  opensOn: z.optional(calendarDay),
  closesOn: z.optional(z.nullable(calendarDay)),
  status: z.optional(Round.shape.status),
})
export type RoundFile = z.infer<typeof RoundFile>

/** The sentences that say what a round file lacks or what it may not say; empty when nothing is wrong. */
export function faultsOfRound(round: Round): string[] {
  if (round.closesOn !== null && round.closesOn < round.opensOn) {
    return [`closesOn ${round.closesOn} is before opensOn ${round.opensOn}.`]
  }
  return []
}

/** The round that asks this edition at this moment; undefined when there is none. */
export function roundInForce(
  rounds: readonly Round[],
  questionnaire: Round['questionnaire'],
  at: Date,
): Round | undefined {
  const day = dayInColombia(at)
  return rounds.find(
    (round) =>
      round.status === 'open' &&
      round.questionnaire.id === questionnaire.id &&
      round.questionnaire.edition === questionnaire.edition &&
      round.opensOn <= day &&
      (round.closesOn === null || day <= round.closesOn),
  )
}
