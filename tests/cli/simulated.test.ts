import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Result } from '#domain/result.ts'
import { score } from '#domain/scoring.ts'
import { nothingSimulated, simulate, withCondition, withSteps } from '#domain/simulation.ts'
import { stageAfter } from '#domain/stages.ts'
import { reaches } from '#domain/threshold.ts'
import { answersOfLevels } from '../domain/answersOfLevels.ts'
import { rules } from '../domain/scoringInputs.ts'
import { scoringCases } from '../support/scoringCases.ts'

// What the simulator says would come of the whole way is what the command line says of answers that went it.

type Simulated = { name: string; simulated: Result; next: NonNullable<ReturnType<typeof stageAfter>>; line: string }

/** Of every worked case that has a way: the way alone, and the way with the conditions that it leaves open. */
const gone: Simulated[] = scoringCases.flatMap(({ name, input }) => {
  const answered = { answers: input.answers, nonresponse: input.nonresponse ?? {} }
  const result = score(rules, answered)
  const next = result.stage === null ? undefined : stageAfter(rules, result.stage)
  if (next === undefined) return []
  const way = withSteps(nothingSimulated, result.path ?? [])
  const withAll = next.conditions.reduce(
    (simulation, id) =>
      simulate(rules, result, simulation).conditions[id] === true
        ? simulation
        : withCondition(rules, result, simulation, id),
    way,
  )
  return [way, withAll].map((simulation) => {
    const simulated = simulate(rules, result, simulation)
    const levels = Object.fromEntries(Object.entries(simulated.indicators).map(([id, { level }]) => [id, level]))
    return { name, simulated, next, line: JSON.stringify(answersOfLevels(answered, levels, simulated.conditions)) }
  })
})

test('the command line gives answers that went the whole way the stage, index and dimensions of the simulator', () => {
  const command = ['--import', 'tsx', 'src/cli/score.ts']
  const input = gone.map(({ line }) => `${line}\n`).join('')
  const printed = execFileSync(process.execPath, command, { cwd: resolve(import.meta.dirname, '../..'), input })
  const scored = printed.toString().trimEnd().split('\n')
  expect(scored).toHaveLength(gone.length)
  for (const [at, { name, simulated, next }] of gone.entries()) {
    const real = JSON.parse(scored[at] ?? '') as Result
    const levels = ({ indicators }: Result) => Object.entries(indicators).map(([id, { level }]) => [id, level])
    expect(levels(real), name).toEqual(levels(simulated))
    expect([name, real.stage]).toEqual([name, simulated.stage])
    expect(real.index, name).toBeCloseTo(simulated.index, 9)
    expect(reaches(real.index, next.index), name).toBe(true)
    for (const { id } of rules.dimensions) {
      expect(real.dimensions[id], `${name} ${id}`).toBeCloseTo(simulated.dimensions[id] ?? 0, 9)
      expect(reaches(real.dimensions[id] ?? 0, next.minima[id] ?? 0), `${name} ${id}`).toBe(true)
    }
    for (const id of next.conditions) {
      expect([name, id, real.conditions[id]]).toEqual([name, id, simulated.conditions[id]])
    }
  }
}, 60_000)
