import { surveyPage } from './formModel.ts'
import { SurveyInput } from './surveyInput.tsx'

/** What is fetched together as the form engine. */
export const surveyParts = { surveyPage, SurveyInput }
