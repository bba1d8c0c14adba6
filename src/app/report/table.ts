import { sizes } from './blocks.ts'
import type { Box, Pdf, Style } from './pdf.ts'

/** `share` of the width; the shares of a table add up to 1. */
export type Column = { share: number; align?: 'left' | 'right' }

export type Row = { cells: readonly string[]; isHead?: boolean; isStrong?: boolean }

const padding = 3.5
const cellStyle: Style = { size: sizes.table }

/** How high a row is in a table of this width. */
export function rowHeight(pdf: Pdf, columns: readonly Column[], row: Row, width: number): number {
  const heights = row.cells.map((text, at) => {
    const inner = width * (columns[at]?.share ?? 0) - 2 * padding
    return pdf.heightOf(text, styleOf(row, columns[at]), inner)
  })
  return Math.max(...heights) + 2 * padding - 3
}

export function tableHeight(pdf: Pdf, columns: readonly Column[], rows: readonly Row[], width: number): number {
  return rows.reduce((sum, row) => sum + rowHeight(pdf, columns, row, width), 0)
}

/** Draws a table with headings for rows (first column) and columns (first row). @returns where it ends */
export function drawTable(pdf: Pdf, columns: readonly Column[], rows: readonly Row[], box: Box): number {
  let y = box.y
  pdf.group('Table', () => {
    for (const row of rows) y = drawRow(pdf, columns, row, { ...box, y })
  })
  return y
}

/** Draws one row, inside a group `Table`. @returns where it ends */
export function drawRow(pdf: Pdf, columns: readonly Column[], row: Row, box: Box): number {
  const height = rowHeight(pdf, columns, row, box.width)
  if (row.isHead) pdf.artifact(() => pdf.fill({ ...box, height }, 'tint'))
  pdf.group('TR', () => {
    let x = box.x
    for (const [at, text] of row.cells.entries()) {
      const column = columns[at]
      const width = box.width * (column?.share ?? 0)
      const inner = { x: x + padding, y: box.y + padding - 1.5, width: width - 2 * padding }
      const scope = row.isHead ? 'Column' : at === 0 ? 'Row' : undefined
      const draw = () => void pdf.write(text, styleOf(row, column), inner)
      pdf.tagged(scope === undefined ? 'TD' : 'TH', draw, scope === undefined ? undefined : { scope })
      x += width
    }
  })
  const end = box.y + height
  pdf.artifact(() =>
    pdf.line(
      [
        [box.x, end],
        [box.x + box.width, end],
      ],
      'line',
      row.isHead ? 1 : 0.4,
    ),
  )
  return end
}

function styleOf({ isHead, isStrong }: Row, column: Column | undefined): Style {
  return { ...cellStyle, bold: isHead === true || isStrong === true, align: column?.align ?? 'left' }
}
