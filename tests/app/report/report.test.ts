import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { sha256Hex } from '#domain/digest.ts'
import { formatNumber } from '#domain/numbers.ts'
import type { Plan } from '#domain/plan.ts'
import { readResultCode, verifies } from '#domain/resultCode.ts'
import { blankContacts } from '#domain/retention.ts'
import { nothingSimulated, withSteps } from '#domain/simulation.ts'
import type { ReportFacts } from '../../../src/app/report/facts.ts'
import { makeReport } from '../../../src/app/report/makeReport.ts'
import { type Paper, papers } from '../../../src/app/report/pdf.ts'
import { controller } from '../../support/builders.ts'
import { infoOf, pagesOf, pictureOf, wordsOf } from '../../support/poppler.ts'
import { factsOf, submissionOf, workedExamples } from './reports.ts'

const bothPapers: readonly Paper[] = ['letter', 'a4']
const [exampleA, exampleB, exampleC] = workedExamples
const quartiles = { p25: 20, p50: 41.5, p75: 1 / 3 + 60 }

const peers: ReportFacts['peers'] = {
  asOf: '2026-10-12',
  group: {
    ...{ id: 'all', es: 'Todas', en: 'All', n: 1096, stages: {} },
    dimensions: { gov: quartiles, str: quartiles, all: quartiles, res: quartiles, sus: quartiles },
  },
}

const fiveIndicators = ['gov_manager', 'sus_diversity', 'str_plan', 'all_academia', 'res_sales']

function planOf(responsible: string, indicators: readonly string[]): Plan {
  const actions = indicators.map((indicator) => ({ indicator, level: 4, responsible, due: '2027-03-01' }))
  return { submissionId: 'any', savedAt: '2026-11-24T15:00:00.000Z', actions }
}

/** 300 characters, as long as a name may be, with everything that Spanish and its neighbours write. */
const longName =
  `Iniciativa Clúster «Ñandú» del Cacao, ¿y el güisqui?, de la Región Pacífico–Andina ${'Alianza Interinstitucional '.repeat(9)}`.slice(
    0,
    300,
  )
const unbroken = 'Ü'.repeat(300)

describe.each(bothPapers)('the report on %s', (paper) => {
  test('of each worked example has three pages with the right words, numbers and folio', async () => {
    for (const example of workedExamples) {
      const facts = factsOf(submissionOf(example.input))
      const bytes = await makeReport(facts, paper)
      const pages = pagesOf(bytes)
      expect(pages).toHaveLength(3)
      for (const [at, text] of pages.entries()) {
        expect(text).toContain(`Página ${at + 1} de 3`)
        expect(text).toContain(`Folio ${facts.folio} · Clúster de Café de Antioquia`)
      }
      const index = formatNumber(example.expected.index, { decimals: 1, fixed: true })
      expect(pages[0]).toContain('puntaje de 100')
      expect(pages[0]).toContain(index)
      expect(pages[0]).toContain('No es una certificación ni una calificación para asignar recursos.')
      for (const row of facts.told.profile) {
        expect(pages[0]).toContain(formatNumber(row.value, { decimals: 1, fixed: true }))
      }
      expect(pages[1]).toContain('Cómo están otras iniciativas')
      expect(pages[2]).toContain('Sostenibilidad financiera')
      const [width, height] = papers[paper]
      expect(infoOf(bytes)).toMatch(new RegExp(`Page size: +${width} x ${height}`))
    }
  })

  test('stays inside margins of 13 mm and on three pages, however long its texts are', async () => {
    for (const name of [longName, unbroken]) {
      const overrides: Partial<ReportFacts> = {
        roundTitle: name,
        plan: planOf(name, fiveIndicators),
        peers: { ...peers, group: { ...peers.group, es: name, en: name } },
        controller: { ...controller, name, mail: name, phone: name },
      }
      for (const [example, language] of [
        [exampleA, 'es'],
        [exampleB, 'en'],
      ] as const) {
        const facts = factsOf(submissionOf(example!.input, { clusterName: name }), overrides, language)
        expectInside(await makeReport(facts, paper), paper)
      }
    }
  })

  test('of a result without a stage says so, in both languages', async () => {
    const few = submissionOf({ answers: { ci_status: 'active', gov_formal_model: 'none' }, nonresponse: {} })
    const notActive = submissionOf({ answers: { ci_status: 'closed' }, nonresponse: {} })
    for (const [submission, es, en] of [
      [few, 'no podemos calcular la etapa', 'we cannot calculate the stage'],
      [notActive, 'la iniciativa no figura como activa', 'the initiative is not stated as active'],
    ] as const) {
      const inSpanish = await makeReport(factsOf(submission), paper)
      expect(pagesOf(inSpanish)[0]).toContain(es)
      expectInside(inSpanish, paper)
      const inEnglish = await makeReport(factsOf(submission, {}, 'en'), paper)
      expect(pagesOf(inEnglish)[0]).toContain(en)
      expectInside(inEnglish, paper)
    }
  })
})

