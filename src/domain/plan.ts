import type { Simulation } from './simulation.ts'

/** Five things are what a team can really follow until the next round. */
export const maxActions = 5

/** One step that a cluster means to take: the indicator it raises, the level it should reach, who and until when. */
export type PlanAction = {
  indicator: string
  /** 1–4 */
  level: number
  responsible: string
  /** ISO 8601 day; null while it is open */
  due: string | null
}

/** *Mi plan*: at most `maxActions`, kept on the device beside a result; never sent, never exported. */
export type Plan = {
  submissionId: string
  actions: readonly PlanAction[]
  savedAt: string
  /** what was tried out and is to be printed with the report; absent unless somebody asked for it */
  simulation?: Simulation
}
