import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catastrophicRegex } from '#domain/catastrophicRegex.ts'
import { copyProblems } from '#domain/copyLint.ts'
import { type Check, type Edition, type FormElement, parseEdition } from '#domain/edition.ts'
import { Classification, editionProblems, editionRemarks } from '#domain/editionCheck.ts'
import { elementsOf, questionsOf } from '#domain/editionPlaces.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const surveys = new URL('../../surveys/', import.meta.url)
const text = readFileSync(new URL('cluster-maturity.1.json', surveys), 'utf8')
const classifications = ['departments', 'chambers', 'ciiu', 'countries'].map((id) =>
  Classification.parse(JSON.parse(readFileSync(new URL(`classifications/${id}.json`, surveys), 'utf8'))),
)

/** A copy of the first edition that a test may spoil. */
function maturity(): Edition {
  const parsed = parseEdition(JSON.parse(text))
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.edition
}

function element(edition: Edition, name: string): FormElement {
  const found = elementsOf(edition).find((one) => one.element.name === name)
  if (found === undefined) throw new Error(`no element ${name}`)
  return found.element
}

function problemsAfter(spoil: (edition: Edition) => void): string[] {
  const edition = maturity()
  spoil(edition)
  return editionProblems(edition, classifications).map(({ place, problem }) => `${place}: ${problem}`)
}

describe('the first edition of cluster-maturity', () => {
  const edition = maturity()
  const questions = questionsOf(edition).map((one) => one.element)

  test('may be published', () => {
    expect(editionProblems(edition, classifications)).toEqual([])
  })

  test('asks 79 items in 113 variables, 11 of them the text of another option', () => {
    expect(new Set(questions.map((question) => question.number)).size).toBe(79)
    expect(questions).toHaveLength(113)
    expect(questions.filter((question) => question.name.endsWith('_other') && question.isRequired)).toHaveLength(11)
    expect(Object.keys(edition.codebook ?? {})).toHaveLength(113)
  })

  test('takes 35 minutes, in seven sections after the consent', () => {
    const minutes = [edition.consent, ...(edition.sections ?? [])].map((section) => section?.minutes ?? 0)
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(35)
    expect(edition.minutes).toBe(35)
    expect(edition.sections?.map((section) => section.title.es)).toEqual([
      'Identificación',
      'Actores y empresas',
      'Gobernanza',
      'Enfoque de la estrategia',
      'Colaboración y alianzas',
      'Resultados',
      'Retos y financiación',
    ])
  })

  test('offers "No aplica" on two questions only, and no non-answer in consent, identification and texts', () => {
    const offering = elementsOf(edition).flatMap((one) => (one.element.nonAnswers === undefined ? [] : [one.element]))
    const notApplicable = offering.filter((one) => one.nonAnswers?.includes('na')).map((one) => one.name)
    expect(notApplicable).toEqual(['res_markets', 'res_diversification'])
    expect(offering.filter((one) => /^(?:A|H)\d|^F11$|^G08$/.test(one.number ?? ''))).toEqual([])
    expect(offering.filter((one) => one.maxLength !== undefined)).toEqual([])
  })

  test('preselects nothing', () => {
    expect(questions.filter((question) => 'defaultValue' in question)).toEqual([])
  })
})