function expectInside(bytes: Uint8Array, paper: Paper): void {
  const [width, height] = papers[paper]
  const margin = (13 / 25.4) * 72
  const words = wordsOf(bytes)
  expect(Math.max(...words.map(({ page }) => page))).toBe(3)
  const outside = words.filter(
    ({ left, top, right, bottom }) =>
      left < margin - 0.5 || top < margin - 0.5 || right > width - margin + 0.5 || bottom > height - margin + 0.5,
  )
  expect(outside).toEqual([])
  // What is at the foot of the page stands below all else.
  const foot = height - margin - 22
  const overFoot = words.filter(({ top, bottom }) => top < foot && bottom > foot + 6)
  expect(overFoot).toEqual([])
}

describe('the code on the third page', () => {
  test.each(bothPapers)('is read from the pixels of %s and verifies the submission', async (paper) => {
    for (const example of workedExamples) {
      const facts = factsOf(submissionOf(example.input))
      const { width, height, rgba } = pictureOf(await makeReport(facts, paper), 3)
      const read = jsQR(rgba, width, height)
      expect(read?.version).toBeLessThanOrEqual(20)
      const code = readResultCode(read?.data ?? '')
      expect(code?.stage).toBe(example.expected.stage)
      expect(code?.tenths.map((value) => formatNumber(value / 10, { decimals: 1, fixed: true }))).toEqual(
        facts.told.profile.map(({ value }) => formatNumber(value, { decimals: 1, fixed: true })),
      )
      expect(code && verifies(code, facts.submission, facts.bytes, facts.rules)).toBe(true)
    }
  })

  test('goes on being that of what was sent when this copy no longer says who answered', async () => {
    const sent = submissionOf({ ...exampleA!.input, answers: { ...exampleA!.input.answers, respondent_name: 'Ana' } })
    const sha256 = sha256Hex(canonicalJson(sent))
    const notes = { respondent_name: 'firma como Ana' }
    const blanked = blankContacts({ ...sent, notes }, { at: '2027-03-01T00:00:00.000Z', sha256 })
    const { width, height, rgba } = pictureOf(await makeReport(factsOf(blanked!), 'letter'), 3)
    expect(readResultCode(jsQR(rgba, width, height)?.data ?? '')?.check).toBe(sha256.slice(0, 16))
  })
})

test('one point is a point', async () => {
  const facts = factsOf(submissionOf(exampleA!.input))
  const added = facts.told.added.slice(0, 1).map((each) => ({ ...each, points: 1 }))
  const lacking = facts.told.lacking.slice(0, 1).map((each) => ({ ...each, points: 0, available: 1 }))
  const told = { ...facts.told, added, lacking, distance: { ...facts.told.distance!, points: 1 } }
  const [text] = pagesOf(await makeReport({ ...facts, told }, 'letter'))
  for (const words of ['Suma 1 punto al total.', 'Puede sumar 1 punto al total.', 'debe subir 1 punto hasta 35,0.']) {
    expect(text).toContain(words)
  }
})

describe('the plan page', () => {
  test('prints the saved plan with who and until when', async () => {
    const plan = planOf('Íngrid Muñoz', ['gov_manager', 'sus_diversity'])
    const [, text] = pagesOf(await makeReport(factsOf(submissionOf(exampleA!.input), { plan }), 'letter'))
    expect(text).toContain('Plan guardado el')
    expect(text).toContain('1. Dirección y equipo gestor · Gobernanza')
    expect(text).toContain('2. Diversidad de fuentes de financiación')
    expect(text).toContain('Responsable Íngrid Muñoz')
    expect(text).toContain('Fecha 1 de marzo de 2027')
  })

  test('without a plan starts with the first steps of the way, and always has three to write on', async () => {
    const firstSteps = [
      [exampleA, '1. Mejora de productos o servicios · Resultados'],
      [exampleB, '1. Diversidad de fuentes de financiación · Sostenibilidad financiera'],
      [exampleC, 'Es la última etapa.'],
    ] as const
    for (const [example, words] of firstSteps) {
      const [, text = ''] = pagesOf(await makeReport(factsOf(submissionOf(example!.input)), 'letter'))
      expect(text).toContain(words)
      const toFill = text.match(/Responsable Fecha/g)?.length ?? 0
      expect(toFill).toBeGreaterThanOrEqual(3)
      expect(toFill).toBeLessThanOrEqual(5)
    }
  })

  test('shows the group that was chosen with n and date', async () => {
    const [, text] = pagesOf(await makeReport(factsOf(submissionOf(exampleA!.input), { peers }), 'letter'))
    expect(text).toContain('Grupo: Todas. n = 1.096 iniciativas. Datos del 12 de octubre de 2026.')
    expect(text).toContain('20,0 a 60,3')
    expect(text).toContain('41,5')
  })

  test.each(bothPapers)('has room on %s for five actions, the simulation and the other initiatives', async (paper) => {
    for (const example of [exampleA, exampleB]) {
      const simulation = withSteps(nothingSimulated, example!.expected.path ?? [])
      const plan = { ...planOf('Íngrid Muñoz', fiveIndicators), simulation }
      const bytes = await makeReport(factsOf(submissionOf(example!.input), { plan, peers }), paper)
      const [, text] = pagesOf(bytes)
      expect(text?.match(/Responsable Íngrid Muñoz/g)).toHaveLength(5)
      expect(text).toContain('Simulación: no cambia las respuestas ni el resultado')
      expect(text).toContain('Grupo: Todas. n = 1.096 iniciativas.')
      expect(text).not.toContain('…')
      expectInside(bytes, paper)
    }
  })
})

