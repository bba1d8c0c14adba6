import type { Answered } from './answers.ts'
import type { NumberFromAnswers } from './scoringRules.ts'

/** The number answered, or undefined: blank, a non-answer, or not a number at all. */
export function numberAnswered(answered: Answered, variable: string): number | undefined {
  const value = answered.answers[variable]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The code chosen, or undefined: blank, a non-answer, or not a code at all. */
export function codeAnswered(answered: Answered, variable: string): string | undefined {
  const value = answered.answers[variable]
  return typeof value === 'string' ? value : undefined
}

/**
 * A number computed from the answers, in the unit of its variables; a ratio in percent, `present` as a count.
 *
 * @returns undefined where it cannot be known: a part is unknown or, for sums and the like, all parts are; also where a
 * ratio would divide by zero
 */
export function numberFromAnswers(expression: NumberFromAnswers, answered: Answered): number | undefined {
  switch (expression.kind) {
    case 'variable':
      return numberAnswered(answered, expression.variable)
    case 'ratio': {
      const part = numberAnswered(answered, expression.part)
      const whole = numberAnswered(answered, expression.whole)
      return part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole
    }
    case 'difference': {
      const from = numberAnswered(answered, expression.from)
      const subtract = numberAnswered(answered, expression.subtract)
      return from === undefined || subtract === undefined ? undefined : from - subtract
    }
    case 'sum':
    case 'largest':
    case 'present':
      return combined(expression, answered)
  }
}

function combined(
  expression: Extract<NumberFromAnswers, { kind: 'sum' | 'largest' | 'present' }>,
  answered: Answered,
): number | undefined {
  const askedTogether = expression.askedTogether ?? expression.of
  if (askedTogether.every((variable) => numberAnswered(answered, variable) === undefined)) return undefined
  const parts = expression.of.map((variable) => numberAnswered(answered, variable) ?? 0)
  switch (expression.kind) {
    case 'sum':
      return parts.reduce((sum, part) => sum + part, 0)
    case 'largest':
      return Math.max(...parts)
    case 'present':
      return parts.filter((count) => count >= 1).length
  }
}