describe('a fault in a scored edition is found and named with its place', () => {
  test('a unit that is only there in the plural', () => {
    const problems = problemsAfter((edition) => {
      delete element(edition, 'n_associations').unitOne
    })
    expect(problems).toEqual([expect.stringContaining('has a unit, and no unitOne')])
  })

  test('a text in one language', () => {
    const problems = problemsAfter((edition) =>
      Object.assign(element(edition, 'team_fte'), { title: { es: '¿Cuál?' } }),
    )
    expect(problems).toEqual([
      expect.stringMatching(/^form\.pages\[\d+\]\.elements\[\d+\]\.title \(team_fte\): .* in en$/),
    ])
  })

  test('a long sentence, a banned word, an exclamation mark, an unknown placeholder', () => {
    const es = `Este usuario ${'muy '.repeat(20)}largo no cabe. ¡Hola {nobody}!`
    const problems = problemsAfter((edition) =>
      Object.assign(element(edition, 'team_fte'), { title: { es, en: 'Fine' } }),
    )
    expect(problems.map((problem) => problem.replace(/^.*: es: /, ''))).toEqual([
      expect.stringMatching(/^a sentence of 25 words/),
      'an exclamation mark',
      'the word "usuario" (write: usted)',
      '{nobody} is no variable',
    ])
  })

  test('a condition that names no variable, and one that cannot be read', () => {
    const problems = problemsAfter((edition) => {
      element(edition, 'team_fte').visibleIf = "{manager} = 'active'"
      element(edition, 'contact_pct').visibleIf = '{n_firms_active} > > 0'
    })
    expect(problems.filter((problem) => problem.includes('(team_fte)'))[0]).toContain('{manager}, which is no variable')
    expect(problems.filter((problem) => problem.includes('(contact_pct)'))[0]).toContain('cannot be read')
  })

  test('a choice without a level, and a level without a choice', () => {
    const problems = problemsAfter((edition) => {
      const choices = element(edition, 'monitoring').choices ?? []
      Object.assign(choices[0] ?? {}, { value: 'never' })
    })
    expect(problems.filter((problem) => problem.startsWith('scoring: '))).toHaveLength(2)
  })

  test('weights that do not sum to 100', () => {
    const problems = problemsAfter((edition) => {
      for (const dimension of edition.scoring?.dimensions.slice(0, 1) ?? []) dimension.weight = 26
    })
    expect(problems).toEqual(['scoring: dimensions: the weights sum to 101, not to 100'])
  })

  test('a missing next step, codebook entry, section page', () => {
    const problems = problemsAfter((edition) => {
      delete edition.steps?.gov_mix?.steps['2']
      delete edition.codebook?.team_fte
      edition.sections?.[2]?.pages.pop()
    })
    expect(problems).toContain('steps.gov_mix.steps: 2 is missing')
    expect(problems).toContainEqual(expect.stringMatching(/\(team_fte\): has no entry in the codebook$/))
    expect(problems).toContain('form.pages (C_3): belongs to no section')
  })

  test('choices that differ from their classification', () => {
    const problems = problemsAfter((edition) => element(edition, 'dept_main').choices?.pop())
    expect(problems).toEqual([expect.stringMatching(/\(dept_main\): the choices differ from departments\.json$/)])
  })
})

describe('an unscored edition', () => {
  const problemsWith = (added: Record<string, unknown>) => {
    const edition = unscoredEdition()
    Object.assign(edition.form.pages[0]?.elements[0] ?? {}, added)
    return editionProblems(edition).map(({ place, problem }) => `${place}: ${problem}`)
  }

  test('has only to be safe', () => {
    expect(editionProblems(unscoredEdition(3))).toEqual([])
    expect(parseEdition(JSON.parse(JSON.stringify(unscoredEdition(3))))).toEqual({
      ok: true,
      edition: unscoredEdition(3),
    })
  })

  test('of one block asks 70 questions in 8 sections under 15 skip rules', () => {
    const edition = unscoredEdition()
    const questions = questionsOf(edition).map((one) => one.element)
    expect(edition.form.pages).toHaveLength(8)
    expect(questions).toHaveLength(70)
    expect(questions.filter((question) => question.visibleIf !== undefined)).toHaveLength(15)
    expect(edition.form.calculatedValues).toHaveLength(3)
  })

  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', '1st', 'a-b', 'ñ', '', 'x'.repeat(65)])(
    'is refused with a question named %j',
    (name) => {
      expect(problemsWith({ name })).toEqual([expect.stringContaining('the name "')])
    },
  )

  test('is refused where two names differ in case only', () => {
    expect(problemsWith({ name: 'B1_Single_02' })).toEqual([expect.stringContaining('is already used at')])
  })

  test.each([{ type: 'html' }, { type: 'file' }, { type: 'signaturepad' }])(
    'is refused with a question of %j',
    (added) => {
      expect(problemsWith(added)).toEqual([expect.stringContaining('are not allowed')])
    },
  )

  test.each([
    { choicesByUrl: { url: '/api' } },
    { imageLink: 'https://example.org/x.png' },
    { imageLink: '//example.org/x.png' },
    { description: 'java\nscript:alert(1)' },
    { imageLink: 'data:image/svg+xml;base64,AAAA' },
    { title: 'A <img src=x onerror=alert(1)>' },
    { completedHtml: 'Gracias' },
    { matrix: { deep: [{ cellType: 'file' }] } },
    { templateElements: [{ type: 'text', name: 'constructor' }] },
    { validators: [{ type: 'regex', regex: '(a+)+$' }] },
  ])('is refused with %j', (added) => {
    expect(problemsWith(added).length).toBeGreaterThan(0)
  })

  test('may speak of data and use comparisons', () => {
    expect(
      problemsWith({
        title: 'Datos / data: año 2025',
        visibleIf: '{b1_number_01} <> 3 and {b1_number_02} < {b1_number_03}',
      }),
    ).toEqual([])
  })
})

