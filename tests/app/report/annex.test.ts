import { expect, test } from 'vitest'
import { readForm } from '#domain/form.ts'
import { makeAnnex } from '../../../src/app/report/annex.ts'
import { censusEdition } from '../../support/builders.ts'
import { infoOf, pagesOf } from '../../support/poppler.ts'
import { recordOf, submissionOf, workedExamples } from './reports.ts'

const exampleC = workedExamples[2]!.input

test('the annex has every question by section: answered, not known, blank, and not asked', async () => {
  const record = recordOf(submissionOf(exampleC))
  const text = pagesOf(await makeAnnex(record, 'letter')).join(' ')
  for (const words of [
    'Clúster de Café de Antioquia',
    `Folio ${record.folio}`,
    'Identificación',
    'A03 · ¿En qué año inició la iniciativa clúster?',
    'Sin respuesta',
    'No se preguntó',
    'No sabe',
    'No aplica',
  ]) {
    expect(text).toContain(words)
  }
  const asked = record.form.questions.filter(({ number }) => number !== undefined)
  for (const { number } of asked) expect(text).toContain(`${number} · `)
})

test('notes are in it, and a note of any length goes over to the next page', async () => {
  const note = `Empieza aquí. ${'La nota sigue, con «detalles». '.repeat(60)}`.slice(0, 1985)
  const submission = submissionOf(exampleC, {
    notes: { gov_formal_model: `${note}Termina aquí`, body_committee: 'línea\n'.repeat(330), C05: 'Nota de la tabla' },
    checkReasons: { 'after-result': { code: 'mistake', text: 'Leyó otra fila' } },
  })
  const pages = pagesOf(await makeAnnex(recordOf(submission), 'a4'))
  const text = pages.join(' ')
  const reasons = ['¿Por qué corrigió', 'Se anotó mal. Leyó otra fila']
  for (const words of ['Nota: Empieza aquí.', 'Termina aquí', 'Nota de la tabla', ...reasons]) {
    expect(text).toContain(words)
  }
  expect(text.match(/línea/g)).toHaveLength(330)
  expect(pages.at(-1)).toContain(`Página ${pages.length} de ${pages.length}`)
})

test('each notice that was confirmed is in it in words, with the reason that was given', async () => {
  const sources = readForm(censusEdition()).questions.flatMap(({ name }) => (name.startsWith('fund_') ? [name] : []))
  const answers = {
    ...exampleC.answers,
    ref_year: 2025,
    n_firms_linked: 1000,
    n_firms_active: 1200,
    ...Object.fromEntries(sources.map((source, at) => [source, [40, 59][at] ?? 0])),
  }
  const submission = submissionOf(
    { answers, nonresponse: exampleC.nonresponse },
    {
      checkReasons: {
        'check:b_active_over_linked': { code: 'estimate', text: 'Contamos a mano' },
        'change:n_firms_linked': { code: 'unusual', text: '' },
        'composition-near:G02': { code: 'confirmed', text: '' },
        'check:d_strategy_valid_but_ended': { code: 'record', text: 'Ya no aplica' },
        'check:of_another_build': { code: 'of_another_build', text: '' },
      },
    },
  )
  const earlier = { answers: { n_firms_linked: 12 }, year: 2024 }
  const text = pagesOf(await makeAnnex({ ...recordOf(submission), earlier }, 'letter')).join(' ')
  for (const words of [
    'Escribió 1.200 empresas activas, pero 1.000 empresas vinculadas. Revise las dos cifras o confirme. Es un cálculo aproximado. Contamos a mano',
    'En 2024 reportaron 12 empresas y ahora 1.000. ¿Es correcto? Fue un año distinto a los demás',
    'Los porcentajes suman 99. Falta 1 para llegar a 100. Se confirmó sin escribir un motivo',
    // Its answers were changed after it had been confirmed.
    'Aviso sobre: Año final de la estrategia',
    'Lo dice un registro o documento. Ya no aplica',
    'Otro aviso',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toMatch(/\w+:\w+_\w+/)
})

test('the annex is in the language of the reader, and tagged as tables', async () => {
  const bytes = await makeAnnex(recordOf(submissionOf(exampleC), 'en'), 'letter')
  expect(pagesOf(bytes).join(' ')).toContain('No answer')
  expect(infoOf(bytes)).toMatch(/Title: +Record of answers: Clúster de Café de Antioquia/)
  expect(infoOf(bytes, '-struct')).toContain('Table')
})
