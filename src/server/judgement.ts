import { asksForConsent } from '#domain/consent.ts'
import { dayInColombia } from '#domain/day.ts'
import { faultsOf } from '#domain/faults.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import type { Result } from '#domain/result.ts'
import type { Round } from '#domain/round.ts'
import { score } from '#domain/scoring.ts'
import type { Submission } from '#domain/submission.ts'
import { keepVisible, visibleQuestions } from '#domain/visible.ts'
import type { Editions, ReadyEdition } from './editions.ts'
import { resultsAgree } from './resultsAgree.ts'
import { trialRoundId } from './rounds.ts'
import { isIn } from './store/registerTables.ts'
import type { Device, Directory } from './store/store.ts'

/** Who brings a submission, and whether the device that made it was revoked. */
export type Sender = Device & { isAuthorRevoked: boolean }

/** What the server finds about a well-formed submission; a problem sends it to quarantine. */
export type Judgement = {
  problem: Problem | null
  flags: string[]
  roundId: string | null
  /** null where the server cannot score */
  serverResult: Result | null
  serverAgrees: boolean | null
}

/** Judges a submission by the same rules as the device, and against what only the server knows. */
export function judge(submission: Submission, sender: Sender, directory: Directory, editions: Editions): Judgement {
  const flags: string[] = []
  if (submission.deviceId !== sender.deviceId) flags.push('carried')
  const round = judgeRound(submission, directory, flags)
  const ready = editions.find(submission.questionnaire.id, submission.questionnaire.edition)
  const answers = ready === undefined ? unknownEdition(submission) : judgeAnswers(submission, ready)
  if (answers.serverAgrees === false) flags.push('result_differs')
  const problem = problemOfSender(sender) ?? problemOfCluster(submission, sender, directory) ?? answers.problem
  return { ...answers, problem, flags, roundId: round }
}

/** None of this is refused: the device may have been away for months, with a draft of then. The census team decides. */
function judgeRound(submission: Submission, directory: Directory, flags: string[]): string | null {
  const { roundId, questionnaire } = submission
  if (directory.controller === null) return trialRoundId
  if (roundId === null || roundId === trialRoundId) return roundId
  const round = directory.rounds.find((known) => known.roundId === roundId)
  if (round === undefined) {
    flags.push('round_unknown')
    return roundId
  }
  if (isLate(submission, round)) flags.push('late')
  const { id, edition } = round.questionnaire
  if (questionnaire.id !== id || questionnaire.edition !== edition) flags.push('questionnaire_differs')
  return roundId
}

function isLate({ completedAt }: Submission, { status, closesOn }: Round): boolean {
  return status === 'closed' || (closesOn !== null && dayInColombia(new Date(completedAt)) > closesOn)
}

function problemOfSender(sender: Sender): Problem | null {
  return sender.isRevoked || sender.isAuthorRevoked ? problemOf('sender-revoked') : null
}

function problemOfCluster({ clusterId }: Submission, sender: Sender, directory: Directory): Problem | null {
  if (clusterId === null) return problemOf('cluster-unregistered')
  const cluster = directory.register.clusters.get(clusterId)
  if (cluster === undefined) return problemOf('cluster-unknown', { clusterId })
  return isIn(sender.scope, cluster) ? null : problemOf('cluster-out-of-scope', { clusterId })
}

type JudgedAnswers = Pick<Judgement, 'problem' | 'serverResult' | 'serverAgrees'>

function unknownEdition({ questionnaire }: Submission): JudgedAnswers {
  const problem = problemOf('edition-unknown', { edition: `${questionnaire.id}.${questionnaire.edition}` })
  return { problem, serverResult: null, serverAgrees: null }
}

function judgeAnswers(submission: Submission, ready: ReadyEdition): JudgedAnswers {
  const { edition, form } = ready
  const answered = { answers: submission.answers, nonresponse: submission.nonresponse }
  if (edition.scoring === undefined) {
    const faults = faultNames(submission, ready, visibleQuestions(form, answered.answers))
    return {
      problem: faultProblem(faults),
      serverResult: null,
      serverAgrees: submission.result === null ? null : false,
    }
  }
  const input = ready.readInput(answered)
  if (input.kind === 'fault') {
    return { problem: faultProblem([nameOfInputFault(input.problem)]), serverResult: null, serverAgrees: null }
  }
  const visible = visibleQuestions(form, answered.answers)
  const seen = keepVisible(form, answered, visible)
  const serverResult = score(edition.scoring, seen)
  const hidden = isSmaller(seen.answers, answered.answers) || isSmaller(seen.nonresponse, answered.nonresponse)
  const faults = [...(hidden ? ['hidden'] : []), ...faultNames(submission, ready, visible)]
  const serverAgrees = resultsAgree(submission.result, serverResult)
  return { problem: faultProblem(faults), serverResult, serverAgrees }
}

function isSmaller(part: object, whole: object): boolean {
  return Object.keys(part).length < Object.keys(whole).length
}

/** Names of the hard faults with their variables, never with an answer. */
function faultNames(submission: Submission, { edition, form }: ReadyEdition, visible: ReadonlySet<string>): string[] {
  const answered = { answers: submission.answers, nonresponse: submission.nonresponse }
  const names = faultsOf(form, edition, answered, { completedYear: yearOf(submission) }, visible)
    .filter((fault) => fault.severity === 'hard')
    .map((fault) => `${fault.id} ${fault.variables[0] ?? ''}`.trim())
  // Without it nobody can show which notice the consent was given to, and when.
  return submission.consent === null && asksForConsent(form) ? ['consent', ...names] : names
}

/** The reader's sentence begins with the variable, and may go on with the answer, which does not belong in a reply. */
function nameOfInputFault(sentence: string): string {
  return `value ${/^"?(\w{1,64})\b/.exec(sentence)?.[1] ?? ''}`.trim()
}

function faultProblem(faults: readonly string[]): Problem | null {
  if (faults.length === 0) return null
  const shown = faults.slice(0, 5).join(', ')
  return problemOf('answers-at-fault', { faults: faults.length > 5 ? `${shown}, +${faults.length - 5}` : shown })
}

/** Calendar year of completion where the device was; only around New Year does the zone matter. */
function yearOf({ completedAt, timeZone }: Submission): number {
  const monthAndDay = completedAt.slice(5, 10)
  if (monthAndDay !== '12-31' && monthAndDay !== '01-01') return Number(completedAt.slice(0, 4))
  try {
    return Number(new Intl.DateTimeFormat('en-US', { year: 'numeric', timeZone }).format(new Date(completedAt)))
  } catch (error) {
    // A zone that this machine does not know: the year by UTC is right for all but a few hours.
    if (error instanceof RangeError) return Number(completedAt.slice(0, 4))
    throw error
  }
}