test.each([
  null,
  7,
  [],
  {},
  { id: 'x', edition: 1, title: 'x', form: { pages: [] } },
  { ...unscoredEdition(), id: 'X' },
])('what is no edition is refused with the places that are wrong: %j', (json) => {
  const parsed = parseEdition(json)
  expect(parsed.ok ? [] : parsed.problems).not.toHaveLength(0)
})

describe('a condition that only SurveyJS can read', () => {
  const condition = 'age({founded_on}) >= 3'

  test('is a fault with scoring, since the result hangs on what was asked', () => {
    const problems = problemsAfter((edition) => Object.assign(element(edition, 'team_fte'), { visibleIf: condition }))
    expect(problems).toContainEqual(expect.stringMatching(/\(team_fte\): the expression cannot be read: age/))
  })

  test('is only remarked upon without scoring', () => {
    const edition = unscoredEdition()
    expect(editionRemarks(edition)).toEqual([])
    Object.assign(element(edition, 'b1_number_02'), { visibleIf: condition })
    expect(editionProblems(edition)).toEqual([])
    expect(editionRemarks(edition).map(({ place }) => place)).toEqual([expect.stringContaining('(b1_number_02)')])
  })

  test('is a fault in a cross-check, which is ours and not SurveyJS’s', () => {
    const message = { es: 'Revise.', en: 'Check.' }
    const check: Check = { id: 'age', severity: 'soft', when: condition, variables: ['b1_number_02'], message }
    const problems = editionProblems({ ...unscoredEdition(), checks: [check] })
    expect(problems.map(({ place }) => place)).toContain('checks[0] (age)')
  })
})

describe('regular expressions', () => {
  const harmful = ['(a+)+$', '(a*)*', '(a|a)*', '(a|ab)+c', '(\\w+\\s?)*$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*)*x']
  test.each([...harmful, '(a+){10}', '(-a*a*)*', '(?=(a+)+$)b', '(a)\\1+', '(.+,)*$', '(a|[^b])*c', '('])(
    '%s is refused',
    (source) => {
      expect(catastrophicRegex(source)).toBeDefined()
    },
  )

  const harmless = ['^[A-Z]{2}-\\d{3}$', '^\\d+(\\.\\d+)?$', '^[a-z0-9]+(-[a-z0-9]+)*$', '(\\d{1,3}\\.){3}\\d{1,3}']
  test.each([...harmless, '^(\\+57)?3\\d{9}$', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', '^(yes|no)$', '^.+@.+\\..+$'])(
    '%s is accepted',
    (source) => {
      expect(catastrophicRegex(source)).toBeUndefined()
    },
  )
})

test('a result may say that it is no "calificación", and nothing else may', () => {
  expect(copyProblems('No es una certificación ni una calificación para asignar recursos.', 'es')).toEqual([])
  expect(copyProblems('Su calificación es alta.', 'es')).toHaveLength(1)
  expect(copyProblems('Escriba una nota sobre esta pregunta.', 'es')).toEqual([])
})

test.each([
  ['Con notas (3)', []],
  ['Agregar nota', []],
  ['Su nota es 4,5.', ['nota']],
  ['Gobernanza debe subir 5,3 puntos', []],
  ['Hay 2 encuestas por subir.', ['subir']],
  ['Sincronizar ahora', ['Sincronizar']],
  ['Usuario inválido', ['inválido', 'Usuario']],
])('of "%s" the banned words are %j', (text, banned) => {
  const found = copyProblems(text, 'es')
  expect(found).toHaveLength(banned.length)
  for (const word of banned) expect(found.join()).toContain(word)
})
