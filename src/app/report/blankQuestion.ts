import { body, caption, paragraph, sizes } from './blocks.ts'
import type { Box, Pdf } from './pdf.ts'

/** A question or a table of questions as it stands on paper. */
export type Asked = {
  title: string
  hint: string
  nonAnswers: readonly string[]
  kind: 'options' | 'line' | 'rows'
  options?: readonly string[]
  /** several of the options may be chosen: square boxes, as on screen; round ones otherwise */
  isMany?: boolean
  /** stands behind the line to write on */
  unit?: string
  /** lines to write on, 1 unless told */
  lines?: number
  rows?: readonly Row[]
}

type Row = {
  title: string
  hint: string
  /** empty where there is a line to write on */
  options: readonly string[]
  nonAnswers: readonly string[]
  unit: string
}

const titleStyle = { size: sizes.body, bold: true } as const
const optionStyle = { size: sizes.table } as const
const boxSide = 8.5
const optionGap = 3
const columnGap = 14
const writingLine = 22
/** Longer lists are names (departments, chambers), which may break into lines. */
const longList = 12

/** Draws a question where it fits as a whole: on this page from `top`, or on a new one. @returns where it ends */
export function drawAsked(pdf: Pdf, asked: Asked, top: number): number {
  let y = top
  if (y + heightOf(pdf, asked) > pdf.bottom) {
    pdf.addPage()
    y = pdf.top
  }
  const box = { x: pdf.left, width: pdf.width }
  y = paragraph(pdf, 'H3', asked.title, titleStyle, { ...box, y })
  if (asked.hint !== '') y = paragraph(pdf, 'P', asked.hint, caption, { ...box, y })
  y += 3
  if (asked.kind === 'options') y = drawOptions(pdf, asked, { ...box, y })
  else if (asked.kind === 'line') y = drawLines(pdf, asked.lines ?? 1, asked.unit ?? '', { ...box, y })
  else for (const row of asked.rows ?? []) y = drawRow(pdf, row, { ...box, y })
  return drawInline(pdf, asked.nonAnswers, true, { ...box, y })
}

function heightOf(pdf: Pdf, asked: Asked): number {
  const { title, hint, kind, options = [], lines = 1, rows = [], nonAnswers } = asked
  const words = pdf.heightOf(title, titleStyle, pdf.width) + pdf.heightOf(hint, caption, pdf.width)
  const space =
    kind === 'options'
      ? optionsHeight(pdf, options, pdf.width)
      : kind === 'line'
        ? lines * writingLine
        : rows.reduce((sum, row) => sum + rowHeight(pdf, row, pdf.width), 0)
  return words + 3 + space + inlineHeight(pdf, nonAnswers, pdf.width)
}

/** Short options stand in two or three columns, so that a list of departments does not fill a page. */
function columnsOf(pdf: Pdf, options: readonly string[], width: number): number {
  if (options.length < 5) return 1
  if (options.length > longList) return 3
  const widest = Math.max(...options.map((option) => pdf.widthOf(option, optionStyle))) + boxSide + 8
  return Math.max(1, Math.min(3, Math.floor((width + columnGap) / (widest + columnGap))))
}

function optionsHeight(pdf: Pdf, options: readonly string[], width: number): number {
  return gridOf(pdf, options, width).height
}

/** Options run down each column; a row is as high as its highest option. */
function gridOf(pdf: Pdf, options: readonly string[], width: number) {
  const columns = columnsOf(pdf, options, width)
  const rows = Math.ceil(options.length / columns)
  const columnWidth = (width - columnGap * (columns - 1)) / columns
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(
      ...options
        .filter((_option, at) => at % rows === row)
        .map((option) => pdf.heightOf(option, optionStyle, columnWidth - boxSide - 8) + optionGap),
    ),
  )
  return { rows, columnWidth, heights, height: heights.reduce((sum, each) => sum + each, 0) }
}

function drawOptions(pdf: Pdf, { options = [], isMany = false }: Asked, box: Box): number {
  const { rows, columnWidth, heights, height } = gridOf(pdf, options, box.width)
  pdf.group('L', () => {
    for (const [at, option] of options.entries()) {
      const row = at % rows
      const y = box.y + heights.slice(0, row).reduce((sum, each) => sum + each, 0)
      drawOption(pdf, option, isMany, {
        x: box.x + Math.floor(at / rows) * (columnWidth + columnGap),
        y,
        width: columnWidth,
      })
    }
  })
  return box.y + height
}

