import { sha256Hex } from '#domain/digest.ts'
import { formatPercent } from '#domain/numbers.ts'
import { resultCodeOf, writeResultCode } from '#domain/resultCode.ts'
import { blankedIn } from '#domain/retention.ts'
import { inLanguage } from '#domain/text.ts'
import { dayAndTimeText } from '#ui/dates.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { respondentRole } from '../respondentRole.ts'
import { dimensionLabel, oneDecimal, stageLabel, valueText } from '../resultWords.ts'
import { type Block, body, caption, heading, paragraph, place, sectionGap, sizes, textBlock } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Pdf } from './pdf.ts'
import { drawQr } from './qrCode.ts'
import { type Column, drawTable, type Row, tableHeight } from './table.ts'
import { threshold } from './words.ts'

/** Page 3: how the stage is calculated, what is missing, who answered, and how to check this paper. */
export function drawMethodPage(pdf: Pdf, facts: ReportFacts): void {
  const { language, rules, edition } = facts
  const t = reportTexts(language).sheet
  const indicators = rules.dimensions.reduce((sum, dimension) => sum + dimension.indicators.length, 0)
  place(
    [
      [
        textBlock(pdf, 'P', facts.submission.clusterName, { ...caption, lines: 1 }, 0),
        textBlock(pdf, 'H1', t.title, { size: sizes.h1, bold: true }, 0),
        textBlock(pdf, 'H2', t.howTitle, heading, 4),
        textBlock(pdf, 'P', t.how(indicators, rules.dimensions.length), { ...body, lines: 6 }, 1),
        textBlock(pdf, 'H2', t.tableTitle, heading, sectionGap),
        weights(pdf, facts),
        textBlock(pdf, 'P', conditionsByStage(facts), { ...caption, lines: 6 }, 3),
        textBlock(pdf, 'H2', t.missingTitle, heading, sectionGap),
        textBlock(pdf, 'P', missing(facts), { ...body, lines: 4 }, 1),
        textBlock(pdf, 'H2', t.whoTitle, heading, sectionGap),
        textBlock(pdf, 'P', who(facts), { ...body, lines: 3 }, 1),
        textBlock(pdf, 'H2', t.definitionsTitle, heading, sectionGap, 1),
        definitions(pdf, facts),
        verification(pdf, facts),
        textBlock(pdf, 'P', inLanguage(edition.texts?.labelsNote, language), { ...caption, lines: 2 }, 4),
      ],
    ],
    pdf.top,
    pdf.bottom,
  )
}

/** Dimensions with weight, what each stage asks of them, and what was reached. */
function weights(pdf: Pdf, facts: ReportFacts): Block {
  const { language, rules, edition, told, result } = facts
  const t = reportTexts(language)
  // Stages that ask for nothing need no column.
  const stages = rules.stages.filter(({ index, minima }) => index > 0 || Object.keys(minima).length > 0)
  const share = (1 - 0.3 - 0.1 - 0.15) / Math.max(1, stages.length)
  const columns: Column[] = [
    { share: 0.3 },
    { share: 0.1, align: 'right' },
    ...stages.map((): Column => ({ share, align: 'right' })),
    { share: 0.15, align: 'right' },
  ]
  const atLeast = (minimum: number | undefined) => (minimum === undefined ? '–' : `≥ ${threshold(minimum, language)}`)
  const percent = (weight: number) => formatPercent(weight, { decimals: 1 }, language)
  const rows: Row[] = [
    {
      isHead: true,
      cells: [
        t.plan.dimension,
        t.sheet.weight,
        ...stages.map(({ id }) => stageLabel(edition, id, language)),
        t.sheet.own,
      ],
    },
    ...rules.dimensions.map(({ id, weight }) => {
      const row = told.profile.find(({ dimension }) => dimension === id)
      const own = row === undefined ? '–' : valueText(row, language)
      const minima = stages.map((stage) => atLeast(stage.minima[id]))
      return { cells: [dimensionLabel(edition, id, language), percent(weight), ...minima, own] }
    }),
    {
      isStrong: true,
      cells: [
        t.sheet.total,
        percent(100),
        ...stages.map(({ index }) => atLeast(index)),
        result.stage === null ? '–' : oneDecimal(result.index, language),
      ],
    },
  ]
  return {
    height: tableHeight(pdf, columns, rows, pdf.width),
    gap: 2,
    draw: (y) => void drawTable(pdf, columns, rows, { x: pdf.left, y, width: pdf.width }),
  }
}

