import { dayInColombia } from '#domain/day.ts'
import { fileFaults } from '#domain/fileFaults.ts'
import { faultsOfRound, type Round, RoundFile, trialRoundId } from '#domain/round.ts'
import type { Directory, Store } from '#store/store.ts'
import { knownEditions, newestPublished } from './newestEdition.ts'

export type ImportOutcome = { kind: 'done'; sentences: string[] } | { kind: 'faults'; sentences: string[] }

/**
 * Opens the round of the current year once there are both a register and a controller, and only if there was never
 * another; otherwise says which step is missing.
 */
export async function openFirstRound(store: Store, at: Date): Promise<string> {
  const directory = await store.directory()
  if (directory.controller === null) {
    return 'No round is open: the server is in trial mode. Set the data controller next: npm run import -- controller FILE'
  }
  if (directory.register.version === 0) {
    return 'No round is open: there is no register yet. Import it next: npm run import -- register FILE'
  }
  if (directory.rounds.length > 0) {
    const list = directory.rounds.map(
      (round) => `${round.roundId} (${round.status}, register version ${round.registerVersion})`,
    )
    return `Rounds stay as they are: ${list.join(', ')}. To change one: npm run import -- round FILE`
  }
  const round = completed({ roundId: dayInColombia(at).slice(0, 4) }, directory, at)
  if (round === null) return 'No round is open: no edition is published.'
  await store.putRound(round, at.toISOString())
  return `Round ${round.roundId} is open: ${round.questionnaire.id}.${round.questionnaire.edition}, register version ${round.registerVersion}.`
}

/** Opens or changes the round that a file describes. */
export async function importRound(store: Store, json: unknown, at: Date): Promise<ImportOutcome> {
  const parsed = RoundFile.safeParse(json)
  if (!parsed.success) return { kind: 'faults', sentences: fileFaults(parsed.error.issues, json) }
  const directory = await store.directory()
  const round = completed(parsed.data, directory, at)
  if (round === null) return { kind: 'faults', sentences: ['"questionnaire" is missing, and no edition is published.'] }
  const sentences = [...faultsOfRound(round), ...faultsInDirectory(round, directory)]
  if (sentences.length > 0) return { kind: 'faults', sentences }
  await store.putRound(round, at.toISOString())
  const known = directory.rounds.some(({ roundId }) => roundId === round.roundId)
  return { kind: 'done', sentences: [`Round ${round.roundId} is ${known ? 'changed' : 'new'}; it is ${round.status}.`] }
}

/** What the file leaves out stays as the round has it; in a new round it is the obvious. */
function completed(file: RoundFile, directory: Directory, at: Date): Round | null {
  const known = directory.rounds.find(({ roundId }) => roundId === file.roundId)
  const newest = known?.questionnaire ?? newestPublished(knownEditions())
  const questionnaire = file.questionnaire ?? newest
  if (questionnaire === undefined) return null
  return {
    roundId: file.roundId,
    title: file.title ?? known?.title ?? `Ronda ${file.roundId}`,
    questionnaire: { id: questionnaire.id, edition: questionnaire.edition },
    registerVersion: file.registerVersion ?? known?.registerVersion ?? directory.register.version,
    opensOn: file.opensOn ?? known?.opensOn ?? dayInColombia(at),
    closesOn: file.closesOn === undefined ? (known?.closesOn ?? null) : file.closesOn,
    status: file.status ?? known?.status ?? 'open',
    trial: false,
  }
}

function faultsInDirectory(round: Round, { controller, register }: Directory): string[] {
  const faults: string[] = []
  if (round.roundId === trialRoundId) faults.push(`"${trialRoundId}" is the name of the trial round; choose another.`)
  const { id, edition } = round.questionnaire
  if (controller === null) {
    faults.push('There is no data controller yet. Set it first: npm run import -- controller FILE')
  }
  if (register.version === 0) faults.push('There is no register yet. Import it first: npm run import -- register FILE')
  else if (round.registerVersion > register.version) {
    faults.push(`"registerVersion" ${round.registerVersion} does not exist; the newest is ${register.version}.`)
  }
  if (!knownEditions().some((one) => one.id === id && one.edition === edition)) {
    faults.push(`"questionnaire" ${id}.${edition} is no edition of this program.`)
  }
  return faults
}
