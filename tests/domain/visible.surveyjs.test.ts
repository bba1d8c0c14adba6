import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import type { Answers, Json } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import { type Form, type Question, readForm } from '#domain/form.ts'
import { isShown, visibleQuestions } from '#domain/visible.ts'
import { censusEdition } from '../support/builders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const patienceMs = 120_000

/** What SurveyJS shows once no hidden answer is in its data any more. */
function shownBySurveyJs(model: Model, form: Form, answers: Answers): Set<string> {
  let shown = new Set(form.questions.map((question) => question.name))
  for (let pass = 0; pass <= form.questions.length; pass += 1) {
    model.data = Object.fromEntries(Object.entries(answers).filter(([name]) => shown.has(name)))
    const next = new Set(form.questions.map(({ name }) => name).filter((name) => isOnScreen(model, name)))
    if (next.size === shown.size && [...next].every((name) => shown.has(name))) return next
    shown = next
  }
  throw new Error('the form never comes to rest')
}

function isOnScreen(model: Model, name: string): boolean {
  const question = model.getQuestionByName(name)
  return question.isVisible && question.isParentVisible
}

function modelOf(edition: Edition): Model {
  const model = new Model(edition.form)
  model.clearInvisibleValues = 'none'
  return model
}

function likelyAnswer({ kind, choices }: Question): fc.Arbitrary<Json> {
  const codes = choices.map((choice) => choice.value)
  if (kind === 'single') return fc.constantFrom(...codes)
  if (kind === 'multiple') return fc.subarray(codes, { minLength: 1 })
  if (kind === 'number') return fc.constantFrom(0, 1, 7, 100)
  return kind === 'date' ? fc.constant('2026-01-31') : fc.constantFrom('x', 'Cúcuta')
}

/** Most runs are of an active cluster: of any other one, all but the first section is hidden. */
function answersTo(form: Form): fc.Arbitrary<Answers> {
  const asked = form.questions.filter((question) => question.kind !== 'other')
  const parts = asked.map((question) => [question.name, likelyAnswer(question)] as const)
  const some = fc.record(Object.fromEntries(parts), { requiredKeys: [] }).map((given) => given as Answers)
  const active: Answers = form.question('ci_status') === undefined ? {} : { ci_status: 'active' }
  return fc
    .tuple(some, fc.integer({ min: 0, max: 3 }))
    .map(([given, dice]) => (dice === 0 ? given : { ...given, ...active }))
}

test.each([
  ['the published questionnaire', censusEdition()],
  ['an unscored questionnaire', unscoredEdition()],
])(
  'in %s the same questions and pages are asked as in SurveyJS',
  (_, edition) => {
    const form = readForm(edition)
    const model = modelOf(edition)
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const shown = shownBySurveyJs(model, form, answers)
        const visible = visibleQuestions(form, answers)
        expect([...visible].sort()).toEqual([...shown].sort())
        const pages = model.pages.filter((page) => page.isVisible).map((page) => page.name)
        expect(form.pages.filter((page) => isShown(page, visible)).map((page) => page.name)).toEqual(pages)
      }),
      { numRuns: 40 },
    )
  },
  patienceMs,
)

const asked = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6']
const conditionOn = (earlier: string[]) =>
  fc
    .tuple(fc.constantFrom(...earlier), fc.constantFrom("= 'a'", "<> 'a'", 'empty', 'notempty'))
    .map(([name, rest]) => `{${name}} ${rest}`)
const chains = fc.tuple(
  ...asked.map((_, index) =>
    index === 0 ? fc.constant(undefined) : fc.option(conditionOn(asked.slice(0, index)), { nil: undefined }),
  ),
)

test(
  'a chain of conditions, each on an earlier question, comes to rest where SurveyJS does',
  () => {
    fc.assert(
      fc.property(
        chains,
        fc.dictionary(fc.constantFrom(...asked), fc.constantFrom('a', 'b')),
        (conditions, answers) => {
          const elements = conditions.map((visibleIf, index) => ({
            type: 'text',
            name: asked[index] ?? '',
            ...(visibleIf === undefined ? {} : { visibleIf }),
          }))
          const edition = { id: 'chain', edition: 1, title: 'Chain', form: { pages: [{ name: 'page', elements }] } }
          const form = readForm(edition)
          const shown = shownBySurveyJs(modelOf(edition), form, answers)
          expect([...visibleQuestions(form, answers)].sort()).toEqual([...shown].sort())
        },
      ),
      { numRuns: 100 },
    )
  },
  patienceMs,
)