function conditionsByStage({ rules, edition, language }: ReportFacts): string {
  const t = reportTexts(language).sheet
  return rules.stages
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ id, conditions }) => {
      const names = conditions.map((each) => inLanguage(edition.texts?.conditions[each]?.short ?? each, language))
      return t.conditionsOf(stageLabel(edition, id, language), resultTexts(language).and(names.map(inLower)))
    })
    .join(' ')
}

function inLower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function missing({ told, rules, language }: ReportFacts): string {
  const t = resultTexts(language).result
  const { answered, counting } = told.count
  const share = (part: number) => formatPercent(100 * part, { decimals: 1 }, language)
  return [
    t.answeredCount(answered, counting),
    answered === counting
      ? t.allAnswered
      : `${t.bounds(counting - answered, oneDecimal(told.bounds.min, language), oneDecimal(told.bounds.max, language))} ${t.countedBy}`,
    reportTexts(language).sheet.missingRule(share(rules.completeness.provisional), share(rules.completeness.final)),
  ].join(' ')
}

/** The role and the mode, never a name: this paper is handed on. */
function who({ form, submission, language }: ReportFacts): string {
  const t = reportTexts(language).sheet
  const role = respondentRole(form, submission, language)
  return [
    ...(role === undefined ? [] : [t.role(role)]),
    t.modes[submission.mode],
    t.when(dayAndTimeText(submission.startedAt, language), dayAndTimeText(submission.completedAt, language)),
  ].join(' ')
}

function definitions(pdf: Pdf, { rules, edition, language }: ReportFacts): Block {
  const style = { ...caption, ink: 'text', lines: 2 } as const
  const texts = rules.dimensions.map(({ id }) => {
    const meaning = inLanguage(edition.texts?.dimensions[id]?.meaning, language)
    return `${dimensionLabel(edition, id, language)}: ${inLower(meaning)}`
  })
  return {
    height: texts.reduce((sum, text) => sum + pdf.heightOf(text, style, pdf.width) + 1, 0),
    gap: 1,
    expendable: 1,
    draw: (top) =>
      pdf.group('L', () => {
        let y = top
        for (const text of texts) {
          pdf.group('LI', () => {
            y = paragraph(pdf, 'LBody', text, style, { x: pdf.left, y, width: pdf.width }) + 1
          })
        }
      }),
  }
}

/** 34 mm: a module is then wider than 0.6 mm, which any telephone reads from paper. */
const qrSide = 96

/** Whom to ask, and the code by which the census sees that nothing on this paper was changed. */
function verification(pdf: Pdf, facts: ReportFacts): Block {
  const { language, controller, folio, submission, bytes, rules } = facts
  const t = reportTexts(language)
  const contact = controller === null ? t.sheet.noContact : contactText(controller)
  const code = resultCodeOf(submission, blankedIn(submission)?.sha256 ?? sha256Hex(bytes), rules)
  const text = { x: pdf.left, width: pdf.width - qrSide - 16 }
  return {
    height: qrSide,
    gap: sectionGap,
    draw: (top) => {
      const below = paragraph(pdf, 'H2', t.sheet.verifyTitle, heading, { ...text, y: top })
      let y = paragraph(pdf, 'P', t.sheet.verify, { size: sizes.table, lines: 3 }, { ...text, y: below })
      const proof = [t.folio(folio), ...(code === undefined ? [] : [t.sheet.fingerprint(code.check)])].join(' · ')
      y = paragraph(pdf, 'P', proof, { size: sizes.table, bold: true, lines: 1 }, { ...text, y })
      const contactLine = `${t.sheet.contactTitle}: ${contact}`
      paragraph(pdf, 'P', contactLine, { ...caption, lines: 2 }, { ...text, y: y + 3 })
      if (code === undefined) return
      const corner = { x: pdf.left + pdf.width - qrSide, y: top, side: qrSide }
      const bbox = [corner.x, top, corner.x + qrSide, top + qrSide]
      pdf.tagged('Figure', () => drawQr(pdf, writeResultCode(code), corner), { alt: t.sheet.qrAlt, bbox })
    },
  }
}

function contactText({ name, mail, phone }: NonNullable<ReportFacts['controller']>): string {
  return `${name}, ${mail}, ${phone}`
}
