import type { Answered } from './answers.ts'
import type { Levels, Measures } from './dimensions.ts'
import { codeAnswered, numberFromAnswers } from './scoredAnswers.ts'
import type { ConditionTest, ScoringRules, StageRule } from './scoringRules.ts'
import { reaches } from './threshold.ts'

export type Conditions = Readonly<Record<string, boolean>>

/**
 * Every condition of every stage, met or not; scoring rules, section 5.
 *
 * A condition reads the raw answer unless its test names an indicator's level; an unknown answer leaves it unmet.
 */
export function conditionsMet(rules: ScoringRules, answered: Answered, levels: Levels): Record<string, boolean> {
  const met: Record<string, boolean> = {}
  for (const condition of rules.conditions) met[condition.id] = isMet(condition.test, answered, levels)
  return met
}

function isMet(test: ConditionTest, answered: Answered, levels: Levels): boolean {
  switch (test.kind) {
    case 'level':
      return reaches(levels[test.indicator]?.level ?? 0, test.atLeast)
    case 'number': {
      const number = numberFromAnswers(test.value, answered)
      return number !== undefined && reaches(number, test.atLeast)
    }
    case 'code': {
      const code = codeAnswered(answered, test.variable)
      return code !== undefined && test.oneOf.includes(code)
    }
    case 'rows':
      return test.variables.filter((variable) => codeAnswered(answered, variable) === test.code).length >= test.atLeast
  }
}

/** The highest stage that holds together with all below it. Null only where not even the first one holds. */
export function stageReached(rules: ScoringRules, measures: Measures, conditions: Conditions): StageRule | null {
  let reached: StageRule | null = null
  for (const stage of rules.stages) {
    if (!holds(stage, measures, conditions)) break
    reached = stage
  }
  return reached
}

/** The stage after this one, or undefined at the top and for an id the rules do not know. */
export function stageAfter(rules: ScoringRules, stageId: string): StageRule | undefined {
  const at = rules.stages.findIndex((stage) => stage.id === stageId)
  return at === -1 ? undefined : rules.stages[at + 1]
}

function holds(stage: StageRule, measures: Measures, conditions: Conditions): boolean {
  return (
    reaches(measures.index, stage.index) &&
    Object.entries(stage.minima).every(([id, minimum]) => reaches(measures.dimensions[id] ?? 0, minimum)) &&
    stage.conditions.every((id) => conditions[id] === true)
  )
}
