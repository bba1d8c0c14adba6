import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { Answered, NonAnswer } from '#domain/answers.ts'
import type { Database } from '../../src/app/database.ts'
import { DraftSession } from '../../src/app/draftSession.ts'
import { type Change, readDraft, withChange } from '../../src/app/drafts.ts'
import { failWrites, newDatabase, newDraft, sameDatabase } from '../support/deviceDatabase.ts'

afterEach(() => vi.restoreAllMocks())

const key = 'draft-1'
const answeredOf = ({ answers, nonresponse }: Answered): Answered => ({ answers, nonresponse })

/** A tab with the draft open, and what a person saw in it: every state, and which of them was reported saved. */
class Tab {
  readonly states: Answered[]
  private lastSaved = 0
  private running: IDBTransaction | undefined
  private readonly db: Database
  private readonly session: DraftSession

  private constructor(db: Database, session: DraftSession) {
    this.db = db
    this.session = session
    this.states = [answeredOf(session.read().draft)]
    session.subscribe(() => {
      if (session.read().saveState.kind === 'saved') this.lastSaved = this.states.length - 1
    })
    const connection = db.backendDB()
    const begin = connection.transaction.bind(connection)
    connection.transaction = (...scope) => {
      this.running = begin(...scope)
      return this.running
    }
  }

  static async open(db: Database): Promise<Tab> {
    const draft = await readDraft(db, key)
    if (draft === undefined) throw new Error('the draft itself is lost')
    return new Tab(db, new DraftSession(db, draft))
  }

  change(change: Change): void {
    this.states.push(withChange(this.states.at(-1)!, change))
    this.session.change(change)
  }

  retry = () => this.session.retry()
  flush = () => this.session.flush()

  /** The tab is killed: from now on nothing of it reaches the disk, except, with luck, the write under way. */
  crash(isLucky: boolean): void {
    const { running } = this
    const severed = () => {
      throw new Error('this tab is dead')
    }
    Object.assign(this.db, { backendDB: severed })
    if (isLucky || running === undefined) return
    try {
      running.abort()
    } catch {
      // It had already ended.
    }
  }

  /** What is on the disk must be the state that was last reported saved, or a newer one; never anything else. */
  hasKept(stored: Answered): boolean {
    const allowed = this.states.slice(this.lastSaved).map((state) => JSON.stringify(sorted(state)))
    return allowed.includes(JSON.stringify(sorted(stored)))
  }
}

function sorted({ answers, nonresponse }: Answered): unknown {
  return [answers, nonresponse].map((map) => Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)))
}

async function replayed(db: Database): Promise<Answered> {
  const events = await db.journal.orderBy('id').toArray()
  const blank: Answered = { answers: {}, nonresponse: {} }
  return events.reduce((state, { variable, value, nonAnswer }) => {
    const given = { value: (value ?? undefined) as Change['value'], nonAnswer: (nonAnswer ?? undefined) as NonAnswer }
    return withChange(state, { variable, ...given })
  }, blank)
}

type Step =
  | { kind: 'change'; change: Change }
  | { kind: 'turns'; count: number }
  | { kind: 'flush' }
  | { kind: 'retry' }
  | { kind: 'full-disk'; failures: number }
  | { kind: 'crash'; isLucky: boolean }

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ variable: variables(), value: fc.oneof(fc.nat(99), fc.string()) }) },
  {
    weight: 1,
    arbitrary: fc.record({ variable: variables(), nonAnswer: fc.constantFrom<NonAnswer>('dk', 'refused') }),
  },
  { weight: 1, arbitrary: fc.record({ variable: variables() }) },
)

function variables(): fc.Arbitrary<string> {
  return fc.constantFrom('ci_name', 'founded_year', 'budget_cop', 'comments')
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), change }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 12 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('flush' as const, 'retry' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('full-disk' as const), failures: fc.integer({ min: 1, max: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), isLucky: fc.boolean() }) },
  ),
  { minLength: 5, maxLength: 40 },
)

/** The next tab on the same database, once what the dead one left has been compared with what it had promised. */
async function openAfterCrash(dead: Tab, db: Database): Promise<{ db: Database; tab: Tab }> {
  const next = sameDatabase(db)
  await next.open()
  const tab = await Tab.open(next)
  const stored = answeredOf((await readDraft(next, key))!)
  expect(dead.hasKept(stored), `on the disk: ${JSON.stringify(stored)}`).toBe(true)
  expect(sorted(await replayed(next))).toEqual(sorted(stored))
  return { db: next, tab }
}

async function live(all: readonly Step[]): Promise<void> {
  let db = newDatabase()
  await newDraft(db)
  let tab = await Tab.open(db)
  for (const step of [...all, { kind: 'crash', isLucky: true } as const]) {
    if (step.kind === 'change') tab.change(step.change)
    else if (step.kind === 'flush') await tab.flush()
    else if (step.kind === 'retry') tab.retry()
    else if (step.kind === 'full-disk') {
      vi.restoreAllMocks()
      failWrites(step.failures)
    } else if (step.kind === 'turns') {
      for (let turn = 0; turn < step.count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    } else {
      vi.restoreAllMocks()
      tab.crash(step.isLucky)
      const after = await openAfterCrash(tab, db)
      db = after.db
      tab = after.tab
    }
  }
}

test('the judge sees a change that was reported saved and is not on the disk', async () => {
  const db = newDatabase()
  const draft = await newDraft(db)
  const tab = await Tab.open(db)
  tab.change({ variable: 'ci_name', value: 'Café' })
  await tab.flush()
  expect(tab.hasKept((await readDraft(db, key))!)).toBe(true)
  await db.drafts.put(draft)
  expect(tab.hasKept((await readDraft(db, key))!)).toBe(false)
})

test('the judge lets a change go that was still being written when the tab died', async () => {
  const db = newDatabase()
  await newDraft(db)
  const tab = await Tab.open(db)
  tab.change({ variable: 'ci_name', value: 'Café' })
  tab.crash(false)
  await tab.flush()
  const next = sameDatabase(db)
  expect(await readDraft(next, key)).toMatchObject({ answers: {} })
  expect(tab.hasKept((await readDraft(next, key))!)).toBe(true)
})

test('whenever the tab dies, what was reported saved is there, and the journal tells the same as the draft', async () => {
  await fc.assert(fc.asyncProperty(steps, live), { numRuns: 100 })
}, 60_000)
