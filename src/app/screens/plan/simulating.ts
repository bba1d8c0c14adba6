import type { Edition } from '#domain/edition.ts'
import type { Result } from '#domain/result.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import type { Simulation } from '#domain/simulation.ts'
import type { Language } from '#domain/text.ts'

/** What a control of the simulator needs: the real result, what is tried out, and the way to change that. */
export type Simulating = {
  language: Language
  edition: Edition
  rules: ScoringRules
  result: Result
  simulated: Result
  simulation: Simulation
  onChange: (simulation: Simulation) => void
}
