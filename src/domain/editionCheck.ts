import * as z from 'zod/mini'
import type { Edition, FormElement } from './edition.ts'
import { conditionProblems, conditionsOf, variablesOf } from './editionExpressions.ts'
import { type Problem, questionsOf } from './editionPlaces.ts'
import { hindrances } from './editionSafety.ts'
import { scoringProblems } from './editionScoring.ts'
import { textProblems } from './editionTexts.ts'
import { conditionReader } from './form.ts'

/** A list of `surveys/classifications`, as far as choices are made from it. */
export const Classification = z.object({
  id: z.string(),
  version: z.int(),
  items: z.array(z.object({ code: z.string(), es: z.string(), en: z.string() })),
})
export type Classification = z.infer<typeof Classification>

/** `published.json`: hex SHA-256 by the file name of every published edition. */
export const PublishedDigests = z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/)))
export type PublishedDigests = z.infer<typeof PublishedDigests>

/**
 * Everything that must hold between the parts of an edition before it may be published. An edition without scoring has
 * to be safe, with readable cross-checks if any; one with scoring also complete: texts in both languages, codebook, sections, steps, expressions, levels.
 *
 * That SurveyJS itself accepts the form is not checked here: this layer does not know it.
 *
 * @param classifications the lists that choices may have been copied from; of other versions than these nothing is said
 * @returns one entry per fault, in no particular order; empty when the edition may be published
 */
export function editionProblems(edition: Edition, classifications: readonly Classification[] = []): Problem[] {
  const hindering = hindrances(edition)
  if (edition.scoring === undefined) return hindering
  return [
    ...hindering,
    ...textProblems(edition),
    ...scoringProblems(edition),
    ...sectionProblems(edition),
    ...codebookProblems(edition),
    ...conditionProblems(edition),
    ...checkProblems(edition),
    ...questionsOf(edition).flatMap(({ element, place }) =>
      choiceProblems(element, classifications).map((problem) => ({ place, problem })),
    ),
  ]
}

/**
 * What is worth knowing of an edition that may be published all the same: the conditions of an unscored one that only
 * SurveyJS can read. On its page such a question is shown and demanded as SurveyJS says; the review shows it always and
 * never demands it. In a scored edition they are faults, because the result hangs on what was asked.
 */
export function editionRemarks(edition: Edition): Problem[] {
  if (edition.scoring !== undefined) return []
  const isOurs = conditionReader(edition)
  return conditionsOf(edition).flatMap(({ place, condition }) =>
    isOurs(condition)
      ? []
      : [
          {
            place,
            problem: `only SurveyJS can read the condition, so the review never demands an answer: ${condition}`,
          },
        ],
  )
}

function sectionProblems(edition: Edition): Problem[] {
  const { consent, sections } = edition
  if (sections === undefined) return [{ place: 'sections', problem: 'is missing' }]
  const listed = [...(consent?.pages ?? []), ...sections.flatMap((section) => section.pages)]
  const existing = edition.form.pages.map((page) => page.name)
  const problems = existing
    .filter((page) => !listed.includes(page))
    .map((page) => ({ place: `form.pages (${page})`, problem: 'belongs to no section' }))
  for (const page of listed.filter((name) => !existing.includes(name))) {
    problems.push({ place: 'sections', problem: `there is no page "${page}"` })
  }
  if (problems.length === 0 && listed.join() !== existing.join()) {
    problems.push({ place: 'sections', problem: 'the pages are not in the order of the form, each in one section' })
  }
  return problems
}

function codebookProblems(edition: Edition): Problem[] {
  const codebook = edition.codebook ?? {}
  const questions = questionsOf(edition)
  const problems = questions
    .filter(({ element }) => codebook[element.name] === undefined)
    .map(({ place }) => ({ place, problem: 'has no entry in the codebook' }))
  const variables = new Set(questions.map(({ element }) => element.name))
  for (const variable of Object.keys(codebook)) {
    if (!variables.has(variable)) {
      problems.push({ place: `codebook.${variable}`, problem: 'there is no question of that name' })
    }
  }
  return problems
}

function checkProblems(edition: Edition): Problem[] {
  const checks = edition.checks ?? []
  const variables = variablesOf(edition)
  return checks.flatMap((check, index) => {
    const place = `checks[${index}] (${check.id})`
    const problems = check.variables
      .filter((name) => !variables.includes(name))
      .map((name) => ({ place, problem: `names ${name}, which is no variable` }))
    if (checks.findIndex((other) => other.id === check.id) < index) {
      problems.push({ place, problem: 'the id is already used' })
    }
    return problems
  })
}

function choiceProblems(question: FormElement, classifications: readonly Classification[]): string[] {
  const choices = question.choices ?? []
  const codes = choices.map((choice) => (typeof choice === 'object' ? String(choice.value) : String(choice)))
  const problems = codes
    .filter((code, index) => codes.indexOf(code) < index)
    .map((code) => `the choice "${code}" stands twice`)
  for (const code of codes) {
    if (!/^[A-Za-z0-9_]{1,64}$/.test(code)) problems.push(`the choice "${code}" is no code`)
  }
  const firstExclusive = choices.findIndex((choice) => typeof choice === 'object' && choice.isExclusive === true)
  if (firstExclusive >= 0 && firstExclusive < choices.length - 1) problems.push('an exclusive choice must stand last')
  const copied = classifications.find((list) => `${list.id}.${list.version}` === question.classification)
  if (copied !== undefined && !isCopyOf(choices, copied)) problems.push(`the choices differ from ${copied.id}.json`)
  return problems
}

/** Order is free (countries stand by Spanish name); "none" and a letter before the name may be added. */
function isCopyOf(choices: NonNullable<FormElement['choices']>, list: Classification): boolean {
  const offered = new Map<string, unknown>()
  for (const choice of choices) {
    if (typeof choice !== 'object') return false
    if (choice.value !== 'none') offered.set(String(choice.value), choice.text)
  }
  if (offered.size !== list.items.length) return false
  return list.items.every(({ code, es, en }) => {
    const text = offered.get(code)
    if (typeof text !== 'object' || text === null || !('es' in text) || !('en' in text)) return false
    return [es, `${code} · ${es}`].includes(String(text.es)) && [en, `${code} · ${en}`].includes(String(text.en))
  })
}
