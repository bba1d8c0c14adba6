import type { IndicatorPoints } from '#domain/explanation.ts'
import { inLanguage } from '#domain/text.ts'
import { dayText } from '#ui/dates.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { levelText, oneDecimal, pointsLacking, stageLabel } from '../resultWords.ts'
import { type Block, body, caption, heading, paragraph, place, sectionGap, sizes, textBlock } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Box, Pdf } from './pdf.ts'
import { profileChart, profileFinding, profileUnit } from './profileChart.ts'
import { drawNodes, stageTrack } from './stageTrack.ts'
import { distance, sentence } from './words.ts'

/** Page 1: who, when, which stage, the profile, and why. */
export function drawResultPage(pdf: Pdf, facts: ReportFacts): void {
  const { language, edition } = facts
  const t = resultTexts(language).result
  const notice = inLanguage(edition.texts?.useNotice, language)
  place(
    [
      [
        masthead(pdf, facts),
        identity(pdf, facts),
        headline(pdf, facts),
        textBlock(pdf, 'H2', t.stagesTitle, heading, sectionGap),
        stageTrack(pdf, facts, 4),
        textBlock(pdf, 'P', distance(facts), { ...body, lines: 3 }, 10),
        textBlock(pdf, 'H2', profileFinding(facts), heading, sectionGap),
        textBlock(pdf, 'P', profileUnit(facts), { ...caption, lines: 2 }, 1),
        profileChart(pdf, facts, 4),
        reasons(pdf, facts),
        textBlock(pdf, 'P', notice, { ...caption, lines: 2 }, sectionGap),
      ],
    ],
    pdf.top,
    pdf.bottom,
  )
}

/** The mark, what this paper is, and the name of the cluster. */
function masthead(pdf: Pdf, { language, submission }: ReportFacts): Block {
  const t = reportTexts(language).head
  const fitsLarge = pdf.widthOf(submission.clusterName, { size: sizes.h1, bold: true }) <= pdf.width
  const name = { size: fitsLarge ? sizes.h1 : sizes.h2, bold: true, lines: 2 } as const
  return {
    height: 20 + pdf.heightOf(submission.clusterName, name, pdf.width),
    gap: 0,
    draw: (y) => {
      pdf.artifact(() => {
        drawNodes(pdf, { x: pdf.left + 2, y: y + 1 }, 3, 'brand', 'paper')
        const product = { size: sizes.body, bold: true, ink: 'brand', align: 'right', lines: 1 } as const
        pdf.write(t.product, product, { x: pdf.left, y: y + 1, width: pdf.width })
      })
      const over = { size: sizes.body, ink: 'brand', bold: true, lines: 1 } as const
      paragraph(pdf, 'P', t.over, over, { x: pdf.left + 24, y: y + 1, width: pdf.width - 100 })
      paragraph(pdf, 'H1', submission.clusterName, name, { x: pdf.left, y: y + 20, width: pdf.width })
    },
  }
}

/** Round, date, folio, edition and rules, by which this paper is found again. */
function identity(pdf: Pdf, { language, submission, folio, rules, roundTitle }: ReportFacts): Block {
  const t = reportTexts(language).head
  const facts = [
    [t.round, roundTitle ?? t.noRound],
    [t.date, dayText(submission.completedAt, language)],
    [t.folio, folio],
    [t.questionnaire, t.edition(submission.questionnaire.edition)],
    [t.rules, t.version(rules.version)],
  ] as const
  const shares = [0.22, 0.26, 0.2, 0.16, 0.16]
  const height = 34
  return {
    height,
    gap: 4,
    draw: (y) => {
      pdf.artifact(() => {
        for (const at of [y, y + height])
          pdf.line(
            [
              [pdf.left, at],
              [pdf.left + pdf.width, at],
            ],
            'line',
            0.6,
          )
      })
      let x = pdf.left
      for (const [at, [label, value]] of facts.entries()) {
        const width = pdf.width * (shares[at] ?? 0)
        const box = { x, y: y + 4, width: width - 8 }
        pdf.tagged('P', () => {
          pdf.write(label, { ...caption, lines: 1 }, box)
          pdf.write(value, { size: sizes.table, bold: true, lines: 1 }, { ...box, y: y + 17 })
        })
        x += width
      }
    },
  }
}

