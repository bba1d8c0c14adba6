import { expect, test } from 'vitest'
import type { Edition } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import type { Draft } from '../../src/app/database.ts'
import { type SectionState, sectionStates } from '../../src/app/sectionState.ts'
import { censusEdition, completeAnswers } from '../support/builders.ts'
import { blankDraft } from '../support/deviceDatabase.ts'

const both = (text: string) => ({ es: text, en: text })

/** Section `a` on two pages; section `b` only of active clusters. */
const edition: Edition = {
  id: 'small',
  edition: 1,
  title: 'Small',
  sections: [
    { id: 'a', title: both('A'), minutes: 1, pages: ['a_1', 'a_2'] },
    { id: 'b', title: both('B'), minutes: 1, pages: ['b_1'] },
  ],
  form: {
    pages: [
      {
        name: 'a_1',
        elements: [
          { type: 'text', name: 'name', isRequired: true },
          { type: 'text', inputType: 'number', name: 'year', min: 1990, max: 2026, grouping: false },
        ],
      },
      {
        name: 'a_2',
        elements: [
          { type: 'radiogroup', name: 'status', isRequired: true, choices: ['active', 'idea'] },
          { type: 'text', inputType: 'number', name: 'staff', max: 100 },
        ],
      },
      {
        name: 'b_1',
        visibleIf: "{status} = 'active'",
        elements: [{ type: 'text', inputType: 'number', name: 'firms', isRequired: true, nonAnswers: ['dk'] }],
      },
    ],
  },
  checks: [{ id: 'young', severity: 'soft', when: '{year} = 2026', variables: ['year'], message: both('¿Tan joven?') }],
}
const form = readForm(edition)

function statesOf(facts: Partial<Draft>): SectionState[] {
  return sectionStates(form, edition, blankDraft(facts), { completedYear: 2026 })
}

/** Status, pending questions and the page where each section goes on. */
function briefly(facts: Partial<Draft>): unknown[][] {
  return statesOf(facts).map(({ status, pending, page }) => [status, pending, page?.name])
}

const done = { name: 'Café', status: 'idea' }
const seen = ['a_1', 'a_2']

test('of a blank draft nothing is started, and what hangs on a blank answer is undecided', () => {
  expect(briefly({})).toEqual([
    ['not-started', 2, 'a_1'],
    ['undecided', 0, undefined],
  ])
})

test('a section whose condition is answered and not met does not apply; a non-answer decides it too', () => {
  expect(briefly({ answers: { status: 'idea' } })[1]).toEqual(['not-applicable', 0, undefined])
  expect(briefly({ nonresponse: { status: 'dk' } })[1]).toEqual(['not-applicable', 0, undefined])
})

test('a section whose condition is met is there to be started', () => {
  expect(briefly({ answers: { status: 'active' } })[1]).toEqual(['not-started', 1, 'b_1'])
})

test('answers of a section that does not apply start nothing', () => {
  expect(briefly({ answers: { status: 'idea', firms: 12 }, visitedPages: ['b_1'] })[1]).toEqual([
    'not-applicable',
    0,
    undefined,
  ])
})

test('a section with an answer, or a page that was left, is in progress', () => {
  expect(briefly({ answers: { name: 'Café' } })[0]).toEqual(['in-progress', 1, 'a_1'])
  expect(briefly({ visitedPages: ['a_1'] })[0]).toEqual(['in-progress', 2, 'a_1'])
})

test('a section goes on at its first page that was not left, lacks an answer or has one that cannot be true', () => {
  expect(briefly({ answers: { name: 'Café' }, visitedPages: ['a_1'] })[0]).toEqual(['in-progress', 1, 'a_2'])
  expect(briefly({ answers: { status: 'idea' }, visitedPages: seen })[0]).toEqual(['with-errors', 1, 'a_1'])
  expect(briefly({ answers: { ...done, staff: 500 }, visitedPages: seen })[0]).toEqual(['with-errors', 0, 'a_2'])
})

test('a complete section that was not looked through is in progress; one that was, is complete', () => {
  expect(briefly({ answers: done })[0]).toEqual(['in-progress', 0, 'a_1'])
  expect(briefly({ answers: done, visitedPages: seen })[0]).toEqual(['complete', 0, 'a_1'])
})

test('a required answer that is missing is an error only once every page was left', () => {
  expect(briefly({ answers: { name: 'Café' }, visitedPages: ['a_1'] })[0]).toContain('in-progress')
  expect(briefly({ answers: { name: 'Café' }, visitedPages: seen })[0]).toEqual(['with-errors', 1, 'a_2'])
})

test('an answer that cannot be true is an error at once', () => {
  expect(briefly({ answers: { year: 1800 } })[0]).toEqual(['with-errors', 2, 'a_1'])
})

test('an unlikely answer is a warning until a reason is given for it, and no other', () => {
  const answers = { ...done, year: 2026 }
  expect(briefly({ answers, visitedPages: seen })[0]).toEqual(['complete-with-warnings', 0, 'a_1'])
  const checkReasons = { 'check:young': { code: 'true', text: '', values: '[2026]' } }
  expect(briefly({ answers, visitedPages: seen, checkReasons })[0]).toEqual(['complete', 0, 'a_1'])
  const ofAnother = { 'check:young': { code: 'true', text: '', values: '[2025]' } }
  expect(briefly({ answers, visitedPages: seen, checkReasons: ofAnother })[0]?.[0]).toBe('complete-with-warnings')
})

test('what is no number yet is an error, also where no answer is asked for', () => {
  const unread = { year: { typed: '1.99', decimals: 0, negative: false } }
  expect(briefly({ answers: done, visitedPages: seen, unread })[0]).toEqual(['with-errors', 0, 'a_1'])
  // Left in the middle of its first page.
  expect(briefly({ unread })[0]).toEqual(['with-errors', 2, 'a_1'])
})

test('a non-answer settles a question as an answer does', () => {
  const given = { answers: { status: 'active' }, nonresponse: { firms: 'dk' as const } }
  expect(briefly(given)[1]).toEqual(['in-progress', 0, 'b_1'])
  expect(briefly({ ...given, visitedPages: ['b_1'] })[1]).toEqual(['complete', 0, 'b_1'])
})

test('the published questionnaire, all answered and looked through, is complete in all seven sections', () => {
  const census = censusEdition()
  const censusForm = readForm(census)
  const visitedPages = censusForm.pages.map(({ name }) => name)
  const draft = blankDraft({ answers: completeAnswers, visitedPages })
  const states = sectionStates(censusForm, census, draft, { completedYear: 2026 })
  expect(states.map(({ section, status, pending }) => `${section.id} ${status} ${pending}`)).toEqual(
    ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id) => `${id} complete 0`),
  )
})

test.each([
  [undefined, 'undecided'],
  ['paused', 'not-applicable'],
  ['active', 'not-started'],
])('with the status %s the sections that ask only active clusters are %s', (status, expected) => {
  const census = censusEdition()
  const draft = blankDraft({ answers: status === undefined ? {} : { ci_status: status } })
  const states = sectionStates(readForm(census), census, draft, { completedYear: 2026 })
  expect(states.slice(1, 6).map((state) => state.status)).toEqual(Array.from({ length: 5 }, () => expected))
  // Its last page asks every cluster for comments.
  expect(states[6]?.status).toBe('not-started')
})
