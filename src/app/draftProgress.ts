import { type Form, type Page, questionsOf, readForm, sectionOfPage } from '#domain/form.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { texts } from '#ui/texts.ts'
import type { Draft } from './database.ts'
import { loadEdition } from './editions.ts'
import { sectionStates } from './sectionState.ts'

/** How far a draft is, and what the place is called where it was left; '' when it was not begun. */
export type DraftProgress = { done: number; all: number; place: string }

/** Needs the edition and all of its rules: a card shows it when it has it, and stands without it until then. */
export async function draftProgress(draft: Draft, now: Date, language: Language): Promise<DraftProgress | undefined> {
  const edition = await loadEdition(draft.questionnaire)
  if (edition === undefined) return undefined
  const form = readForm(edition)
  const asked = sectionStates(form, edition, draft, { completedYear: now.getFullYear() }).filter(
    ({ status }) => status !== 'not-applicable',
  )
  const done = asked.filter(({ status }) => status === 'complete' || status === 'complete-with-warnings').length
  return { done, all: asked.length, place: placeText(form, draft, language) }
}

/** "Gobernanza, pregunta 3": counted within the section, whose questions are asked in a fixed order. */
function placeText(form: Form, draft: Draft, language: Language): string {
  const section = draft.page === null ? undefined : sectionOfPage(form, draft.page)
  if (section === undefined) return ''
  const visible = visibleQuestions(form, draft.answers)
  const shown = (page: Page) => questionsOf(page).filter(({ name }) => visible.has(name)).length
  const before = section.pages.slice(
    0,
    section.pages.findIndex(({ name }) => name === draft.page),
  )
  const position = before.reduce((sum, page) => sum + shown(page), 0) + 1
  return texts(language).home.question(inLanguage(section.title, language), position)
}