/** The stage in large letters with the score beside it, and the sentence that says what it means. */
function headline(pdf: Pdf, facts: ReportFacts): Block {
  const { language, edition, rules, result } = facts
  const t = reportTexts(language).result
  const at = rules.stages.findIndex(({ id }) => id === result.stage)
  const over = at === -1 ? '' : t.stageOf(at + 1, rules.stages.length)
  const name = result.stage === null ? t.noStage : stageLabel(edition, result.stage, language)
  const words = { size: 12, lines: 4 } as const
  const inner = { x: pdf.left + 16, width: pdf.width - 28 }
  const height = 62 + pdf.heightOf(sentence(facts), words, inner.width)
  return {
    height,
    gap: sectionGap,
    draw: (y) => {
      pdf.artifact(() => {
        pdf.fill({ x: pdf.left, y, width: pdf.width, height }, 'tint', undefined, 4)
        pdf.fill({ x: pdf.left, y, width: 5, height }, 'brand')
      })
      const left = { ...inner, y: y + 7, width: inner.width - 140 }
      pdf.tagged('P', () => {
        pdf.write(over, { ...caption, lines: 1 }, left)
        pdf.write(name, { size: sizes.display, bold: true, ink: 'brand', lines: 1 }, { ...left, y: y + 16 })
      })
      if (result.stage !== null) score(pdf, oneDecimal(result.index, language), t.ofHundred, { ...inner, y: y + 16 })
      paragraph(pdf, 'P', sentence(facts), words, { ...inner, y: y + 54 })
    },
  }
}

function score(pdf: Pdf, number: string, unit: string, box: Box): void {
  const figure = { size: sizes.display, bold: true, align: 'right' } as const
  const beside = { ...caption, align: 'right', lines: 1 } as const
  pdf.tagged('P', () => {
    pdf.write(number, figure, box)
    pdf.write(unit, beside, { ...box, y: box.y - 9 })
  })
}

/** What adds most and what lacks most, side by side. */
function reasons(pdf: Pdf, facts: ReportFacts): Block {
  const { language, told } = facts
  const t = resultTexts(language).result
  const width = (pdf.width - 20) / 2
  const added = told.added.map((each) => reason(facts, each, t.plusPoints(oneDecimal(each.points, language))))
  const lacking = told.lacking.map((each) =>
    reason(facts, each, t.lostPoints(pointsLacking(each.points, each.available, language))),
  )
  const columns = [
    { x: pdf.left, width, title: t.added, empty: t.nothingAdded, items: added },
    { x: pdf.left + width + 20, width, title: t.lacking, empty: t.nothingLacking, items: lacking },
  ]
  const heightOf = (items: readonly Reason[], empty: string) =>
    items.length === 0
      ? pdf.heightOf(empty, body, width)
      : items.reduce((sum, item) => sum + reasonHeight(pdf, item, width), 0)
  return {
    height: 20 + Math.max(...columns.map(({ items, empty }) => heightOf(items, empty))),
    gap: sectionGap,
    draw: (y) => {
      for (const { x, title, empty, items } of columns) {
        paragraph(pdf, 'H2', title, heading, { x, y, width })
        if (items.length === 0) paragraph(pdf, 'P', empty, body, { x, y: y + 20, width })
        else drawReasons(pdf, items, { x, y: y + 20, width })
      }
    },
  }
}

type Reason = { name: string; level: string; points: string }

function reason({ edition, language }: ReportFacts, each: IndicatorPoints, points: string): Reason {
  const name = inLanguage(edition.steps?.[each.indicator]?.name ?? each.indicator, language)
  return { name, level: levelText(edition, each, language), points }
}

const reasonName = { size: sizes.table, bold: true, lines: 2 } as const
const reasonText = { ...caption, lines: 3 } as const

function reasonHeight(pdf: Pdf, { name, level, points }: Reason, width: number): number {
  return pdf.heightOf(name, reasonName, width - 10) + pdf.heightOf(`${points}. ${level}`, reasonText, width - 10) + 3
}

function drawReasons(pdf: Pdf, items: readonly Reason[], box: Box): void {
  let y = box.y
  const inner = { x: box.x + 10, width: box.width - 10 }
  pdf.group('L', () => {
    for (const item of items) {
      pdf.group('LI', () => {
        pdf.artifact(() => pdf.dot({ x: box.x + 3, y: y + 7 }, 1.6, 'brand'))
        pdf.tagged('LBody', () => {
          const below = pdf.write(item.name, reasonName, { ...inner, y })
          pdf.write(`${item.points}. ${item.level}`, reasonText, { ...inner, y: below })
        })
      })
      y += reasonHeight(pdf, item, box.width)
    }
  })
}
