import type { Answered, Answers, NonAnswers } from './answers.ts'
import type { Form, Question } from './form.ts'
import { inLanguage } from './text.ts'

export type ScoreInput = { kind: 'input'; answered: Answered } | { kind: 'fault'; problem: string }

/** What one question takes as an answer, whatever the rest of the form says. Ranges include both ends. */
type Expected =
  | { kind: 'code'; codes: ReadonlySet<unknown> }
  | { kind: 'codes'; codes: ReadonlySet<unknown> }
  | { kind: 'number'; min: number; max: number; isInteger: boolean }
  | { kind: 'text' }
  | { kind: 'boolean' }
  | { kind: 'any' }

const longestText = 2000
const nonAnswers: readonly unknown[] = ['dk', 'refused', 'na']

/**
 * Reads objects that may or may not be answers to this form, as `score` takes them: `{ answers, nonresponse? }`.
 *
 * Only what concerns one value is judged: its variable, type, codes and constant range. A half-filled draft passes;
 * cross-checks, required questions and skip logic play no part. Keys beside the two maps are ignored.
 *
 * @returns a function that gives the answers, or the first fault in one sentence
 */
export function scoreInputReader(form: Form): (input: unknown) => ScoreInput {
  const expected = new Map(form.questions.map((question) => [question.name, expectedOf(question)]))
  return (input) => {
    if (!isObject(input)) return fault('The input must be an object with answers.')
    const { answers, nonresponse = {} } = input
    if (!isObject(answers)) return fault('answers must be an object of variables and values.')
    if (!isObject(nonresponse)) return fault('nonresponse must be an object of variables and dk, refused or na.')
    const problem = problemInAnswers(answers, expected) ?? problemInNonAnswers(nonresponse, answers, expected)
    if (problem !== undefined) return fault(problem)
    return { kind: 'input', answered: { answers: answers as Answers, nonresponse: nonresponse as NonAnswers } }
  }
}

function fault(problem: string): ScoreInput {
  return { kind: 'fault', problem }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function expectedOf(question: Question): Expected {
  switch (question.kind) {
    case 'single':
      return { kind: 'code', codes: codesOf(question) }
    case 'multiple':
      return { kind: 'codes', codes: codesOf(question) }
    case 'number':
      return { kind: 'number', ...constantRange(question), isInteger: question.decimals === 0 }
    case 'boolean':
      return { kind: 'boolean' }
    case 'text':
    case 'date':
      return { kind: 'text' }
    case 'other':
      return { kind: 'any' }
  }
}

function codesOf(question: Question): ReadonlySet<unknown> {
  return new Set(question.choices.map((choice) => choice.value))
}

/**
 * The range in which a value is an answer at all, which for counts is wider than the one the form asks for: a count that
 * is merely unlikely is the form's concern, not the score's.
 */
function constantRange(question: Question): { min: number; max: number } {
  if (question.money !== undefined) return { min: 0, max: 1e12 }
  const min = question.min ?? 0
  const max = question.max ?? 500_000
  const isPercent = inLanguage(question.unit, 'en') === '%'
  const isCount = question.decimals === 0 && question.grouping && !isPercent
  return isCount ? { min: Math.min(min, 0), max: Math.max(max, 500_000) } : { min, max }
}

function problemInAnswers(
  answers: Record<string, unknown>,
  expectedByVariable: ReadonlyMap<string, Expected>,
): string | undefined {
  for (const variable of Object.keys(answers)) {
    const expected = expectedByVariable.get(variable)
    if (expected === undefined) return unknownVariable(variable)
    const problem = problemInValue(answers[variable], expected)
    if (problem !== undefined) return `${variable} ${problem}.`
  }
  return undefined
}

function problemInNonAnswers(
  nonresponse: Record<string, unknown>,
  answers: Record<string, unknown>,
  expectedByVariable: ReadonlyMap<string, Expected>,
): string | undefined {
  for (const variable of Object.keys(nonresponse)) {
    if (!expectedByVariable.has(variable)) return unknownVariable(variable)
    if (Object.hasOwn(answers, variable)) return `${variable} stands in both answers and nonresponse.`
    if (!nonAnswers.includes(nonresponse[variable]))
      return `${variable} must be dk, refused or na in nonresponse, not ${shown(nonresponse[variable])}.`
  }
  return undefined
}

function problemInValue(value: unknown, expected: Expected): string | undefined {
  if (value === null) return 'is null; leave out what was not answered'
  switch (expected.kind) {
    case 'code':
      return expected.codes.has(value) ? undefined : `does not offer ${shown(value)}`
    case 'codes':
      return problemInCodes(value, expected.codes)
    case 'number':
      return problemInNumber(value, expected)
    case 'text':
      return problemInText(value)
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false, not ${shown(value)}`
    case 'any':
      return undefined
  }
}

function problemInCodes(value: unknown, codes: ReadonlySet<unknown>): string | undefined {
  if (!Array.isArray(value)) return `must be an array of codes, not ${shown(value)}`
  const chosen = new Set<unknown>()
  for (const code of value) {
    if (!codes.has(code)) return `does not offer ${shown(code)}`
    if (chosen.has(code)) return `has ${shown(code)} more than once`
    chosen.add(code)
  }
  return undefined
}

function problemInNumber(value: unknown, range: { min: number; max: number; isInteger: boolean }): string | undefined {
  if (typeof value !== 'number') return `must be a number, not ${shown(value)}`
  if (range.isInteger && !Number.isInteger(value)) return `must be an integer, not ${value}`
  return value >= range.min && value <= range.max
    ? undefined
    : `must lie between ${range.min} and ${range.max}, and is ${value}`
}

function problemInText(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be a text, not ${shown(value)}`
  // Counted as a reader counts, one for an emoji; the cheap length decides nearly always.
  return value.length > longestText && [...value].length > longestText
    ? `is longer than ${longestText} characters`
    : undefined
}

function unknownVariable(variable: string): string {
  return `${shown(variable)} is no variable of this edition.`
}

/** Never the inside of an object: it may be nested deeper than it can be written out. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 60)}…` : json
}
