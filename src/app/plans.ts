import { maxActions, type Plan, type PlanAction } from '#domain/plan.ts'
import type { Database } from './database.ts'

/** Puts a step into the plan of a result, or raises the aim of one that is in it; false where the plan is full. */
export function addAction(
  db: Database,
  submissionId: string,
  step: Pick<PlanAction, 'indicator' | 'level'>,
  at: Date,
): Promise<boolean> {
  return db.transaction('rw', db.plans, async () => {
    const actions = (await db.plans.get(submissionId))?.actions ?? []
    const known = actions.find(({ indicator }) => indicator === step.indicator)
    if (known === undefined && actions.length >= maxActions) return false
    const action = { responsible: '', due: null, ...known, ...step }
    const next = known === undefined ? [...actions, action] : actions.map((each) => (each === known ? action : each))
    await db.plans.put(planOf(submissionId, next, at))
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
    const actions = (await db.plans.get(submissionId))?.actions ?? []
    const next = actions.map((action) => (action.indicator === indicator ? { ...action, ...change } : action))
    await db.plans.put(planOf(submissionId, next, at))
  })
}

export function removeAction(db: Database, submissionId: string, indicator: string, at: Date): Promise<void> {
  return db.transaction('rw', db.plans, async () => {
    const actions = (await db.plans.get(submissionId))?.actions ?? []
    const others = actions.filter((action) => action.indicator !== indicator)
    await db.plans.put(planOf(submissionId, others, at))
  })
}

function planOf(submissionId: string, actions: readonly PlanAction[], at: Date): Plan {
  return { submissionId, actions, savedAt: at.toISOString() }
}
