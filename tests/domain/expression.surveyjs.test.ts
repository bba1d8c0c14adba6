import fc from 'fast-check'
import { ConditionRunner, ConditionsParser } from 'survey-core'
import { expect, test } from 'vitest'
import { type Answers, answerOf, type Json } from '#domain/answers.ts'
import { holds } from '#domain/expression.ts'
import { ExpressionError } from '#domain/expressionTokens.ts'
import { censusEdition } from '../support/builders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'
import { conditionsIn } from './formConditions.ts'

const runs = { numRuns: 1500 }
const patienceMs = 60_000

function ours(expression: string, answers: Answers): boolean {
  return holds(expression, (variable) => answerOf(answers, variable))
}

function theirs(expression: string, answers: Answers): boolean {
  return new ConditionRunner(expression).runValues(structuredClone(answers)) === true
}

function isReadBySurveyJs(expression: string): boolean {
  return Boolean(new ConditionsParser().parseExpression(expression))
}

// `n` and `m` hold numbers, `x`, `y` and `z` anything, `o` parts of both kinds: arithmetic is for numbers.
const words = ['yes', 'YES', ' yes ', 'no', 'other', 'b', '0', '1', '5', '05', '1.5', '1,5', 'true', 'False', '']
const numbers = fc.oneof(fc.constantFrom(0, 1, -1, 5, 100, 0.1, 0.2, 0.3, 1.5), fc.integer({ min: -3, max: 12 }))
const texts = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() })
const scalars = fc.oneof(numbers, texts, fc.boolean())
const anything: fc.Arbitrary<Json> = fc.oneof(scalars, fc.array(scalars, { maxLength: 3 }))
const parts = fc.record({ n: numbers, x: anything }, { requiredKeys: [] })
const someAnswers: fc.Arbitrary<Answers> = fc
  .record({ n: numbers, m: numbers, x: anything, y: anything, z: anything, o: parts }, { requiredKeys: [] })
  .map((answers) => answers as Answers)

const literals = fc.oneof(
  fc.constantFrom("'yes'", "'YES'", "'b'", "'5'", "'05'", "''", "'it\\'s'", '"no"', 'yes', 'other', 'true', 'False'),
  fc.constantFrom('0', '1', '5', '-1', '0.3', '1.5', '100'),
)
const joined = (parts: fc.Arbitrary<string>, ...between: string[]) =>
  fc.tuple(parts, fc.constantFrom(...between), parts).map(([one, mark, other]) => `${one} ${mark} ${other}`)

const { condition } = fc.letrec<Record<'condition' | 'comparison' | 'operand' | 'list' | 'number', string>>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('{n}', '{m}', '{o.n}', '0', '2', '0.1', '-1'),
    joined(tie('number'), '+', '-', '*', '/'),
    tie('number').map((inner) => `(${inner})`),
    joined(tie('number'), ',').map((both) => `sum(${both})`),
  ),
  list: fc
    .array(fc.oneof(literals, fc.constantFrom('{x}', '{y}')), { maxLength: 3 })
    .map((items) => `[${items.join(', ')}]`),
  operand: fc.oneof(
    fc.constantFrom('{x}', '{y}', '{z}', '{n}', '{o.x}', '{o.n}', '{o.missing}'),
    literals,
    tie('list'),
    tie('number'),
    fc.tuple(tie('condition'), literals, literals).map(([when, yes, no]) => `iif(${when}, ${yes}, ${no})`),
  ),
  comparison: fc.oneof(
    joined(tie('operand'), '=', '==', '<>', '!=', '<', '>', '<=', '>=', 'equal', 'notequal'),
    joined(tie('operand'), 'contains', 'notcontains', 'anyof', 'allof').map((membership) => `(${membership})`),
    fc
      .tuple(fc.constantFrom('{x}', '{y}', '{n}', '{o.x}', "''", '0'), fc.constantFrom('empty', 'notempty'))
      .map((both) => both.join(' ')),
  ),
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('comparison'),
    fc.constantFrom('{x}', '{n}', 'true'),
    joined(tie('condition'), 'and', 'or', '&&', '||', 'AND'),
    tie('condition').map((inner) => `!(${inner})`),
    tie('condition').map((inner) => `(${inner})`),
  ),
}))

