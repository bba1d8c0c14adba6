import { useState } from 'react'
import type { Plan } from '#domain/plan.ts'
import { nothingSimulated, type Simulation } from '#domain/simulation.ts'
import type { Database } from '../../database.ts'
import { includeSimulation } from '../../plans.ts'

/** What is tried out on this screen; each change is kept beside the plan as long as the report is to show it. */
export function useSimulation(db: Database, submissionId: string, plan: Plan | undefined) {
  const [simulation, setSimulation] = useState<Simulation>(plan?.simulation ?? nothingSimulated)
  const [isIncluded, setIncluded] = useState(plan?.simulation !== undefined)
  const [isFailed, setFailed] = useState(false)
  const keep = (kept: Simulation | undefined) => {
    includeSimulation(db, submissionId, kept).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  const onChange = (next: Simulation) => {
    setSimulation(next)
    if (isIncluded) keep(next)
  }
  const onInclude = (isOn: boolean) => {
    setIncluded(isOn)
    keep(isOn ? simulation : undefined)
  }
  return { simulation, onChange, isIncluded, onInclude, isFailed }
}
