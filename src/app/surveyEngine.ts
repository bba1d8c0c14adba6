import { lazyCode } from './lazyCode.ts'

/** SurveyJS as far as this product uses it: by far the heaviest code, which nothing waits for that can do without. */
export const surveyEngine = lazyCode(async () => (await import('./surveyParts.ts')).surveyParts)
