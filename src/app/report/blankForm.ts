import type { Edition } from '#domain/edition.ts'
import { type Element, type Page, type Question, readForm, type Section } from '#domain/form.ts'
import { formatNumber } from '#domain/numbers.ts'
import { type FormText, fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { type Asked, drawAsked } from './blankQuestion.ts'
import { body, caption, heading, paragraph, sizes } from './blocks.ts'
import { openPdf, type Paper, type Pdf } from './pdf.ts'

/**
 * The questionnaire of an edition on paper, to prepare a meeting: sections, questions, options with boxes, hints. Nothing
 * of the scoring is on it, and it is no way to answer: that happens on the tablet.
 */
export function makeBlankForm(edition: Edition, language: Language, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const t = reportTexts(language)
  const title = inLanguage(edition.title, language)
  const form = readForm(edition)
  const pdf = openPdf({
    title: t.blank.documentTitle(title),
    language,
    paper,
    footer: (page, pages) => ({
      left: `${title} · ${t.head.edition(edition.edition)}`,
      right: t.page(page, pages),
    }),
  })
  pdf.addPage()
  const minutes = edition.minutes === undefined ? '' : t.blank.minutes(edition.minutes)
  let y = pdf.top
  for (const [tag, text, style] of [
    ['P', t.blank.over, { size: sizes.body, bold: true, ink: 'brand' }],
    ['H1', title, { size: sizes.h1, bold: true }],
    ['P', `${t.blank.intro} ${minutes}`, body],
    ['P', t.blank.referenceYear, body],
  ] as const) {
    y = paragraph(pdf, tag, text, style, { x: pdf.left, y, width: pdf.width }) + 2
  }
  const sections = form.consent === undefined ? form.sections : [form.consent, ...form.sections]
  for (const section of sections) y = drawSection(pdf, section, language, y + 12)
  return pdf.finish()
}

function drawSection(pdf: Pdf, section: Section, language: Language, top: number): number {
  const t = reportTexts(language).blank
  const box = { x: pdf.left, width: pdf.width }
  let y = top
  // With a heading goes at least a question.
  if (y > pdf.bottom - 150) {
    pdf.addPage()
    y = pdf.top
  }
  const title = t.sectionMinutes(inLanguage(section.title, language), section.minutes)
  y = paragraph(pdf, 'H2', title, heading, { ...box, y })
  pdf.artifact(() =>
    pdf.line(
      [
        [pdf.left, y + 2],
        [pdf.left + pdf.width, y + 2],
      ],
      'brand',
      1.2,
    ),
  )
  y += 6
  const intro = onPaper(section.intro, language)
  if (intro !== '') y = paragraph(pdf, 'P', intro, caption, { ...box, y }) + 4
  for (const page of section.pages) {
    for (const asked of askedOn(page, language)) y = drawAsked(pdf, asked, y) + 8
  }
  return y
}

/** A text with room to write where the screen puts an earlier answer. */
function onPaper(text: FormText | undefined, language: Language): string {
  const { yearMark } = reportTexts(language).blank
  return fillPlaceholders(inLanguage(text, language), (name) => (name === 'ref_year' ? yearMark : '____'))
}

function askedOn(page: Page, language: Language): Asked[] {
  const names = new Set(page.elements.map(({ name }) => name))
  // "Which other one?" is asked on the line of the option itself.
  const isWhichOther = ({ name }: Element) => name.endsWith('_other') && names.has(name.slice(0, -'_other'.length))
  return page.elements.filter((element) => !isWhichOther(element)).map((element) => askedOf(element, page, language))
}

function askedOf(element: Element, page: Page, language: Language): Asked {
  const t = reportTexts(language).blank
  const words = (text: FormText | undefined) => onPaper(text, language)
  // What hides a whole page, such as an initiative that is not active, is no matter of one question.
  const isConditional = element.visibleIf.some((condition) => !page.visibleIf.includes(condition))
  const hint = [
    ...(isConditional ? [t.conditional] : []),
    ...explained(element, language),
    ...howMany(element, language),
  ]
    .filter((part) => part !== '')
    .join(' ')
  const title = [element.number, words(element.title ?? element.short ?? element.name)].filter(Boolean).join(' · ')
  const shared = { title, hint, nonAnswers: nonAnswersOf(element, language) }
  if (element.kind === 'panel') return { ...shared, kind: 'rows', rows: rowsOf(element.questions, language) }
  return { ...shared, ...answerSpace(element, language) }
}

/** What stands under a question, or under a row of a table. */
function explained({ description, countsAs }: Element, language: Language): string[] {
  const t = reportTexts(language).blank
  const words = (text: FormText | undefined) => onPaper(text, language)
  if (countsAs === undefined) return [words(description)]
  return [words(description), t.counts(words(countsAs.yes)), t.countsNot(words(countsAs.no))]
}

function howMany(element: Element, language: Language): string[] {
  const t = reportTexts(language).blank
  if (element.kind === 'panel') {
    const { composition } = element
    if (composition === undefined || !('total' in composition) || element.description !== undefined) return []
    return [t.sumTo(formatNumber(composition.total, {}, language))]
  }
  // Where there is a hint, it says so in its own words.
  if (element.kind !== 'multiple' || element.description !== undefined) return []
  return [element.maxSelected === undefined ? t.chooseMany : t.chooseUpTo(element.maxSelected)]
}

/** Past this a list is no help on paper: it would fill a page. */
const longestList = 40

type Space = Pick<Asked, 'kind' | 'options' | 'isMany' | 'unit' | 'lines' | 'rows'>

function answerSpace(question: Question, language: Language): Space {
  const t = reportTexts(language).blank
  if (question.parts !== undefined) return { kind: 'rows', rows: rowsOf(question.parts, language) }
  if (question.choices.length > longestList) return { kind: 'line', unit: t.longList }
  if (question.choices.length > 0) {
    return { kind: 'options', options: optionsOf(question, language), isMany: question.kind === 'multiple' }
  }
  if (question.kind === 'boolean') return { kind: 'options', options: t.yesNo }
  if (question.type === 'comment') return { kind: 'line', lines: 4 }
  return { kind: 'line', unit: unitOf(question, language) }
}

function nonAnswersOf({ nonAnswers }: Element, language: Language): string[] {
  return nonAnswers.map((code) => resultTexts(language).nonAnswers[code])
}

function optionsOf(question: Question, language: Language): string[] {
  return question.choices.map(({ value, text, hint }) => {
    const words = [inLanguage(text, language), inLanguage(hint, language)].filter((part) => part !== '').join(': ')
    return value === 'other' ? `${words} ${'_'.repeat(40)}` : words
  })
}

function unitOf({ money, unit }: Question, language: Language): string {
  return money ?? inLanguage(unit, language)
}

function rowsOf(questions: readonly Question[], language: Language): NonNullable<Asked['rows']> {
  return questions.map((question) => ({
    title: inLanguage(question.title ?? question.short ?? question.name, language),
    hint: explained(question, language)
      .filter((part) => part !== '')
      .join(' '),
    options: optionsOf(question, language),
    nonAnswers: nonAnswersOf(question, language),
    unit: unitOf(question, language),
  }))
}
