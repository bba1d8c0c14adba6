export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Real answers only, by variable. A non-answer or a blank has no entry here, and `null` is never a value. */
export type Answers = Record<string, Json>

/** "No sabe", "Prefiere no responder", "No aplica". */
export type NonAnswer = 'dk' | 'refused' | 'na'

export type NonAnswers = Record<string, NonAnswer>

/** What a person said: a variable stands in one of the two maps, or in none (blank). */
export type Answered = { answers: Answers; nonresponse: NonAnswers }

/** The answer of a variable; safe for names such as `constructor` that every object inherits. */
export function answerOf(answers: Answers, variable: string): Json | undefined {
  return Object.hasOwn(answers, variable) ? answers[variable] : undefined
}

export function nonAnswerOf(nonresponse: NonAnswers, variable: string): NonAnswer | undefined {
  return Object.hasOwn(nonresponse, variable) ? nonresponse[variable] : undefined
}

/** Whether a value says nothing: what SurveyJS calls empty. 0 and false are answers. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) && value.length === 0
}

/** What was written into the boxes of a question that has several: its answer is one object, by their names. */
export function partsOf(value: Json | undefined): Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answers) : {}
}
