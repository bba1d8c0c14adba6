import { expect, test } from 'vitest'
import { readForm } from '#domain/form.ts'
import { type Known, prefilledAnswers } from '#domain/prefill.ts'
import { censusEdition, registerRow } from '../support/builders.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'
import { editionOf, number, text } from './formEdition.ts'

const census = censusEdition()

function prefilled(known: Known, edition = census) {
  return prefilledAnswers(edition, readForm(edition), known, 2026)
}

test('a draft of a registered cluster starts with what the register says, and the last closed year', () => {
  expect(prefilled({ cluster: registerRow({ name: 'Clúster de Café de Antioquia' }) })).toEqual({
    ci_name: 'Clúster de Café de Antioquia',
    founded_year: 2015,
    ref_year: 2025,
    dept_main: '05',
    lead_entity_type: 'chamber',
    lead_chamber: '21',
    macro_sector: 'agroindustry',
    ciiu_section_main: 'A',
  })
})

test('nothing of the contact gets into the answers', () => {
  expect(JSON.stringify(prefilled({ cluster: registerRow({}) }))).not.toMatch(/Contacto|secreto/)
})

test('where no chamber leads, who does is left to the person', () => {
  const answers = prefilled({ cluster: registerRow({ chamberCode: 'none' }) })
  expect(answers).toMatchObject({ lead_chamber: 'none' })
  expect(answers).not.toHaveProperty('lead_entity_type')
})

test('what the form would refuse is left to the person', () => {
  const cluster = registerRow({ foundedYear: 1975, chamberCode: '99', deptCode: '00', ciiuSection: 'Z' })
  expect(prefilled({ cluster })).toEqual({
    ci_name: 'Clúster',
    ref_year: 2025,
    lead_entity_type: 'chamber',
    macro_sector: 'agroindustry',
  })
  expect(prefilled({ cluster: registerRow({ foundedYear: null }) })).not.toHaveProperty('founded_year')
  expect(prefilled({ clusterName: 'a'.repeat(121) })).toEqual({ ref_year: 2025 })
})

test('a cluster that is not in the register starts with its name', () => {
  expect(prefilled({ clusterName: 'Clúster del café' })).toEqual({ ci_name: 'Clúster del café', ref_year: 2025 })
  expect(prefilled({})).toEqual({ ref_year: 2025 })
})

test('only what the form asks for is answered', () => {
  expect(prefilled({ cluster: registerRow({}) }, unscoredEdition())).toEqual({})
  const small = editionOf([text('ci_name'), number('founded_year', { min: 2020 })])
  expect(prefilled({ cluster: registerRow({}) }, small)).toEqual({ ci_name: 'Clúster' })
})
