import { describe, expect, it } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import type { Edition } from '#domain/edition.ts'
import { earlierResults } from '#domain/history.ts'
import { score } from '#domain/scoring.ts'
import { censusEdition, completeAnswers, validSubmission } from '../support/builders.ts'

const first = censusEdition()
const rules = first.scoring
if (rules === undefined) throw new Error('edition 1 has scoring')
/** As edition 1, with rules of its own: governance counts more, strategy less. */
const second: Edition = {
  ...first,
  edition: 2,
  scoring: {
    ...rules,
    version: '2.0.0',
    dimensions: rules.dimensions.map((each, at) => ({ ...each, weight: [40, 5][at] ?? each.weight })),
  },
}
const answers = { ...completeAnswers, gov_formal_model: 'documented', res_sales: 'measured' }
const in2024 = validSubmission({ answers, completedAt: '2024-11-20T14:40:00.000Z' })
const in2025 = validSubmission({ answers, completedAt: '2025-11-20T14:40:00.000Z' })

describe('earlier results', () => {
  it('are comparable as they were told when the rules are the same, oldest first', () => {
    const earlier = earlierResults(
      first,
      [in2025, in2024].map((submission) => ({ submission, edition: first })),
    )
    expect(earlier.map(({ submissionId }) => submissionId)).toEqual([in2024.submissionId, in2025.submissionId])
    expect(earlier.map(({ comparability }) => comparability)).toEqual(['same', 'same'])
    expect(earlier[0]?.told).toEqual({ index: in2024.result?.index, dimensions: in2024.result?.dimensions })
    expect(earlier[0]?.comparable).toEqual(earlier[0]?.told)
  })

  it('are scored again where the present rules can read the answers, and keep what was told', () => {
    const [one] = earlierResults(second, [{ submission: in2024, edition: first }])
    const again = score(second.scoring ?? rules, { answers, nonresponse: {} })
    expect(one?.comparability).toBe('rescored')
    expect(one?.told.index).toBe(in2024.result?.index)
    expect(one?.comparable?.index).toBe(again.index)
    expect(again.index).not.toBe(in2024.result?.index)
  })

  it('are not compared where the present edition does not know an answer', () => {
    const submission = { ...in2024, answers: { ...answers, gov_formal_model: 'from_another_edition' } }
    const [one] = earlierResults(second, [{ submission, edition: first }])
    expect([one?.comparability, one?.comparable]).toEqual(['other', null])
    // Nor where nobody here knows by which rules it was told.
    const [unknown] = earlierResults(first, [{ submission, edition: undefined }])
    expect(unknown?.comparability).toBe('other')
  })

  it('have no number where more than a fifth of a dimension is missing', () => {
    const { gov_formal_model: _, manager_status: __, ...few }: Answers = answers
    const submission = validSubmission({ answers: few, completedAt: '2024-11-20T14:40:00.000Z' })
    const [one] = earlierResults(first, [{ submission, edition: first }])
    expect(one?.told.dimensions.gov).toBeNull()
    expect(one?.told.dimensions.res).not.toBeNull()
  })

  it('leave out other questionnaires and what has no result', () => {
    const other = { ...in2024, questionnaire: { id: 'site-visit', edition: 1 } }
    const unscored = { ...in2024, result: null }
    expect(
      earlierResults(
        first,
        [other, unscored].map((submission) => ({ submission, edition: first })),
      ),
    ).toEqual([])
  })
})
