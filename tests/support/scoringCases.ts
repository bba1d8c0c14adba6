import { readFileSync } from 'node:fs'
import type { Answered, Answers } from '#domain/answers.ts'
import type { Result } from '#domain/result.ts'

/** Answers with the result that the scoring rules must give for them; the first three are the worked examples A, B, C. */
export const { cases: scoringCases } = JSON.parse(readFileSync('tests/domain/scoring.vectors.json', 'utf8')) as {
  cases: { name: string; input: Answered; expected: Result }[]
}

/** The answers of a worked example: A is in the first stage, B lacks one minimum, C is in the last stage. */
export function exampleAnswers(example: 'A' | 'B' | 'C'): Answers {
  return scoringCases['ABC'.indexOf(example)]?.input.answers ?? {}
}
