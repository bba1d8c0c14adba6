import { expect, test } from 'vitest'
import { makeAnnex } from '../../../src/app/report/annex.ts'
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

test('notes and reasons are in it, and a note of any length goes over to the next page', async () => {
  const note = `Empieza aquí. ${'La nota sigue, con «detalles». '.repeat(60)}`.slice(0, 1985)
  const submission = submissionOf(exampleC, {
    notes: { gov_formal_model: `${note}Termina aquí`, body_committee: 'línea\n'.repeat(330), C05: 'Nota de la tabla' },
    checkReasons: {
      unknown_check: { code: 'other', text: 'Es un año atípico' },
      'after-result': { code: 'mistake', text: 'Leyó otra fila' },
    },
  })
  const pages = pagesOf(await makeAnnex(recordOf(submission), 'a4'))
  const text = pages.join(' ')
  const reasons = ['Es un año atípico', '¿Por qué cambió respuestas', 'Se anotó mal. Leyó otra fila']
  for (const words of ['Nota: Empieza aquí.', 'Termina aquí', 'Nota de la tabla', ...reasons]) {
    expect(text).toContain(words)
  }
  expect(text.match(/línea/g)).toHaveLength(330)
  expect(pages.at(-1)).toContain(`Página ${pages.length} de ${pages.length}`)
})

test('the annex is in the language of the reader, and tagged as tables', async () => {
  const bytes = await makeAnnex(recordOf(submissionOf(exampleC), 'en'), 'letter')
  expect(pagesOf(bytes).join(' ')).toContain('No answer')
  expect(infoOf(bytes)).toMatch(/Title: +Record of answers: Clúster de Café de Antioquia/)
  expect(infoOf(bytes, '-struct')).toContain('Table')
})
