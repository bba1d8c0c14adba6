import { readFileSync } from 'node:fs'
import { Serializer, SurveyModel } from 'survey-core'
import { expect, test } from 'vitest'
import { type Edition, parseEdition } from '#domain/edition.ts'
import { editionFiles } from '../../src/cli/editionsPlugin.ts'
import { surveyFolders } from '../../src/cli/surveyFolders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

// The form engine has to accept every form, apart from the properties that are our own.
const ownOfQuestions = [
  'number',
  'short',
  'countsAs',
  'nonAnswers',
  'decimals',
  'grouping',
  'money',
  'unit',
  'minLength',
]
for (const name of [...ownOfQuestions, 'classification', 'layout', 'composition']) {
  Serializer.addProperty('question', { name: `${name}:any`, category: 'own' })
  Serializer.addProperty('panel', { name: `${name}:any`, category: 'own' })
}
Serializer.addProperty('choiceitem', { name: 'hint:any', category: 'own' })

function loadErrors(edition: Edition): string[] {
  const model = new SurveyModel(edition.form)
  return (model.jsonErrors ?? []).map((error) => `${error.at}: ${error.message}`)
}

const editions = editionFiles(surveyFolders).map((file) => {
  const parsed = parseEdition(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problems.join('; ')}`)
  return parsed.edition
})

test.each(editions.map((edition) => [`${edition.id}.${edition.edition}`, edition] as const))(
  'the form engine loads %s without an error',
  (_, edition) => {
    expect(loadErrors(edition)).toEqual([])
  },
)

test('the form engine loads an unscored questionnaire of several blocks', () => {
  const edition = unscoredEdition(2)
  expect(loadErrors(edition)).toEqual([])
  expect(new SurveyModel(edition.form).getAllQuestions()).toHaveLength(140)
})

test('a property or type that the form engine does not know is seen', () => {
  const edition = unscoredEdition()
  edition.form.pages[0]?.elements.push({ type: 'radiogruop', name: 'misspelt' })
  edition.form.pages[1]?.elements.push({ type: 'text', name: 'odd', colour: 'blue' })
  expect(loadErrors(edition)).toHaveLength(2)
})
