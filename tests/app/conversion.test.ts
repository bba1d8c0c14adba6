import { expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { type Panel, readForm } from '#domain/form.ts'
import { type OpenComposition, putPart, totalWords, writeIn, writePart } from '../../src/app/compositionDraft.ts'
import { keepConverted } from '../../src/app/conversion.ts'
import type { Draft } from '../../src/app/database.ts'
import { DraftSession } from '../../src/app/draftSession.ts'
import { PageModel } from '../../src/app/pageModel.ts'
import { censusEdition } from '../support/builders.ts'
import { blankDraft, newDatabase } from '../support/deviceDatabase.ts'

// Compositions that are written in the other unit, as the open draft keeps them.

const edition = censusEdition()
const form = readForm(edition)

/** The firms by size of an open draft, of which the person has percentages. */
function openSizes(facts: Partial<Draft> = {}, name = 'B02') {
  const page = form.pages.find(({ elements }) => elements.some((element) => element.name === name))
  const panel = page?.elements.find((element): element is Panel => element.name === name)
  if (page === undefined || panel === undefined) throw new Error(`no panel ${name}`)
  const answers: Answers = { n_firms_linked: 84 }
  const session = new DraftSession(newDatabase(), blankDraft({ answers, ...facts }))
  keepConverted(session, form)
  const model = new PageModel({ session, edition, form, earlier: undefined }, page, 'es')
  const composition: OpenComposition = { panel, model, session, language: 'es' }
  const draft = () => session.read().draft
  return { composition, session, draft }
}

function inPercent(facts: Partial<Draft> = {}) {
  const opened = openSizes(facts)
  writeIn(opened.composition, 'percent')
  writePart(opened.composition, 'firms_micro', 60)
  writePart(opened.composition, 'firms_small', 40)
  return opened
}

const line = 'Escrito en porcentajes: Microempresas 60 %, Pequeñas empresas 40 %'

test('percentages are stored as counts, and the note says so', () => {
  const { draft } = inPercent()
  expect(draft().answers).toEqual({ n_firms_linked: 84, firms_micro: 50, firms_small: 34 })
  expect(draft().notes).toEqual({ firms_micro: line })
})

test('another total converts them anew, whoever changes it', () => {
  const { draft, session } = inPercent()
  session.change({ variable: 'n_firms_linked', value: 10 })
  expect(draft().answers).toEqual({ n_firms_linked: 10, firms_micro: 6, firms_small: 4 })
  session.change({ variable: 'n_firms_linked' })
  expect(draft()).toMatchObject({ answers: {}, notes: {} })
  session.change({ variable: 'n_firms_linked', value: 84 })
  expect(draft()).toMatchObject({ answers: { firms_micro: 50, firms_small: 34 }, notes: { firms_micro: line } })
})

test('a draft that was left with figures of another total is put right when it opens', () => {
  const writtenAs = { B02: { unit: 'percent' as const, values: { firms_micro: 60, firms_small: 40 } } }
  const { draft } = openSizes({ answers: { n_firms_linked: 10, firms_micro: 50, firms_small: 34 }, writtenAs })
  expect(draft().answers).toEqual({ n_firms_linked: 10, firms_micro: 6, firms_small: 4 })
})

test('percentages that no longer add up are no counts and are not noted, and the last one takes all with it', () => {
  const { draft, composition } = inPercent()
  writePart(composition, 'firms_small', 35)
  expect(draft()).toMatchObject({ answers: { n_firms_linked: 84 }, notes: {} })
  writePart(composition, 'firms_small', 40)
  writePart(composition, 'firms_small', undefined)
  writePart(composition, 'firms_micro', undefined)
  expect(draft()).toMatchObject({ answers: { n_firms_linked: 84 }, notes: {} })
})

test('the note stays while the counts are the converted ones, and goes with the first that is counted', () => {
  const { draft, composition, session } = inPercent({ notes: { firms_micro: 'Según la cámara.' } })
  writeIn(composition, 'amount')
  expect(draft().notes).toEqual({ firms_micro: `Según la cámara.\n${line}` })
  session.change({ variable: 'firms_micro', value: 51 })
  expect(draft()).toMatchObject({ notes: { firms_micro: 'Según la cámara.' }, writtenAs: {} })
  expect(draft().answers).toEqual({ n_firms_linked: 84, firms_micro: 51, firms_small: 34 })
})

test('who comes back to percentages finds them as they were', () => {
  const { draft, composition } = inPercent()
  writePart(composition, 'firms_small', 35)
  writeIn(composition, 'amount')
  writeIn(composition, 'percent')
  expect(draft().writtenAs).toEqual({ B02: { unit: 'percent', values: { firms_micro: 60, firms_small: 35 } } })
})

test('"No sabe" takes percentages and note away, and a percentage takes "No sabe" away', () => {
  const { draft, composition, session } = inPercent()
  for (const { name } of composition.panel.questions) session.change({ variable: name, nonAnswer: 'dk' })
  expect(draft()).toMatchObject({ answers: { n_firms_linked: 84 }, notes: {} })
  expect(Object.keys(draft().nonresponse)).toHaveLength(5)
  expect(draft().writtenAs).toEqual({ B02: { unit: 'percent', values: {} } })
  writePart(composition, 'firms_micro', 100)
  expect(draft()).toMatchObject({ answers: { n_firms_linked: 84, firms_micro: 84 }, nonresponse: {} })
})

test('to change the unit alone changes nothing that is stored', () => {
  const { draft, composition } = openSizes({ answers: { n_firms_linked: 84, firms_micro: 84 } })
  writeIn(composition, 'percent')
  expect(draft().answers).toEqual({ n_firms_linked: 84, firms_micro: 84 })
})

test('the sum is said in the unit in which the parts are written, and is not complete without the total', () => {
  const { composition, session } = inPercent()
  expect(totalWords(composition)).toBe('Suma: 100%\u00a0· completa')
  session.change({ variable: 'n_firms_linked' })
  expect(totalWords(composition)).toBe('Escriba primero el total.')
})

test('what is put into a row is put there in the unit in which the parts are written', () => {
  const { draft, composition } = inPercent()
  writePart(composition, 'firms_small', undefined)
  putPart(composition, 'firms_large', 40)
  expect(draft().answers).toEqual({ n_firms_linked: 84, firms_micro: 50, firms_large: 34 })
})

test('amounts of a budget become percentages of their sum', () => {
  const { draft, composition } = openSizes({ answers: {} }, 'G02')
  writeIn(composition, 'amount')
  writePart(composition, 'fund_host', 250)
  writePart(composition, 'fund_national', 750)
  expect(draft().answers).toEqual({ fund_host: 25, fund_national: 75 })
  expect(draft().notes.fund_host).toMatch(/^Escrito en cantidades: .* 250, .* 750$/)
})
