import { Dexie } from 'dexie'
import { IDBKeyRange, IDBObjectStore, indexedDB } from 'fake-indexeddb'
import { vi } from 'vitest'
import { type Database, type Draft, openDatabase } from '../../src/app/database.ts'
import { type NewDraft, openDraft } from '../../src/app/drafts.ts'
import { registeredCluster } from './builders.ts'

Dexie.dependencies.indexedDB = indexedDB
Dexie.dependencies.IDBKeyRange = IDBKeyRange

let made = 0

/** The database of a device that was just unpacked. */
export function newDatabase(): Database {
  made += 1
  return openDatabase(`device-${made}`)
}

/** The same device again, as after the tab was closed, or as a second tab sees it. */
export function sameDatabase(db: Database): Database {
  return openDatabase(db.name)
}

export const startedAt = new Date('2026-11-20T14:00:00.000Z')

const opening: NewDraft = {
  questionnaire: { id: 'cluster-maturity', edition: 1 },
  roundId: null,
  clusterId: registeredCluster,
  clusterName: 'Clúster de Café de Antioquia',
  mode: 'interview',
  language: 'es',
}

/** A draft of a cluster of the register, just opened and blank. */
export function newDraft(db: Database, overrides: Partial<NewDraft> & { key?: string } = {}): Promise<Draft> {
  const { key = 'draft-1', ...facts } = overrides
  return openDraft(db, { ...opening, ...facts }, { key, at: startedAt })
}

/** The same draft, for what only reads one. */
export function blankDraft(overrides: Partial<Draft> = {}): Draft {
  const at = startedAt.toISOString()
  return {
    ...opening,
    key: 'draft-1',
    enumerator: null,
    startedAt: at,
    savedAt: at,
    answers: {},
    nonresponse: {},
    notes: {},
    checkReasons: {},
    visitedPages: [],
    page: null,
    sawResult: false,
    parentId: null,
    ...overrides,
  }
}

/**
 * From now on `failures` transactions that add a row end without having written anything, each after its rows were
 * taken: what a full disk does. The mark of a save is no such row. `vi.restoreAllMocks` mends the disk.
 */
export function failWrites(failures: number): void {
  const add = IDBObjectStore.prototype.add
  const failed = new Set<IDBTransaction>()
  const brokenAdd = function (this: IDBObjectStore, ...row: Parameters<typeof add>) {
    const request = add.apply(this, row)
    const { transaction } = this
    if (this.name === 'goneDrafts' || failed.has(transaction) || failed.size >= failures) return request
    failed.add(transaction)
    // Twice the same key: the transaction is undone as a whole.
    for (const twin of [1, 2]) add.call(this, { twin, [String(this.keyPath)]: lowestKey })
    return request
  }
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(brokenAdd)
}

/** Below every key that a database makes itself, and so without a trace in those that it makes later. */
const lowestKey = 0.5