function drawOption(pdf: Pdf, option: string, isMany: boolean, { x, y, width }: Box): void {
  pdf.group('LI', () => {
    const mark = { x, y: y + 2, width: boxSide, height: boxSide }
    pdf.artifact(() => pdf.fill(mark, 'paper', { ink: 'text', width: 0.9 }, isMany ? 0 : boxSide / 2))
    paragraph(pdf, 'LBody', option, optionStyle, { x: x + boxSide + 6, y, width: width - boxSide - 8 })
  })
}

function drawLines(pdf: Pdf, lines: number, unit: string, { x, y, width }: Box): number {
  const unitWidth = unit === '' ? 0 : Math.min(width * 0.6, pdf.widthOf(unit, optionStyle) + 8)
  const end = unit === '' ? x + width : Math.max(x + 180, x + width - Math.max(unitWidth, width / 2))
  pdf.artifact(() => {
    for (let line = 1; line <= lines; line += 1) {
      const at = y + line * writingLine - 5
      pdf.line(
        [
          [x, at],
          [end, at],
        ],
        'line',
        0.8,
      )
    }
  })
  if (unit !== '') {
    paragraph(
      pdf,
      'P',
      unit,
      { ...optionStyle, lines: 1 },
      { x: end + 6, y: y + writingLine - 17, width: x + width - end - 6 },
    )
  }
  return y + lines * writingLine
}

/** Beside a line to write on there is half the width for words. */
const wordsShare = 0.5

function rowHeight(pdf: Pdf, { title, hint, options, nonAnswers }: Row, width: number): number {
  const wordsWidth = options.length === 0 ? width * wordsShare - 8 : width
  const words = pdf.heightOf(title, body, wordsWidth) + pdf.heightOf(hint, caption, wordsWidth)
  if (options.length > 0)
    return words + inlineHeight(pdf, options, width - 12) + inlineHeight(pdf, nonAnswers, width - 12) + 4
  return Math.max(writingLine + inlineHeight(pdf, nonAnswers, width * (1 - wordsShare)), words + 8)
}

/** A row of a table: its words and a line to write on, or its options one beside the other. */
function drawRow(pdf: Pdf, row: Row, box: Box): number {
  const end = box.y + rowHeight(pdf, row, box.width)
  if (row.options.length > 0) {
    const below = drawWords(pdf, row, box)
    const inset = { x: box.x + 12, width: box.width - 12 }
    const y = drawInline(pdf, row.options, false, { ...inset, y: below + 1 })
    drawInline(pdf, row.nonAnswers, true, { ...inset, y })
    return end
  }
  drawWords(pdf, row, { ...box, y: box.y + 4, width: box.width * wordsShare - 8 })
  const half = { x: box.x + box.width * wordsShare, width: box.width * (1 - wordsShare) }
  const y = drawLines(pdf, 1, row.unit, { ...half, y: box.y })
  drawInline(pdf, row.nonAnswers, true, { ...half, y })
  return end
}

function drawWords(pdf: Pdf, { title, hint }: Row, box: Box): number {
  const below = paragraph(pdf, 'P', title, body, box)
  return hint === '' ? below : paragraph(pdf, 'P', hint, caption, { ...box, y: below })
}

/** Options one after the other in running lines. */
function placedInline(pdf: Pdf, options: readonly string[], width: number) {
  const line = optionStyle.size * 1.27 + optionGap
  let [x, y] = [0, 0]
  const placed = options.map((option) => {
    const own = Math.min(width, pdf.widthOf(option, optionStyle) + boxSide + 8)
    if (x > 0 && x + own > width) [x, y] = [0, y + line]
    const at = { option, x, y, width: own }
    x += own + columnGap
    return at
  })
  return { placed, height: y + line }
}

function inlineHeight(pdf: Pdf, options: readonly string[], width: number): number {
  const { placed, height } = placedInline(pdf, options, width)
  const last = placed.at(-1)
  if (last === undefined) return 0
  // An option that alone is wider than the line breaks into several.
  return Math.max(
    height,
    ...placed.map(({ option, y, width: own }) => y + pdf.heightOf(option, optionStyle, own - boxSide - 7) + optionGap),
  )
}

function drawInline(pdf: Pdf, options: readonly string[], isMany: boolean, box: Box): number {
  if (options.length === 0) return box.y
  const { placed } = placedInline(pdf, options, box.width)
  pdf.group('L', () => {
    for (const { option, x, y, width } of placed) {
      drawOption(pdf, option, isMany, { x: box.x + x, y: box.y + y, width: width + 2 })
    }
  })
  return box.y + inlineHeight(pdf, options, box.width)
}
