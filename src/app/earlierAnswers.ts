import type { Answered } from '#domain/answers.ts'

/** What a cluster answered in its last assessment that this device knows of, and the year it speaks of. */
export type EarlierAnswers = Answered & { year: number }
