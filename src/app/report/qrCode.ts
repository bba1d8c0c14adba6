import { create } from 'qrcode'
import type { Pdf } from './pdf.ts'

/** White modules around the code, without which no reader finds it (ISO/IEC 18004). */
const quietZone = 4

/** Draws a QR of level M as vectors into a square, quiet zone included. @throws when the text is too long for a QR */
export function drawQr(pdf: Pdf, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const module = side / (modules.size + 2 * quietZone)
  const dark = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue
      const from = column
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column += 1
      dark.push({
        x: x + (from + quietZone) * module,
        y: y + (row + quietZone) * module,
        width: (column - from + 1) * module,
        height: module,
      })
    }
  }
  pdf.fillAll(dark, 'text')
}
