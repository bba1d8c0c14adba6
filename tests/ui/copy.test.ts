import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyProblems } from '#domain/copyLint.ts'
import type { Language } from '#domain/text.ts'
import { messagesIn } from './messagesInSource.ts'

// Every catalogue of `src/ui/texts`, also one that is added later: `es.ts` and `en.ts`, `somethingEs.ts` and `somethingEn.ts`.

const folder = resolve(import.meta.dirname, '../../src/ui/texts')
const domain = resolve(import.meta.dirname, '../../src/domain')
const domainFiles = readdirSync(domain).filter((name) => name.endsWith('.ts'))
const spanish = readdirSync(folder).filter((name) => /^(?:es|.*Es)\.ts$/.test(name))

type Said = { key: string; text: string }

async function said(file: string): Promise<Said[]> {
  const exports = (await import(resolve(folder, file))) as Record<string, unknown>
  return Object.values(exports).flatMap((catalogue) => textsIn(catalogue, ''))
}

function textsIn(value: unknown, key: string): Said[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (typeof value === 'function') return samples(value as (...given: unknown[]) => unknown, key)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, key === '' ? name : `${key}.${name}`))
}

/** What a text with gaps says of one, of several, of a word and of a list: it knows which of them it takes. */
function samples(make: (...given: unknown[]) => unknown, key: string): Said[] {
  const made = [1, 12, '1,0', '1.0', 'Café', ['Café', 'Cacao']].flatMap((sample) => {
    try {
      return textsIn(make(...Array.from({ length: make.length }, () => sample)), key)
    } catch {
      // Not what this one takes.
      return []
    }
  })
  if (made.length === 0) throw new Error(`${key}: none of the samples fits`)
  return made
}

const english = (file: string) => file.replace(/^es\.ts$/, 'en.ts').replace(/Es\.ts$/, 'En.ts')
/** The same words in another sense, by the key that says which: a note on a question, a level or value that goes up. */
const otherSenses = [
  /(?:^|\.)note\w*(?:\.\w+)?: the word "notas?"/i,
  /^(?:simulation\.\w+|up|rose\w*): the word "sub(?:ir|a|i)"/i,
]
const isOtherSense = (problem: string) => otherSenses.some((sense) => sense.test(problem))
const problemsIn = (texts: readonly Said[], language: Language) => {
  const all = texts.flatMap(({ key, text }) => copyProblems(text, language).map((problem) => `${key}: ${problem}`))
  return [...new Set(all)].filter((problem) => !isOtherSense(problem))
}

describe.each(spanish)('the words of %s', (file) => {
  test('are plain in Spanish', async () => {
    expect(problemsIn(await said(file), 'es')).toEqual([])
  })

  test('are plain in English', async () => {
    expect(problemsIn(await said(english(file)), 'en')).toEqual([])
  })

  test('are there in both languages', async () => {
    const keys = async (name: string) => [...new Set((await said(name)).map(({ key }) => key))].sort()
    expect(await keys(english(file))).toEqual(await keys(file))
  })
})

test('what the domain says of faults and problems is plain in both languages', () => {
  const said = (language: Language) => domainFiles.flatMap((file) => messagesIn(resolve(domain, file), language))
  expect(said('es').map(({ text }) => text)).toEqual(expect.arrayContaining(['Elija una opción.', 'Escriba cuál.']))
  expect([...problemsIn(said('es'), 'es'), ...problemsIn(said('en'), 'en')]).toEqual([])
})

test.each([
  ['Revise el formulario y envíe el mismo.', 'el mismo'],
  ['Por favor, escriba un número.', 'Por favor'],
  ['Se deberá escribir un número.', 'Se deberá'],
])('"%s" is not plain', (text, word) => {
  expect(copyProblems(text, 'es')).toEqual([expect.stringContaining(`the word "${word}"`)])
})

test.each(['resultEs.ts', 'resultEn.ts', 'planEs.ts', 'planEn.ts'])('%s writes one point as one', async (file) => {
  const plural = file.endsWith('Es.ts') ? /1,0 puntos|(?:faltan|quedan) 1 punto\b/ : /1\.0 points|\b1 point are/
  expect((await said(file)).filter(({ text }) => plural.test(text))).toEqual([])
})

test('there are catalogues to judge', () => {
  expect(spanish).toEqual(expect.arrayContaining(['es.ts', 'resultEs.ts', 'settingsEs.ts', 'draftEs.ts']))
})
