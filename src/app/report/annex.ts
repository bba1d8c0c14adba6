import { faultsOf } from '#domain/faults.ts'
import type { Element, Form } from '#domain/form.ts'
import { afterResult } from '#domain/revision.ts'
import { fillPlaceholders, inLanguage } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { dayText } from '#ui/dates.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { answerText } from '../answerText.ts'
import { changeQuestion, changeReasonText } from '../correctionWords.ts'
import { reasonText } from '../reasonText.ts'
import { titledQuestions } from '../screens/reviewRows.ts'
import { body, heading, paragraph, sizes } from './blocks.ts'
import type { RecordFacts } from './facts.ts'
import { openPdf, type Paper, type Pdf } from './pdf.ts'
import { type Column, drawRow, type Row, rowHeight } from './table.ts'

const columns: readonly Column[] = [{ share: 0.52 }, { share: 0.48 }]

/**
 * The full record of a submission as a PDF: every question by section, also those left blank or not asked, with notes,
 * and the reasons given for unusual answers. As many pages as it takes.
 */
export function makeAnnex(facts: RecordFacts, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { language, submission, folio, edition } = facts
  const t = reportTexts(language)
  const pdf = openPdf({
    title: t.annex.documentTitle(submission.clusterName),
    language,
    paper,
    footer: (page, pages) => ({ left: t.footer(folio, submission.clusterName), right: t.page(page, pages) }),
    madeAt: new Date(submission.completedAt),
  })
  pdf.addPage()
  let y = paragraphs(pdf, pdf.top, [
    ['P', t.annex.over, { size: sizes.body, bold: true, ink: 'brand' }],
    ['H1', submission.clusterName, { size: sizes.h1, bold: true, lines: 3 }],
    ['P', `${inLanguage(edition.title, language)} · ${t.head.edition(edition.edition)}`, body],
    ['P', `${t.folio(folio)} · ${dayText(submission.completedAt, language)}`, body],
    ['P', t.annex.intro, body],
  ])
  for (const { title, rows } of sectionsOf(facts)) y = drawSection(pdf, title, rows, y + 14)
  const reasons = reasonRows(facts)
  if (reasons.length > 0) y = drawSection(pdf, t.annex.reasonsTitle, reasons, y + 14)
  const notes = otherNotes(facts)
  if (notes.length > 0) drawSection(pdf, t.annex.notesTitle, notes, y + 14)
  return pdf.finish()
}

function paragraphs(
  pdf: Pdf,
  top: number,
  texts: readonly (readonly ['H1' | 'P', string, Parameters<Pdf['write']>[1]])[],
) {
  let y = top
  for (const [tag, text, style] of texts) y = paragraph(pdf, tag, text, style, { x: pdf.left, y, width: pdf.width }) + 2
  return y
}

/** A heading never stands alone at the foot of a page, and a table goes on over the next one row by row. */
function drawSection(pdf: Pdf, title: string, rows: readonly Row[], top: number): number {
  const first = rows.slice(0, 2).reduce((sum, row) => sum + rowHeight(pdf, columns, row, pdf.width), 0)
  let y = top
  if (y + 22 + first > pdf.bottom) {
    pdf.addPage()
    y = pdf.top
  }
  y = paragraph(pdf, 'H2', title, heading, { x: pdf.left, y, width: pdf.width }) + 3
  pdf.group('Table', () => {
    for (const row of rows.flatMap((each) => piecesOf(pdf, each))) {
      if (y + rowHeight(pdf, columns, row, pdf.width) > pdf.bottom) {
        pdf.addPage()
        y = pdf.top
      }
      y = drawRow(pdf, columns, row, { x: pdf.left, y, width: pdf.width })
    }
  })
  return y
}

/** A row goes over at most so many lines, or a long note could be higher than a page. */
const mostLines = 30

function piecesOf(pdf: Pdf, row: Row): Row[] {
  const [question = '', answer = ''] = row.cells
  const lines = pdf.linesOf(answer, { size: sizes.table }, pdf.width * 0.48 - 8)
  const pieces = Array.from({ length: Math.ceil(lines.length / mostLines) }, (_, at) =>
    lines.slice(at * mostLines, (at + 1) * mostLines).join('\n'),
  )
  return pieces.map((piece, at) => ({ ...row, cells: [at === 0 ? question : '', piece] }))
}

type Section = { title: string; rows: Row[] }

function sectionsOf({ form, submission, language }: RecordFacts): Section[] {
  const t = reportTexts(language).annex
  const visible = visibleQuestions(form, submission.answers)
  const said = (name: string) => {
    const question = form.question(name)
    return question === undefined ? undefined : answerText(question, submission, language)
  }
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  return sections.map(({ title, pages }) => ({
    title: inLanguage(title, language),
    rows: [
      { isHead: true, cells: [t.question, t.answer] },
      ...pages
        .flatMap((page) => titledQuestions(page, language))
        .map(({ question, panel }) => {
          const own = inLanguage(question.title ?? question.short ?? question.name, language)
          const title = [question.number, panel === '' ? own : `${panel}: ${own}`].filter(Boolean).join(' · ')
          const blank = visible.has(question.name) ? t.noAnswer : t.notAsked
          const answer = answerText(question, submission, language) ?? blank
          const note = submission.notes[question.name]
          const cell = note === undefined || note === '' ? answer : `${answer}\n${t.note(note)}`
          return { cells: [fillPlaceholders(title, said), cell] }
        }),
    ],
  }))
}

/** Notes on something that is no question of its own, such as a table. */
function otherNotes({ form, submission, language }: RecordFacts): Row[] {
  const t = reportTexts(language).annex
  const others = Object.entries(submission.notes).filter(([name]) => form.question(name) === undefined)
  const elements = elementsByName(form)
  const rows = others.map(([name, note]) => ({
    cells: [inLanguage(elements.get(name)?.title ?? name, language), note],
  }))
  return rows.length === 0 ? [] : [{ isHead: true, cells: [t.question, t.noteHead] }, ...rows]
}

/** A notice whose answers were changed after it had been confirmed says no more than what it was about. */
function reasonRows({ edition, form, submission, earlier, language }: RecordFacts): Row[] {
  const t = reportTexts(language).annex
  const reasons = Object.entries(submission.checkReasons)
  if (reasons.length === 0) return []
  const completedYear = new Date(submission.completedAt).getFullYear()
  const faults = faultsOf(form, edition, submission, { completedYear, earlier })
  const subjectOf = (id: string) => {
    const name = id.slice(id.indexOf(':') + 1)
    const variable = edition.checks?.find((check) => check.id === name)?.variables[0] ?? name
    return form.question(variable) ?? elementsByName(form).get(variable)
  }
  const noticeOf = (id: string) => {
    const fault = faults.find((each) => each.id === id)
    if (fault !== undefined) return inLanguage(fault.message, language)
    const subject = subjectOf(id)
    return subject === undefined ? t.otherNotice : t.noticeOn(inLanguage(subject.short ?? subject.title, language))
  }
  return [
    { isHead: true, cells: [t.notice, t.reason] },
    ...reasons.map(([id, reason]) => {
      if (id === afterResult) {
        return { cells: [changeQuestion(submission, language), changeReasonText(submission, language) ?? ''] }
      }
      return { cells: [noticeOf(id), reasonText(reason, language) || t.noReason] }
    }),
  ]
}

function elementsByName(form: Form): ReadonlyMap<string, Element> {
  return new Map(form.pages.flatMap(({ elements }) => elements).map((element) => [element.name, element]))
}
