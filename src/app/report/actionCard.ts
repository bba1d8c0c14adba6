import { reportTexts } from '#ui/reportTexts.ts'
import type { PrintedAction } from './actions.ts'
import { type Block, body, caption, paragraph, sectionGap, sizes } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Box, Pdf, Style } from './pdf.ts'

/** How a card is set: `hand` is the room for what is written by hand, from the text to the foot of the card. */
export type CardStyle = { what: Style; isOneText: boolean; hand: number; padding: number; gap: number }

/** From the roomiest to the closest; a full page takes the first that leaves room for all else. */
export const cardStyles: readonly CardStyle[] = [
  { what: { ...body, lines: 3 }, isOneText: false, hand: 29, padding: 6, gap: sectionGap },
  { what: { size: sizes.table, lines: 3 }, isOneText: false, hand: 24, padding: 4, gap: sectionGap },
  { what: { ...caption, ink: 'text', lines: 5 }, isOneText: true, hand: 21, padding: 2.5, gap: 4 },
]

const title = { size: sizes.body, bold: true, lines: 2 } as const
const fact = { ...caption, lines: 2 } as const
/** What a blank card has where others have their text. */
const blankHeight = 18

/** A frame with the action, who usually leads it, what it aims at, and two lines to fill in by hand. */
export function actionCard(
  pdf: Pdf,
  { language }: ReportFacts,
  action: PrintedAction | undefined,
  number: number,
  style: CardStyle,
): Block {
  const t = reportTexts(language).plan
  const inner = { x: pdf.left + 10, width: pdf.width - 20 }
  const name = action === undefined ? t.ownAction(number) : t.action(number, action.name, action.dimension)
  const texts = [
    { tag: 'H2', text: name, style: title } as const,
    ...textsOf(action, style, language).map((each) => ({ tag: 'P', ...each }) as const),
  ]
  const blank = action === undefined ? blankHeight : 0
  const textHeight = texts.reduce((sum, each) => sum + pdf.heightOf(each.text, each.style, inner.width) + 1, 0)
  const height = style.padding + textHeight + blank + style.hand
  return {
    height,
    gap: style.gap,
    draw: (top) => {
      pdf.artifact(() =>
        pdf.fill({ x: pdf.left, y: top, width: pdf.width, height }, 'paper', { ink: 'line', width: 0.8 }, 4),
      )
      let y = top + style.padding
      for (const each of texts) y = paragraph(pdf, each.tag, each.text, each.style, { ...inner, y }) + 1
      const line = top + height - 8
      byHand(pdf, [t.responsible, action?.responsible ?? ''], { x: inner.x, y: line, width: inner.width * 0.64 })
      const right = { x: inner.x + inner.width * 0.67, y: line, width: inner.width * 0.33 }
      byHand(pdf, [t.due, action?.due ?? ''], right)
    },
  }
}

function textsOf(action: PrintedAction | undefined, style: CardStyle, language: ReportFacts['language']) {
  if (action === undefined) return []
  const facts = factsLine(action, language)
  if (style.isOneText) return [{ text: `${action.what} ${facts}`.trim(), style: style.what }]
  return [
    { text: action.what, style: style.what },
    { text: facts, style: fact },
  ]
}

function factsLine({ who, effort, target }: PrintedAction, language: ReportFacts['language']): string {
  const t = reportTexts(language).plan
  return [
    ...(who === '' ? [] : [`${t.usuallyLeads}: ${who}.`]),
    ...(effort === '' ? [] : [`${t.effort}: ${effort}.`]),
    ...(target === '' ? [] : [`${t.target}: ${target}`]),
  ].join(' ')
}

/** A word and a line at `y` to write on; what is known already stands on the line. */
function byHand(pdf: Pdf, [label, value]: readonly [string, string], { x, y, width }: Box): void {
  const labelStyle = { size: sizes.table, bold: true, lines: 1 } as const
  const labelWidth = pdf.widthOf(label, labelStyle) + 6
  pdf.tagged('P', () => {
    pdf.write(label, labelStyle, { x, y: y - 12, width: labelWidth })
    const box = { x: x + labelWidth, y: y - 13, width: width - labelWidth }
    pdf.write(value, { size: sizes.body, lines: 1 }, box)
  })
  pdf.artifact(() =>
    pdf.line(
      [
        [x + labelWidth, y],
        [x + width, y],
      ],
      'line',
      0.8,
    ),
  )
}
