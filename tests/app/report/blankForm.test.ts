import { expect, test } from 'vitest'
import { readForm } from '#domain/form.ts'
import { inLanguage } from '#domain/text.ts'
import { makeBlankForm } from '../../../src/app/report/blankForm.ts'
import { censusEdition } from '../../support/builders.ts'
import { pagesOf } from '../../support/poppler.ts'
import { unscoredEdition } from '../../support/unscoredEdition.ts'

const edition = censusEdition()

test.each(['es', 'en'] as const)(
  'the blank questionnaire in %s has every question, option and hint',
  async (language) => {
    const text = pagesOf(await makeBlankForm(edition, language, 'letter')).join(' ')
    const plain = (words: string) => words.replace(/\{\w+\}/g, '____').replace(/[\s\u00a0]+/g, ' ')
    const body = text.replace(/20____/g, '____')
    const form = readForm(edition)
    for (const question of form.questions) {
      if (question.name.endsWith('_other')) continue
      expect(body).toContain(plain(inLanguage(question.title, language)))
      expect(body).toContain(plain(inLanguage(question.description, language)))
      if (question.choices.length > 12) continue
      for (const { text: words } of question.choices) expect(body).toContain(inLanguage(words, language))
    }
    for (const { title } of form.sections) expect(body).toContain(inLanguage(title, language))
    expect(body).not.toMatch(/\{\w+\}/)
  },
)

test('every question, table and row has boxes of its own for the non-answers that it takes', async () => {
  const text = pagesOf(await makeBlankForm(edition, 'es', 'letter')).join(' ')
  const { questions, pages } = readForm(edition)
  const panels = pages.flatMap(({ elements }) => elements.filter(({ kind }) => kind === 'panel'))
  const takeIt = [...questions, ...panels].filter(({ nonAnswers }) => nonAnswers.includes('refused'))
  expect(text.match(/Prefiere no responder/g)).toHaveLength(takeIt.length)
})

test('nothing of the scoring is on it', async () => {
  const text = pagesOf(await makeBlankForm(edition, 'es', 'a4')).join(' ')
  for (const words of ['puntos', 'Exploración', 'nivel 0', 'Puntaje'])
    expect([words, text.includes(words)]).toEqual([words, false])
})

test('a questionnaire without scoring, in one language, can be printed too, each box by its name', async () => {
  const text = pagesOf(await makeBlankForm(unscoredEdition(), 'es', 'letter')).join(' ')
  expect(text).toContain('¿Cómo se reparte el punto 4, en porcentaje? firms academia public other')
})
