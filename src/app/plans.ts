import { maxActions, type Plan, type PlanAction } from '#domain/plan.ts'
import type { Simulation } from '#domain/simulation.ts'
import type { Database } from './database.ts'

/** Puts a step into the plan of a result, or gives one that is in it the new aim; false where the plan is full. */
export function addAction(
  db: Database,
  submissionId: string,
  step: Pick<PlanAction, 'indicator' | 'level'>,
  at: Date,
): Promise<boolean> {
  return db.transaction('rw', db.plans, async () => {
    const plan = await planOf(db, submissionId)
    const { actions } = plan
    const known = actions.find(({ indicator }) => indicator === step.indicator)
    if (known === undefined && actions.length >= maxActions) return false
    const action = { responsible: '', due: null, ...known, ...step }
    const next = known === undefined ? [...actions, action] : actions.map((each) => (each === known ? action : each))
    await db.plans.put({ ...plan, actions: next, savedAt: at.toISOString() })
    return true
  })
}

/** Changes what a person has written about one action; nothing happens where it was taken out meanwhile. */
export function changeAction(
  db: Database,
  submissionId: string,
  indicator: string,
  change: Partial<Pick<PlanAction, 'responsible' | 'due'>>,
  at: Date,
): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const plan = await planOf(db, submissionId)
    const next = plan.actions.map((action) => (action.indicator === indicator ? { ...action, ...change } : action))
    await db.plans.put({ ...plan, actions: next, savedAt: at.toISOString() })
  })
}

export function removeAction(db: Database, submissionId: string, indicator: string, at: Date): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const plan = await planOf(db, submissionId)
    const others = plan.actions.filter((action) => action.indicator !== indicator)
    await db.plans.put({ ...plan, actions: others, savedAt: at.toISOString() })
  })
}

/** Keeps what was tried out beside a result, to be printed with its report; undefined takes it out again. */
export function includeSimulation(
  db: Database,
  submissionId: string,
  simulation: Simulation | undefined,
): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const { simulation: _before, ...plan } = await planOf(db, submissionId)
    await db.plans.put(simulation === undefined ? plan : { ...plan, simulation })
  })
}

async function planOf(db: Database, submissionId: string): Promise<Plan> {
  return (await db.plans.get(submissionId)) ?? { submissionId, actions: [], savedAt: '' }
}
