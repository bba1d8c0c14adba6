import type { Edition } from '#domain/edition.ts'
import { readForm } from '#domain/form.ts'
import { folioOf } from '#domain/identifiers.ts'
import type { Submission } from '#domain/submission.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { sentTexts } from '#ui/sentTexts.ts'
import { answerText } from './answerText.ts'
import { fileName } from './draftCopy.ts'
import { loadEdition } from './editions.ts'
import { saveFile } from './saveFile.ts'
import { type TitledQuestion, titledQuestions } from './screens/reviewRows.ts'

/** Gives the person a record of what was answered, which every device can open and print. */
export async function downloadAnswers(submission: Submission, language: Language): Promise<void> {
  const edition = await loadEdition(submission.questionnaire)
  if (edition === undefined) return
  const name = `${fileName(submission.clusterName)}-${fileName(folioOf(submission.submissionId, submission.completedAt))}.txt`
  // The mark tells old editors of text that the accents are UTF-8.
  saveFile(new File([`\ufeff${answersText(submission, edition, language)}`], name, { type: 'text/plain' }))
}

/** Every question that was asked, in its order and by section, with its answer or "Sin respuesta" and its note. */
export function answersText(submission: Submission, edition: Edition, language: Language): string {
  const t = sentTexts(language)
  const form = readForm(edition)
  const visible = visibleQuestions(form, submission.answers)
  const said = (name: string) => {
    const question = form.question(name)
    return question === undefined ? undefined : answerText(question, submission, language)
  }
  const lines = ({ question, panel }: TitledQuestion) => {
    const own = inLanguage(question.title ?? question.short ?? question.name, language)
    const title = panel === '' ? own : `${panel}: ${own}`
    const note = submission.notes[question.name]
    const answer = answerText(question, submission, language) ?? t.answers.blank
    return [fillPlaceholders(title, said), `  ${answer}`, ...(note === undefined ? [] : [`  ${t.answers.note(note)}`])]
  }
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  const blocks = sections.flatMap((section) => {
    const titled = section.pages.flatMap((page) => titledQuestions(page, language))
    const asked = titled.filter(({ question }) => visible.has(question.name))
    const title = inLanguage(section.title, language).toLocaleUpperCase('es-CO')
    return asked.length === 0 ? [] : [[title, '', ...asked.flatMap(lines)].join('\n')]
  })
  const head = [
    t.answers.title,
    submission.clusterName,
    `${t.folio} ${folioOf(submission.submissionId, submission.completedAt)}`,
    t.answers.finished(dayAndTimeText(submission.completedAt, language)),
    t.answers.edition(inLanguage(edition.title, language), edition.edition),
  ]
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`
}
