import type { Edition } from './edition.ts'
import { type Problem, questionsOf } from './editionPlaces.ts'
import { rulesInFormProblems, type ScoredQuestion } from './rulesInForm.ts'
import { rulesProblems } from './rulesProblems.ts'
import type { Rubric, ScoringRules } from './scoringRules.ts'

/** Whether the scoring rules fit each other, the questions of the form, and the texts of the result. */
export function scoringProblems(edition: Edition): Problem[] {
  const rules = edition.scoring
  if (rules === undefined) return []
  const questions = scoredQuestions(edition)
  return [
    ...[...rulesProblems(rules), ...rulesInFormProblems(rules, (variable) => questions.get(variable))].map(
      (problem) => ({
        place: 'scoring',
        problem,
      }),
    ),
    ...wordingProblems(edition, rules),
  ]
}

function scoredQuestions(edition: Edition): Map<string, ScoredQuestion> {
  return new Map(
    questionsOf(edition).map(({ element }) => [
      element.name,
      {
        isNumber: element.inputType === 'number',
        codes: (element.choices ?? []).map((choice) => String(typeof choice === 'object' ? choice.value : choice)),
      },
    ]),
  )
}

/** Each indicator, condition, stage and dimension needs its words; each level below the last its next step. */
function wordingProblems(edition: Edition, rules: ScoringRules): Problem[] {
  const { texts, steps = {} } = edition
  const indicators = rules.dimensions.flatMap((dimension) => dimension.indicators)
  return [
    ...sameIds('steps', steps, idsOf(indicators)),
    ...indicators.flatMap(({ id, rubric }) => {
      const levels = levelsOf(rubric).map(String)
      return [
        ...sameIds(`steps.${id}.levels`, steps[id]?.levels ?? {}, levels),
        ...sameIds(`steps.${id}.steps`, steps[id]?.steps ?? {}, levels.slice(0, -1)),
      ]
    }),
    ...sameIds('texts.stages', texts?.stages ?? {}, idsOf(rules.stages)),
    ...sameIds('texts.conditions', texts?.conditions ?? {}, idsOf(rules.conditions)),
    ...sameIds('texts.dimensions', texts?.dimensions ?? {}, idsOf(rules.dimensions)),
  ]
}

function sameIds(place: string, worded: object, ids: readonly string[]): Problem[] {
  const missing = ids.filter((id) => !Object.hasOwn(worded, id))
  const unknown = Object.keys(worded).filter((id) => !ids.includes(id))
  return [
    ...missing.map((id) => ({ place, problem: `${id} is missing` })),
    ...unknown.map((id) => ({ place, problem: `${id} is unknown to the scoring` })),
  ]
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map((item) => item.id)
}

/** The levels that an indicator can have, ascending. Missing and skipped ones have level 0, whatever the rubric. */
function levelsOf(rubric: Rubric): number[] {
  return [...new Set([0, ...levelsGiven(rubric)])].sort((one, other) => one - other)
}

function levelsGiven(rubric: Rubric): number[] {
  switch (rubric.kind) {
    case 'choice':
      return [...Object.values(rubric.levels), ...(rubric.refine?.bands.map((band) => band.level) ?? [])]
    case 'bands':
      return [rubric.below, ...rubric.bands.map((band) => band.level)]
    case 'bodies':
      return [rubric.noneExists, ...rubric.operating]
  }
}