describe('the technical sheet', () => {
  test('tells weights, cut-offs, missing answers with bounds, role and mode, and whom to ask', async () => {
    const answers = { ...exampleC!.input.answers, respondent_role: 'manager' }
    const submission = submissionOf({ answers, nonresponse: exampleC!.input.nonresponse }, { mode: 'self' })
    const [, , text] = pagesOf(await makeReport(factsOf(submission, { controller }), 'letter'))
    for (const words of [
      'Gobernanza 25% ≥ 30 ≥ 50 ≥ 70 97,5',
      '100% ≥ 35 ≥ 60 ≥ 80 89,5',
      'Sus respuestas alcanzan para 26 de los 27 indicadores que cuentan. El indicador que falta podría mover el puntaje entre 89,5 y 91,8.',
      'Rol de quien respondió: Dirección o gestión del clúster.',
      'Modo: autoevaluación',
      'Contacto: Red de ejemplo, datos@example.org, +57 601 000 0000',
      'Los nombres de las etapas esperan la confirmación',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('tells a role that is not on the list in the words that were written', async () => {
    const answers = { ...exampleA!.input.answers, respondent_role: 'other', respondent_role_other: 'Asesora externa' }
    const [, , text] = pagesOf(await makeReport(factsOf(submissionOf({ answers, nonresponse: {} })), 'letter'))
    expect(text).toContain('Rol de quien respondió: Asesora externa.')
  })

  test('names no person', async () => {
    const answers = { ...exampleA!.input.answers, consent_personal: 'yes', respondent_name: 'María Peña Ñáñez' }
    const submission = submissionOf({ answers, nonresponse: {} }, { enumerator: 'Ana Secreta' })
    const text = pagesOf(await makeReport(factsOf(submission), 'letter')).join(' ')
    expect(text).not.toContain('Peña')
    expect(text).not.toContain('Secreta')
  })
})

describe('the file', () => {
  test('is tagged, titled, in its language, and the same each time', async () => {
    const facts = factsOf(submissionOf(exampleA!.input))
    const bytes = await makeReport(facts, 'letter')
    expect(infoOf(bytes)).toMatch(/Title: +Resultado de la autoevaluación: Clúster de Café de Antioquia/)
    expect(infoOf(bytes)).toMatch(/Tagged: +yes/)
    const structure = infoOf(bytes, '-struct-text')
    for (const tag of ['Document', 'Sect', 'H1', 'H2', 'P', 'Figure', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody']) {
      expect([tag, new RegExp(`^ *${tag}\\b`, 'm').test(structure)]).toEqual([tag, true])
    }
    const raw = new TextDecoder('latin1').decode(bytes)
    expect(raw).toContain('/Lang (es-CO)')
    expect(raw.match(/\/Alt /g)).toHaveLength(3)
    expect(await makeReport(facts, 'letter')).toEqual(bytes)
    const english = await makeReport(factsOf(facts.submission, {}, 'en'), 'letter')
    expect(new TextDecoder('latin1').decode(english)).toContain('/Lang (en)')
  })

  test('takes letters that the font does not have', async () => {
    const submission = submissionOf(exampleA!.input, { clusterName: 'Clúster Ẽpẽra 😀 Wounaan 漢' })
    const [text] = pagesOf(await makeReport(factsOf(submission), 'letter'))
    expect(text?.normalize('NFC')).toContain('Clúster Ẽpẽra Wounaan ?')
  })
})
