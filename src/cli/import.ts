import { readFileSync } from 'node:fs'
import { fileFaults } from '#domain/fileFaults.ts'
import { isMail } from '#domain/mail.ts'
import { isNit } from '#domain/nit.ts'
import { Controller } from '#domain/protocol.ts'
import { isSameName, registerFromCsvRows } from '#domain/register.ts'
import { openStore } from '#store/openStore.ts'
import type { Store } from '#store/store.ts'
import { StoreError } from '#store/storeError.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import { decodeUtf8, readCsv, registerCodes } from './registerFile.ts'
import { type ImportOutcome, importRound, openFirstRound } from './rounds.ts'

const usage = `Usage: npm run import -- register FILE.csv
       npm run import -- round FILE.json
       npm run import -- controller FILE.json`

/** What can be imported. Each judges its whole file first: with a single fault nothing is written. */
const importers = {
  register: importRegister,
  round: (store, bytes, at) => withJson(bytes, (json) => importRound(store, json, at)),
  controller: (store, bytes, at) => withJson(bytes, (json) => importController(store, json, at)),
} satisfies Record<string, Importer>

type Importer = (store: Store, bytes: Uint8Array, at: Date) => Promise<ImportOutcome>

async function main(): Promise<void> {
  const [what, file, ...rest] = process.argv.slice(2)
  const importer = Object.entries(importers).find(([name]) => name === what)?.[1]
  if (importer === undefined || file === undefined || rest.length > 0) return fail([usage])
  const read = readWhole(file)
  if ('fault' in read) return fail([read.fault])
  const store = await openStore(readConfig().dataDir)
  try {
    const outcome = await importer(store, read.bytes, new Date())
    if (outcome.kind === 'done') process.stdout.write(outcome.sentences.map((sentence) => `${sentence}\n`).join(''))
    else fail([...outcome.sentences.map((sentence) => `${file}: ${sentence}`), 'Nothing was imported.'])
  } finally {
    await store.close()
  }
}

function fail(sentences: readonly string[]): void {
  process.stderr.write(sentences.map((sentence) => `${sentence}\n`).join(''))
  process.exitCode = 1
}

function readWhole(file: string): { bytes: Uint8Array } | { fault: string } {
  try {
    return { bytes: readFileSync(file) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return { fault: `There is no file ${file}.` }
    if (code === 'EISDIR') return { fault: `${file} is a folder, not a file.` }
    return { fault: `${file} cannot be read: ${(error as Error).message}` }
  }
}

async function importRegister(store: Store, bytes: Uint8Array, at: Date): Promise<ImportOutcome> {
  const csv = readCsv(bytes)
  const reading =
    'fault' in csv
      ? { kind: 'faults' as const, faults: [csv.fault] }
      : registerFromCsvRows(csv.rows, registerCodes, await store.formerClusters())
  if (reading.kind === 'faults') {
    return { kind: 'faults', sentences: reading.faults.map(({ line, message }) => `line ${line}: ${message}`) }
  }
  const before = (await store.directory()).register
  const ids = new Set(reading.rows.map(({ clusterId }) => clusterId))
  const left = [...before.clusters.keys()].filter((id) => !ids.has(id))
  const renamed = reading.rows.flatMap(({ clusterId, name }) => {
    const known = before.clusters.get(clusterId)
    return known === undefined || isSameName(known.name, name) ? [] : [`${clusterId} (${known.name} → ${name})`]
  })
  const { version } = await store.importRegister(reading.rows, at.toISOString())
  const sentences = [
    `Register version ${version} is stored: ${reading.rows.length} ${reading.rows.length === 1 ? 'cluster' : 'clusters'}.`,
  ]
  if (left.length > 0) {
    sentences.push(
      `Of version ${before.version}, ${left.length} are no longer in it: ${left.join(', ')}. Their ids stay taken.`,
    )
  }
  if (renamed.length > 0) {
    const have = renamed.length === 1 ? 'has a new name' : 'have new names'
    sentences.push(
      `Since version ${before.version}, ${renamed.length} ${have}: ${renamed.join(', ')}. An id is never used for another cluster.`,
    )
  }
  return { kind: 'done', sentences: [...sentences, await openFirstRound(store, at)] }
}

async function importController(store: Store, json: unknown, at: Date): Promise<ImportOutcome> {
  const parsed = Controller.safeParse(json)
  if (!parsed.success) return { kind: 'faults', sentences: fileFaults(parsed.error.issues, json) }
  const { nit, mail } = parsed.data
  const faults: string[] = []
  if (!isNit(nit)) faults.push(`"nit" ${nit} is no NIT: write the digits, a hyphen and the right check digit.`)
  if (!isMail(mail)) faults.push(`"mail" ${mail} is no e-mail address, such as datos@entidad.org.`)
  if (faults.length > 0) return { kind: 'faults', sentences: faults }
  await store.setController(parsed.data, at.toISOString())
  const sentence = `The data controller is ${parsed.data.name}. The server leaves trial mode.`
  return { kind: 'done', sentences: [sentence, await openFirstRound(store, at)] }
}

async function withJson(bytes: Uint8Array, use: (json: unknown) => Promise<ImportOutcome>): Promise<ImportOutcome> {
  const text = decodeUtf8(bytes)
  if (text === null) return { kind: 'faults', sentences: ['The file is not UTF-8.'] }
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return { kind: 'faults', sentences: [`The file is not JSON: ${(error as Error).message}.`] }
  }
  return use(json)
}

main().catch((error: unknown) => {
  // A bug keeps its trace; what a person can put right is one sentence.
  const isTold = error instanceof StoreError || error instanceof ConfigError
  fail([isTold ? error.message : String((error as Error).stack)])
})
