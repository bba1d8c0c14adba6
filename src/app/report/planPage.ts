import { formatNumber } from '#domain/numbers.ts'
import { inLanguage } from '#domain/text.ts'
import { dateInWords, dayText } from '#ui/dates.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { dimensionLabel, oneDecimal, stageLabel, valueText } from '../resultWords.ts'
import { actionCard, type CardStyle, cardStyles } from './actionCard.ts'
import { printedActions } from './actions.ts'
import { type Block, body, caption, heading, paragraph, place, sectionGap, sizes, textBlock } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Box, Pdf } from './pdf.ts'
import { simulated } from './simulated.ts'
import { type Column, drawTable, type Row, tableHeight } from './table.ts'
import { threshold } from './words.ts'

const leastNotes = 46
const noteLine = 22

/** Page 2: what to do next, with room to write who and until when; and how others stand. */
export function drawPlanPage(pdf: Pdf, facts: ReportFacts): void {
  const t = reportTexts(facts.language).plan
  const actions = printedActions(facts)
  const blocksWith = (style: CardStyle): Block[] => [
    textBlock(pdf, 'P', facts.submission.clusterName, { ...caption, lines: 1 }, 0),
    textBlock(pdf, 'H1', t.title, { size: sizes.h1, bold: true }, 0),
    textBlock(pdf, 'P', intro(facts), { ...body, lines: 2 }, 3),
    ...actions.map((action, at) => actionCard(pdf, facts, action, at + 1, style)),
    ...conditions(pdf, facts),
    ...simulated(pdf, facts),
    ...peersBlocks(pdf, facts),
  ]
  const end = place(cardStyles.map(blocksWith), pdf.top, pdf.bottom)
  if (pdf.bottom - end >= leastNotes + 18) drawNotes(pdf, t.notes, end + 12)
}

function intro({ language, edition, plan, told, result }: ReportFacts): string {
  const t = reportTexts(language).plan
  if (plan !== undefined && plan.actions.length > 0) return t.introSaved(dayText(plan.savedAt, language))
  if (result.path === null) return t.introNone
  return told.distance === null ? t.introTop : t.intro(stageLabel(edition, told.distance.stage, language))
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
  const texts = items.map(({ name, isMet }) => ({ text: t.conditionState(name, isMet ? t.met : t.unmet), isMet }))
  const name = stageLabel(edition, next.id, language)
  return [textBlock(pdf, 'H2', t.conditionsTitle(name), heading, sectionGap, 2), conditionList(pdf, texts)]
}

type Condition = { text: string; isMet: boolean }

const conditionStyle = ({ isMet }: Condition) => ({ size: sizes.table, lines: 2, bold: !isMet }) as const
const markWidth = 16

function conditionList(pdf: Pdf, conditions: readonly Condition[]): Block {
  const rows = Math.ceil(conditions.length / 2)
  const columnWidth = pdf.width / 2
  const textWidth = columnWidth - markWidth - 2
  const heights = conditions.slice(0, rows).map((left, row) => {
    const inRow = [left, ...conditions.slice(row + rows, row + rows + 1)]
    return Math.max(...inRow.map((each) => pdf.heightOf(each.text, conditionStyle(each), textWidth))) + 3.3
  })
  const sumOf = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0)
  return {
    height: sumOf(heights),
    gap: 3,
    expendable: 2,
    draw: (top) =>
      pdf.group('L', () => {
        for (const [at, condition] of conditions.entries()) {
          const [x, y] = [pdf.left + (at < rows ? 0 : columnWidth), top + sumOf(heights.slice(0, at % rows))]
          const box = { x: x + markWidth, y, width: textWidth }
          pdf.group('LI', () => {
            drawMark(pdf, condition.isMet, { x, y })
            paragraph(pdf, 'LBody', condition.text, conditionStyle(condition), box)
          })
        }
      }),
  }
}

function drawMark(pdf: Pdf, isMet: boolean, { x, y }: Pick<Box, 'x' | 'y'>): void {
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
}

const peerColumns: readonly Column[] = [
  { share: 0.4 },
  { share: 0.2, align: 'right' },
  { share: 0.22, align: 'right' },
  { share: 0.18, align: 'right' },
]

/** How the group stands that was chosen on screen. Groups of fewer than five are in no benchmark. */
function peersBlocks(pdf: Pdf, facts: ReportFacts): Block[] {
  const { language, peers, told, edition } = facts
  const t = reportTexts(language).plan
  const peersHeading = textBlock(pdf, 'H2', t.peersTitle, heading, sectionGap, 1)
  if (peers === undefined) {
    return [peersHeading, textBlock(pdf, 'P', t.noPeers, { ...body, lines: 2 }, 2, 1)]
  }
  const { asOf, group } = peers
  const n = formatNumber(group.n, {}, language)
  const note = t.peersNote(inLanguage(group, language), n, dateInWords(asOf, language))
  const rows: Row[] = [
    { isHead: true, cells: [t.dimension, t.own, t.middleHalf, t.median] },
    ...told.profile.flatMap((row) => {
      const peer = group.dimensions[row.dimension]
      if (peer === undefined) return []
      const between = t.between(oneDecimal(peer.p25, language), oneDecimal(peer.p75, language))
      const name = dimensionLabel(edition, row.dimension, language)
      return [{ cells: [name, valueText(row, language), between, oneDecimal(peer.p50, language)] }]
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
