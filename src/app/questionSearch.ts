import type { Answered } from '#domain/answers.ts'
import type { Form, Page, Question } from '#domain/form.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { answerText } from './answerText.ts'
import { withoutAccents } from './withoutAccents.ts'

/** A question as one looks for it: by its number, by words of its titles or of the section that it stands in. */
export type SearchedQuestion = {
  variable: string
  page: string
  section: string
  /** as the edition numbers it, "B04"; empty where it does not */
  number: string
  /** the short title; in a table with the title of the table before it */
  title: string
  /** the question in full, as it is read out; empty where it says no more than the title */
  question: string
  /** false while skip logic hides it */
  isAsked: boolean
  /** all that is searched, without accents */
  text: string
}

/** Every question of the form in its order, consent first, hidden ones too. */
export function searchedQuestions(form: Form, answered: Answered, language: Language): SearchedQuestion[] {
  const visible = visibleQuestions(form, answered.answers)
  const said = (variable: string) => {
    const question = form.question(variable)
    return question === undefined ? undefined : answerText(question, answered, language)
  }
  const words = (text: Question['title']) => fillPlaceholders(inLanguage(text, language), said)
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  return sections.flatMap((section) =>
    section.pages.flatMap(numberedQuestions).map(({ question, panel, number }) => {
      const own = words(question.short ?? question.title) || question.name
      const table = words(panel?.short ?? panel?.title)
      const title = table === '' ? own : `${table} · ${own}`
      const full = words(question.title ?? panel?.title)
      const sectionTitle = inLanguage(section.title, language)
      const searched = [number, title, full, words(panel?.title), words(question.description), sectionTitle]
      return {
        variable: question.name,
        page: question.page,
        section: sectionTitle,
        number,
        title,
        question: full === title || full === own ? '' : full,
        isAsked: visible.has(question.name),
        text: withoutAccents(searched.join(' ')),
      }
    }),
  )
}

/** The questions that hold every word typed; "b4" is B04. */
export function matchingQuestions(questions: readonly SearchedQuestion[], query: string): SearchedQuestion[] {
  const words = withoutAccents(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^([a-z])(\d)$/, '$10$2'))
  return questions.filter(({ text }) => words.every((word) => text.includes(word)))
}

type Numbered = {
  question: Question
  panel: { title?: Question['title']; short?: Question['title'] } | undefined
  number: string
}

function numberedQuestions(page: Page): Numbered[] {
  return page.elements.flatMap((element) => {
    if (element.kind !== 'panel') return [{ question: element, panel: undefined, number: element.number ?? '' }]
    const panel = element.layout === 'plain' ? undefined : element
    return element.questions.map((question) => ({
      question,
      panel,
      number: question.number ?? element.number ?? '',
    }))
  })
}