test(
  'every condition of the published and of the unscored questionnaire holds exactly where it does in SurveyJS',
  () => {
    const conditions = [...conditionsIn(censusEdition()), ...conditionsIn(unscoredEdition())]
    expect(conditions.length).toBeGreaterThan(50)
    for (const expression of conditions) {
      const names = [...new Set([...expression.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))]
      const codes = [...expression.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
      const likely = fc.oneof(numbers, fc.constantFrom(...codes, ...words), fc.subarray(codes), anything)
      // Arithmetic is for numbers.
      const one = /[+-] /.test(expression) ? numbers : likely
      const answers = fc.record(Object.fromEntries(names.map((name) => [name, one])), { requiredKeys: [] })
      fc.assert(
        fc.property(answers, (given) => {
          expect(ours(expression, given as Answers), expression).toBe(theirs(expression, given as Answers))
        }),
        { numRuns: 60 },
      )
    }
  },
  patienceMs,
)

test(
  'any condition of the language that is accepted holds exactly where it does in SurveyJS',
  () => {
    fc.assert(
      fc.property(condition, someAnswers, (expression, answers) => {
        expect(isReadBySurveyJs(expression)).toBe(true)
        expect(ours(expression, answers)).toBe(theirs(expression, answers))
      }),
      runs,
    )
  },
  patienceMs,
)

test.each<[string, Answers, boolean]>([
  // Where a reader of one's own goes wrong: most of these were once read otherwise here.
  ["{x} = 'YES'", { x: ' yes ' }, true],
  ["{x} contains 'VAL'", { x: 'Valle' }, true],
  ['{x}', { x: 5 }, false],
  ['{x}', { x: 'yes' }, false],
  ['{x}', { x: true }, true],
  ['{x} <= {y}', {}, true],
  ['{x} >= {y}', { x: 0 }, false],
  ['{n} + {m} = 0.3', { n: 0.1, m: 0.2 }, true],
  ['sum({n}, {m}) = 0.3', { n: 0.1, m: 0.2 }, true],
  ['{n} / {m} > 1', { n: 1, m: 0 }, false],
  ["{x} anyof ['1']", { x: '1' }, true],
  ['{x} = {y}', { x: true, y: 1 }, true],
  ["{x} contains '1'", { x: 12 }, true],
  ["{x} allof 'es'", { x: 'yes' }, true],
  ["{x} = ['b', 'a']", { x: ['a', 'b'] }, true],
  ["{n} + {x} contains 'b' = 2", { n: 1, x: ['b'] }, true],
  ['!{x} = true', { x: 'b' }, false],
])('%s over %j', (expression, answers, expected) => {
  expect(theirs(expression, answers)).toBe(expected)
  expect(ours(expression, answers)).toBe(expected)
})

test.each([
  'not {x} = 1',
  'not ({x} = 1)',
  '-{n} = 1',
  '{x} = - 1',
  '({x}) empty',
  '{x} = 007',
  '{x} = 1.',
  "{x} = 'a\"b'",
  "{x} = 'a\\'",
  "{x} = 'a",
  '{x} = nullable',
  '{x} = trueish',
  '{ x } = 1 1',
])('%s is refused, because SurveyJS cannot read it either', (expression) => {
  expect(isReadBySurveyJs(expression)).toBe(false)
  expect(() => ours(expression, {})).toThrow(ExpressionError)
})

test.each([
  ['a name with spaces', '{ x } = 1'],
  ['a place in a list', '{x[0]} = 1'],
  ['the length of a list', '{x.length} = 1'],
  ['a part of a part', '{x.part.piece} = 1'],
  ['where an expression stands', '{panel.x} = 1'],
  ['a function in capitals', 'SUM({n}) = 1'],
  ['a function that is not known', 'age({x}) > 18'],
  ['a bracket that is never closed', '({x} = 1'],
  ['a text that SurveyJS rewrites', "{x} = 'a <> b'"],
  ['a name that SurveyJS rewrites', '{equals} = 1'],
  ['negate', 'negate {x}'],
  ['a blank by name', '{x} = null'],
  ['a chain of comparisons', '1 < {n} < 3'],
])('%s is refused, because SurveyJS would read something of its own: %s', (_, expression) => {
  expect(() => ours(expression, { x: 1 })).toThrow(ExpressionError)
})
