import { copyProblems } from './copyLint.ts'
import type { Edition, FormElement } from './edition.ts'
import { elementsOf, type Place, type Problem, placesIn, placeText, questionsOf } from './editionPlaces.ts'
import { inLanguage } from './text.ts'

const longestLabel = 80
const longestShort = 45
const longestIndicatorName = 60
const languages = ['es', 'en'] as const

/** The keys that hold a text for people; a bare string there would be in one language only. */
const textKeys = [
  'title',
  'short',
  'description',
  'text',
  'hint',
  'unit',
  'unitOne',
  'label',
  'universe',
  'intro',
  'message',
]

/** What is wrong with the texts of a scored edition: languages, length, plain language, placeholders. */
export function textProblems(edition: Edition): Problem[] {
  const known = [...questionsOf(edition).map(({ element }) => element.name), 'completed_year']
  return [
    ...[...placesIn(edition)].flatMap((place) =>
      faultsAt(place, known).map((problem) => ({ place: placeText(place), problem })),
    ),
    ...missingTexts(edition),
  ]
}

function faultsAt(place: Place, known: readonly string[]): string[] {
  const { value, key } = place
  // In the codebook a unit is a code for machines, and labels are no sentences.
  const isCodebook = place.path.startsWith('codebook.')
  if (textKeys.includes(key) && typeof value === 'string' && !(isCodebook && key === 'unit')) {
    return ['the text must stand in es and en']
  }
  if (!isText(value)) return []
  const faults: string[] = []
  for (const language of languages) {
    const text = value[language]
    if (typeof text !== 'string' || text.trim() === '') {
      faults.push(`the text is missing in ${language}`)
      continue
    }
    const longest = longestAllowed(place)
    if (longest !== undefined && text.length > longest) faults.push(`${language}: longer than ${longest} characters`)
    if (text !== text.trim() || / {2}/.test(text)) faults.push(`${language}: spaces too many`)
    if (!isCodebook) faults.push(...copyProblems(text, language).map((problem) => `${language}: ${problem}`))
    for (const [, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
      if (!known.includes(name)) faults.push(`${language}: {${name}} is no variable`)
    }
  }
  return faults
}

function longestAllowed({ path, key }: Place): number | undefined {
  if (path.startsWith('codebook.')) return key === 'label' ? longestLabel : undefined
  if (key === 'short' && path.startsWith('form.')) return longestShort
  return /^steps\.[^.]+\.name$/.test(path) ? longestIndicatorName : undefined
}

function missingTexts(edition: Edition): Problem[] {
  const pages = edition.form.pages.flatMap((page, index) =>
    page.title === undefined ? [{ place: `form.pages[${index}] (${page.name})`, problem: 'has no title' }] : [],
  )
  const elements = elementsOf(edition).flatMap(({ element, place }) => [
    ...(element.title === undefined ? [{ place, problem: 'has no title' }] : []),
    ...(element.short === undefined ? [{ place, problem: 'has no short title' }] : []),
    ...(isCounted(element) && element.unitOne === undefined
      ? [{ place, problem: 'has a unit, and no unitOne to write after a 1' }]
      : []),
    ...(element.choices ?? []).flatMap((choice) =>
      typeof choice !== 'object' || choice.text === undefined
        ? [{ place, problem: `the choice ${JSON.stringify(choice)} has no text` }]
        : [],
    ),
  ])
  return [...pages, ...elements]
}

function isCounted({ unit }: FormElement): boolean {
  return unit !== undefined && !inLanguage(unit, 'es').startsWith('%')
}

function isText(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && ('es' in value || 'en' in value)
}
