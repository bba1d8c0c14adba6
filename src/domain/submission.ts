import * as z from 'zod/mini'
import type { Answered, Answers, NonAnswers } from './answers.ts'
import type { Edition } from './edition.ts'
import { DeviceId } from './protocol.ts'
import { isPlainlyResult, Result } from './result.ts'
import { score } from './scoring.ts'

const Instant = z.iso.datetime()

/** Lower case only: two spellings of one id would be two submissions. */
const SubmissionId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
const Seq = z.int().check(z.positive())

const shortText = z.string().check(z.maxLength(200))
const note = z.string().check(z.maxLength(2000))

/** The questionnaire and edition that, with the answers, determine the result for ever. */
export const QuestionnaireRef = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  edition: z.int().check(z.positive()),
})
export type QuestionnaireRef = z.infer<typeof QuestionnaireRef>

/**
 * An immutable completed assessment, or a revision of one (`parentId`), in wire format 1.
 *
 * Its bytes are its canonical JSON; what the server adds (reception, verdict, its own result) is never written into them.
 * Keys this build does not know are kept, so that a newer device is not refused.
 */
export const Submission = z.looseObject({
  format: z.literal(1),
  /** UUIDv7 made on the device, one per revision */
  submissionId: SubmissionId,
  parentId: z.nullable(SubmissionId),
  questionnaire: QuestionnaireRef,
  roundId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  /** null for a cluster that was named on the device and has no entry in the register */
  clusterId: z.nullable(z.string().check(z.regex(/^CL-\d{2}-\d{3}$/))),
  clusterName: z.string().check(z.minLength(1), z.maxLength(300)),
  deviceId: DeviceId,
  /** 1, 2, 3 … without gaps per device; null for one that may never be sent */
  seq: z.nullable(Seq),
  mode: z.enum(['self', 'interview']),
  language: z.enum(['es', 'en']),
  enumerator: z.nullable(shortText),
  /** instants of the device's clock, as it was; `clockOffsetMs` is server minus device, null when never heard */
  startedAt: Instant,
  completedAt: Instant,
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  clockOffsetMs: z.nullable(z.int()),
  // JSON by construction: it was parsed from JSON or is about to become it. Any key and any value: a loose object does
  // not look at them one by one, as a record does.
  answers: z.looseObject({}) as unknown as z.ZodMiniType<Answers>,
  nonresponse: z.record(z.string(), z.enum(['dk', 'refused', 'na'])) as unknown as z.ZodMiniType<NonAnswers>,
  notes: z.record(z.string(), note),
  /** why a soft check was passed over, by check */
  checkReasons: z.record(z.string(), z.object({ code: shortText, text: note })),
  /** null where the questionnaire asks for none */
  consent: z.nullable(z.object({ noticeVersion: shortText, at: Instant })),
  /** null for an unscored questionnaire */
  result: z.nullable(Result),
  /** a result was shown before these answers were final */
  sawResult: z.boolean(),
  app: z.looseObject({ build: z.string().check(z.maxLength(100)) }),
})
export type Submission = z.infer<typeof Submission>

// Four fifths of the time goes into copies of the two large parts.
const PlainSubmission = z.extend(Submission, {
  answers: z.custom<Answers>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  result: z.custom<Result | null>((value) => value === null || isPlainlyResult(value)),
})

/** Whether a value of JSON can be seen to be a {@link Submission}; where this says no, the schema still decides. */
export function isPlainlySubmission(value: unknown): value is Submission {
  return PlainSubmission.safeParse(value).success
}

/** Sent in the place of a submission that was deleted before it was sent, so that its `seq` leaves no gap. */
export const Tombstone = z.looseObject({
  format: z.literal(1),
  kind: z.literal('tombstone'),
  submissionId: SubmissionId,
  deviceId: DeviceId,
  seq: Seq,
  deletedAt: Instant,
})
export type Tombstone = z.infer<typeof Tombstone>

/** All of a submission that does not follow from the others. */
export type CompletedAssessment = Pick<
  Submission,
  | 'submissionId'
  | 'parentId'
  | 'roundId'
  | 'clusterId'
  | 'clusterName'
  | 'deviceId'
  | 'seq'
  | 'mode'
  | 'language'
  | 'enumerator'
  | 'startedAt'
  | 'completedAt'
  | 'timeZone'
  | 'clockOffsetMs'
  | 'notes'
  | 'checkReasons'
  | 'consent'
  | 'sawResult'
  | 'app'
> & { edition: Edition; answered: Answered }

/**
 * The submission of a completed assessment, scored with the rules of its edition.
 *
 * @param completed `answered` must already be reduced to the visible questions: hidden answers do not count
 * @throws when the answers are no valid input of the scoring rules: completion must not have been offered
 */
export function composeSubmission(completed: CompletedAssessment): Submission {
  const { edition, answered, ...facts } = completed
  return {
    ...facts,
    format: 1,
    questionnaire: { id: edition.id, edition: edition.edition },
    answers: answered.answers,
    nonresponse: answered.nonresponse,
    result: edition.scoring === undefined ? null : score(edition.scoring, answered),
  }
}
