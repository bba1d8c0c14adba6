import { CsvError, type InfoRecord, parse } from 'csv-parse/sync'
import type { CsvRow, RegisterCodes, RegisterFault } from '#domain/register.ts'
import chambers from '../../surveys/classifications/chambers.json' with { type: 'json' }
import ciiu from '../../surveys/classifications/ciiu.json' with { type: 'json' }
import departments from '../../surveys/classifications/departments.json' with { type: 'json' }

const codesOf = ({ items }: { items: readonly { code: string }[] }) => new Set(items.map(({ code }) => code))

/** The codes that a register may use: those of the classifications of this build. */
export const registerCodes: RegisterCodes = {
  departments: codesOf(departments),
  chambers: codesOf(chambers),
  ciiuSections: codesOf(ciiu),
}

/** The records of a CSV file, each with the line it starts on; a byte order mark and blank lines do not count. */
export function readCsv(bytes: Uint8Array): { rows: CsvRow[] } | { fault: RegisterFault } {
  const text = decodeUtf8(bytes)
  if (text === null) return { fault: { line: lineOfBadByte(bytes), message: 'Not UTF-8: save the file as CSV UTF-8.' } }
  try {
    // One kind of line end: the parser counts CRLF inside a quoted cell as two lines.
    const parsed = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    // With `info` each record comes with its place, which the parser's types do not say.
    const records = parsed as unknown as { record: string[]; info: InfoRecord }[]
    const rows = records.map(({ record, info }) => {
      // The parser counts up to the end of the record; line breaks inside quoted cells lie between.
      const within = record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
      return { line: info.lines - within, cells: record }
    })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return { fault: { line, message: `Not readable as CSV: ${error.message}.` } }
  }
}

/** The text of the bytes, or null where they are not UTF-8: a wrong letter in a name would stay for ever. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let place = 0; place <= bytes.length; place += 1) {
    if (place < bytes.length && bytes[place] !== 0x0a) continue
    if (decodeUtf8(bytes.subarray(start, place)) === null) return line
    line += 1
    start = place + 1
  }
  return 1
}
