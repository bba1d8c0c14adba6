/** A line of a table of figures: what was measured, then its values. */
export type Row = readonly string[]

export function printTable(title: string, head: Row, rows: readonly Row[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const line = (row: Row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? ''
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  process.stdout.write(`\n${title}\n${line(head)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}\n`)
  for (const row of rows) process.stdout.write(`${line(row)}\n`)
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** `median (smallest–greatest, n = runs)`, since one figure alone hides how far the runs lie apart. */
export function spread(values: readonly number[], digits = 0): string {
  if (values.length === 0) return '–'
  const [least, middle, most] = [0, 0.5, 1].map((share) => percentile(values, share).toFixed(digits))
  return `${middle} (${least}–${most}, n = ${values.length})`
}

export function rounded(value: number, digits = 0): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits)
}

/** Kilobytes of 1000 bytes. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
