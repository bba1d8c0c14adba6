import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { dateInWords, dayText } from '#ui/dates.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { dimensionLabel, stageLabel, valueText } from '../resultWords.ts'
import { type PrintedAction, printedActions } from './actions.ts'
import { type Block, body, caption, heading, paragraph, place, sectionGap, sizes, textBlock } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Box, Pdf } from './pdf.ts'
import { type Column, drawTable, type Row, tableHeight } from './table.ts'
import { threshold } from './words.ts'

const leastNotes = 46
const noteLine = 22

/** Page 2: what to do next, with room to write who and until when; and how others stand. */
export function drawPlanPage(pdf: Pdf, facts: ReportFacts): void {
  const t = reportTexts(facts.language).plan
  const end = place(
    [
      textBlock(pdf, 'P', facts.submission.clusterName, { ...caption, lines: 1 }, 0),
      textBlock(pdf, 'H1', t.title, { size: sizes.h1, bold: true }, 0),
      textBlock(pdf, 'P', intro(facts), { ...body, lines: 2 }, 3),
      ...printedActions(facts).map((action, at) => card(pdf, facts, action, at + 1)),
      ...conditions(pdf, facts),
      ...peers(pdf, facts),
    ],
    pdf.top,
    pdf.bottom,
  )
  if (pdf.bottom - end >= leastNotes + 18) drawNotes(pdf, t.notes, end + 12)
}

function intro({ language, edition, plan, told, result }: ReportFacts): string {
  const t = reportTexts(language).plan
  if (plan !== undefined && plan.actions.length > 0) return t.introSaved(dayText(plan.savedAt, language))
  if (result.path === null) return t.introNone
  return told.distance === null ? t.introTop : t.intro(stageLabel(edition, told.distance.stage, language))
}

const title = { size: sizes.body, bold: true, lines: 2 } as const
const what = { ...body, lines: 3 } as const
const fact = { ...caption, lines: 2 } as const
const handHeight = 25

/** A frame with the action, who usually leads it, what it aims at, and two lines to fill in by hand. */
function card(pdf: Pdf, { language }: ReportFacts, action: PrintedAction | undefined, number: number): Block {
  const t = reportTexts(language).plan
  const inner = { x: pdf.left + 10, width: pdf.width - 20 }
  const texts =
    action === undefined
      ? [{ tag: 'H2', text: t.ownAction(number), style: title } as const]
      : [
          { tag: 'H2', text: t.action(number, action.name, action.dimension), style: title } as const,
          { tag: 'P', text: action.what, style: what } as const,
          { tag: 'P', text: factsLine(action, language), style: fact } as const,
        ]
  const blank = action === undefined ? 18 : 0
  const textHeight = texts.reduce((sum, { text, style }) => sum + pdf.heightOf(text, style, inner.width) + 1, 0)
  const height = 6 + textHeight + blank + handHeight + 4
  return {
    height,
    gap: sectionGap,
    draw: (top) => {
      pdf.artifact(() =>
        pdf.fill({ x: pdf.left, y: top, width: pdf.width, height }, 'paper', { ink: 'line', width: 0.8 }, 4),
      )
      let y = top + 6
      for (const { tag, text, style } of texts) y = paragraph(pdf, tag, text, style, { ...inner, y }) + 1
      byHand(pdf, [t.responsible, action?.responsible ?? ''], { x: inner.x, y: y + blank, width: inner.width * 0.64 })
      const right = { x: inner.x + inner.width * 0.67, y: y + blank, width: inner.width * 0.33 }
      byHand(pdf, [t.due, action?.due ?? ''], right)
    },
  }
}

function factsLine({ who, effort, target }: PrintedAction, language: ReportFacts['language']): string {
  const t = reportTexts(language).plan
  return [
    ...(who === '' ? [] : [`${t.usuallyLeads}: ${who}.`]),
    ...(effort === '' ? [] : [`${t.effort}: ${effort}.`]),
    ...(target === '' ? [] : [`${t.target}: ${target}`]),
  ].join(' ')
}

/** A word and a line to write on; what is known already stands on the line. */
function byHand(pdf: Pdf, [label, value]: readonly [string, string], { x, y, width }: Box): void {
  const labelStyle = { size: sizes.table, bold: true, lines: 1 } as const
  const labelWidth = pdf.widthOf(label, labelStyle) + 6
  const line = y + handHeight - 6
  pdf.tagged('P', () => {
    pdf.write(label, labelStyle, { x, y: line - 12, width: labelWidth })
    const box = { x: x + labelWidth, y: line - 13, width: width - labelWidth }
    pdf.write(value, { size: sizes.body, lines: 1 }, box)
  })
  pdf.artifact(() =>
    pdf.line(
      [
        [x + labelWidth, line],
        [x + width, line],
      ],
      'line',
      0.8,
    ),
  )
}

