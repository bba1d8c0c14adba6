import { type JsonError, Serializer, SurveyModel } from 'survey-core'
import type { Edition } from '#domain/edition.ts'
import { type Problem, placesIn, placeText } from '#domain/editionPlaces.ts'

/** What this product adds to a form; SurveyJS would take each for a slip. */
const additions = {
  question: [
    ...['number', 'short', 'countsAs', 'nonAnswers', 'decimals', 'grouping', 'money', 'unit', 'unitOne', 'minLength'],
    ...['classification', 'layout', 'composition'],
  ],
  choiceitem: ['hint'],
}
for (const name of additions.question) {
  for (const owner of ['question', 'panel']) Serializer.addProperty(owner, { name: `${name}:any` })
}
for (const name of additions.choiceitem) Serializer.addProperty('choiceitem', { name: `${name}:any` })

/**
 * What SurveyJS says when it loads the form: types and properties that it does not know, each of which it would pass
 * over in silence on the device.
 *
 * @param edition one without hindrances: certain names make SurveyJS throw
 */
export function formEngineProblems({ form }: Edition): Problem[] {
  return (new SurveyModel(form).jsonErrors ?? []).map((error) => ({
    place: placeOf(form, error.jsonObj),
    problem: sentenceOf(error),
  }))
}

function sentenceOf({ type, message, propertyName, jsonObj }: JsonError & { propertyName?: string }): string {
  if (type === 'unknownproperty') return `SurveyJS does not know "${propertyName}"`
  if (type === 'incorrecttypeproperty') return `SurveyJS has no type "${jsonObj?.type}" here`
  return `SurveyJS: ${message}`
}

/** SurveyJS names the object that it was reading, which may be a copy. */
function placeOf(form: Edition['form'], object: unknown): string {
  const json = JSON.stringify(object)
  for (const place of placesIn(form, 'form')) {
    const isSame = typeof place.value === 'object' && JSON.stringify(place.value) === json
    if (isSame) return placeText(place)
  }
  return 'form'
}
