import { stepsOfGaps } from '#domain/explanation.ts'
import { maxActions } from '#domain/plan.ts'
import { inLanguage } from '#domain/text.ts'
import { dateInWords } from '#ui/dates.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, levelWords, stepWords } from '../resultWords.ts'
import type { ReportFacts } from './facts.ts'

/** One action of the printed plan; texts are empty where they are to be written by hand. */
export type PrintedAction = {
  name: string
  dimension: string
  what: string
  who: string
  effort: string
  target: string
  responsible: string
  due: string
}

const leastActions = 3

/**
 * Three to five actions: those of the saved plan; otherwise the first steps of the way to the next stage, then what
 * would add most. Where these are fewer than three, blank ones follow.
 */
export function printedActions(facts: ReportFacts): (PrintedAction | undefined)[] {
  const { plan, result, told, language } = facts
  const chosen =
    plan === undefined || plan.actions.length === 0
      ? suggested(facts)
      : plan.actions.slice(0, maxActions).map(({ indicator, level, responsible, due }) => ({
          ...action(facts, indicator, result.indicators[indicator]?.level ?? 0, level),
          responsible,
          due: due === null ? '' : dateInWords(due, language),
        }))
  const room =
    result.path === null ? maxActions - 1 : Math.max(leastActions, told.distance === null ? 0 : chosen.length)
  return [...chosen, ...Array.from({ length: Math.max(0, room - chosen.length) }, () => undefined)]
}

function suggested(facts: ReportFacts): PrintedAction[] {
  const { result, told, rules } = facts
  if (result.path === null) return []
  const onPath = result.path.slice(0, leastActions)
  const others = stepsOfGaps(rules, told.lacking).filter(
    ({ indicator }) => !result.path?.some((step) => step.indicator === indicator),
  )
  return [...onPath, ...others]
    .slice(0, leastActions)
    .map(({ indicator, from, to }) => action(facts, indicator, from, to))
}

function action(facts: ReportFacts, indicator: string, from: number, to: number): PrintedAction {
  const { edition, language, rules } = facts
  const words = edition.steps?.[indicator]
  const step = words?.steps[String(from)]
  const dimension = rules.dimensions.find((each) => each.indicators.some(({ id }) => id === indicator))
  return {
    name: inLanguage(words?.name ?? indicator, language),
    dimension: dimension === undefined ? '' : dimensionLabel(edition, dimension.id, language),
    what: stepWords(step?.what, language),
    who: stepWords(step?.who, language),
    effort: step === undefined ? '' : resultTexts(language).result.efforts[step.effort],
    target: levelWords(edition, indicator, to, language),
    responsible: '',
    due: '',
  }
}