/** What the next stage asks for, in two columns with a mark and a word each. */
function conditions(pdf: Pdf, facts: ReportFacts): Block[] {
  const { language, edition, rules, told } = facts
  const { distance } = told
  const next = rules.stages.find(({ id }) => id === distance?.stage)
  if (distance === null || next === undefined) return []
  const t = reportTexts(language).plan
  const items = [
    { name: t.totalScore(threshold(next.index, language)), isMet: distance.points === 0 },
    ...rules.dimensions.flatMap(({ id }) => {
      const minimum = next.minima[id]
      if (minimum === undefined) return []
      const isMet = !distance.minima.some(({ dimension }) => dimension === id)
      return [{ name: t.minimumOf(dimensionLabel(edition, id, language), threshold(minimum, language)), isMet }]
    }),
    ...distance.conditions.map(({ id, isMet }) => ({
      name: inLanguage(edition.texts?.conditions[id]?.short ?? id, language),
      isMet,
    })),
  ]
  const rows = Math.ceil(items.length / 2)
  const columnWidth = pdf.width / 2
  const list: Block = {
    height: rows * 16,
    gap: 3,
    expendable: 2,
    draw: (y) =>
      pdf.group('L', () => {
        for (const [at, { name, isMet }] of items.entries()) {
          const box = { x: pdf.left + (at < rows ? 0 : columnWidth), y: y + (at % rows) * 16, width: columnWidth }
          pdf.group('LI', () => drawCondition(pdf, t.conditionState(name, isMet ? t.met : t.unmet), isMet, box))
        }
      }),
  }
  const name = stageLabel(edition, next.id, language)
  return [textBlock(pdf, 'H2', t.conditionsTitle(name), heading, sectionGap, 2), list]
}

function drawCondition(pdf: Pdf, text: string, isMet: boolean, { x, y, width }: Box): void {
  pdf.artifact(() => {
    if (isMet)
      pdf.line(
        [
          [x + 2, y + 7],
          [x + 5, y + 10],
          [x + 10, y + 3],
        ],
        'text',
        1.6,
      )
    else pdf.fill({ x: x + 2, y: y + 3, width: 7.5, height: 7.5 }, 'paper', { ink: 'text', width: 1 })
  })
  const box = { x: x + 16, y, width: width - 22 }
  paragraph(pdf, 'LBody', text, { size: sizes.table, lines: 1, bold: !isMet }, box)
}

const peerColumns: readonly Column[] = [
  { share: 0.4 },
  { share: 0.2, align: 'right' },
  { share: 0.22, align: 'right' },
  { share: 0.18, align: 'right' },
]

/** How the widest group of the benchmark stands. Groups of fewer than five are in no benchmark. */
function peers(pdf: Pdf, facts: ReportFacts): Block[] {
  const { language, benchmark, told, edition } = facts
  const t = reportTexts(language).plan
  const group = benchmark?.groups.toSorted((one, other) => other.n - one.n)[0]
  const peersHeading = textBlock(pdf, 'H2', t.peersTitle, heading, sectionGap, 1)
  if (benchmark === undefined || group === undefined) {
    return [peersHeading, textBlock(pdf, 'P', t.noPeers, { ...body, lines: 2 }, 2, 1)]
  }
  const n = formatNumber(group.n, {}, language)
  const note = t.peersNote(inLanguage(group, language), n, dateInWords(benchmark.asOf, language))
  const rows: Row[] = [
    { isHead: true, cells: [t.dimension, t.own, t.middleHalf, t.median] },
    ...told.profile.flatMap((row) => {
      const peer = group.dimensions[row.dimension]
      if (peer === undefined) return []
      const between = t.between(threshold(peer.p25, language), threshold(peer.p75, language))
      const name = dimensionLabel(edition, row.dimension, language)
      return [{ cells: [name, valueText(row, language), between, threshold(peer.p50, language)] }]
    }),
  ]
  return [
    peersHeading,
    textBlock(pdf, 'P', note, { ...body, lines: 2 }, 2, 1),
    {
      height: tableHeight(pdf, peerColumns, rows, pdf.width),
      gap: 3,
      expendable: 1,
      draw: (y) => void drawTable(pdf, peerColumns, rows, { x: pdf.left, y, width: pdf.width }),
    },
  ]
}

/** What is left of the page is for writing. */
function drawNotes(pdf: Pdf, words: string, top: number): void {
  const below = paragraph(pdf, 'H2', words, heading, { x: pdf.left, y: top, width: pdf.width })
  pdf.artifact(() => {
    for (let y = below + noteLine - 2; y <= pdf.bottom; y += noteLine) {
      pdf.line(
        [
          [pdf.left, y],
          [pdf.left + pdf.width, y],
        ],
        'line',
        0.5,
      )
    }
  })
}
