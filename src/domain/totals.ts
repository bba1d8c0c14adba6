import { type Answered, answerOf } from './answers.ts'
import { sumOf } from './expressionOperators.ts'
import type { Page, Panel, Question } from './form.ts'

/** A sum that the app makes of a table of amounts, for a person to confirm; `parts` are the amounts that were given. */
export type CalculatedTotal = { panel: Panel; parts: { question: Question; value: number }[]; sum: number }

/**
 * The sums of the tables on some pages: parts of a whole that add up to it, and counts of different things.
 *
 * Left out are tables with fewer than two amounts, percentages of different wholes, and parts that do not add up: there
 * a fault asks already.
 *
 * @param visible what {@link visibleQuestions} gives for these answers
 */
export function calculatedTotals(
  pages: readonly Page[],
  answered: Answered,
  visible: ReadonlySet<string>,
): CalculatedTotal[] {
  return pages.flatMap(({ elements }) =>
    elements.flatMap((panel) => {
      if (panel.kind !== 'panel' || !isSummable(panel)) return []
      const parts = panel.questions.flatMap((question) => {
        const value = visible.has(question.name) ? answerOf(answered.answers, question.name) : undefined
        return typeof value === 'number' ? [{ question, value }] : []
      })
      const sum = sumOf(parts.map(({ value }) => value))
      return parts.length < 2 || !addsUp(panel, sum, answered) ? [] : [{ panel, parts, sum }]
    }),
  )
}

/** What was confirmed, so that another amount asks again; the same sum of other parts is another statement. */
export function confirmationOf({ parts }: CalculatedTotal): string {
  return parts.map(({ question, value }) => `${question.name}=${value}`).join(' ')
}

function isSummable({ layout, questions }: Panel): boolean {
  if (layout === 'composition') return true
  return layout === 'rows' && questions.every((question) => question.kind === 'number' && !isPercent(question))
}

function isPercent({ unit }: Question): boolean {
  return JSON.stringify(unit ?? '').includes('%')
}

function addsUp({ composition }: Panel, sum: number, { answers }: Answered): boolean {
  if (composition === undefined) return true
  return sum === ('total' in composition ? composition.total : answerOf(answers, composition.totalVariable))
}
