import * as z from 'zod/mini'
import { isMail } from './mail.ts'

/** The columns of a register file, in this order and with these names: nothing else is accepted. */
export const registerColumns = [
  'cluster_id',
  'name',
  'chamber_code',
  'dept_code',
  'macro_sector',
  'ciiu_section',
  'founded_year',
  'status',
  'contact_name',
  'contact_email',
] as const

export const macroSectors = ['services', 'agroindustry', 'manufacturing'] as const
export const clusterStatuses = ['active', 'paused', 'closed'] as const

/** What a device may know of a cluster of the register. `chamberCode` is "none" where no chamber leads. */
export const RegisterCluster = z.object({
  clusterId: z.string().check(z.regex(/^CL-\d{2}-\d{3}$/)),
  name: z.string().check(z.minLength(3), z.maxLength(120)),
  chamberCode: z.string(),
  deptCode: z.string(),
  macroSector: z.enum(macroSectors),
  ciiuSection: z.string(),
  foundedYear: z.nullable(z.int().check(z.gte(1900), z.lte(2100))),
  status: z.enum(clusterStatuses),
})
export type RegisterCluster = z.infer<typeof RegisterCluster>

/** A row of the register as the census team keeps it: the contact never leaves the server. */
export type RegisterRow = RegisterCluster & { contactName: string | null; contactEmail: string | null }

/** The codes of the classifications that a register may use. */
export type RegisterCodes = {
  departments: ReadonlySet<string>
  chambers: ReadonlySet<string>
  ciiuSections: ReadonlySet<string>
}

/** A record of the file with the number of the line it starts on, counted from 1. */
export type CsvRow = { line: number; cells: readonly string[] }
export type RegisterFault = { line: number; message: string }
export type RegisterReading = { kind: 'register'; rows: RegisterRow[] } | { kind: 'faults'; faults: RegisterFault[] }

/** A cluster that is no longer in the register: the name and the version under which it was last there. */
export type FormerCluster = { name: string; lastVersion: number }

/**
 * The register that a CSV file holds, or everything that is wrong with it.
 *
 * All or nothing: a single fault leaves no register, because a partly read one would change every coverage figure.
 *
 * @param csv all records, the header first; blank lines already left out
 * @param codes the codes of the classifications in force
 * @param former the clusters that left the register, by id: an id comes back only under the name that it left with
 */
export function registerFromCsvRows(
  csv: readonly CsvRow[],
  codes: RegisterCodes,
  former: ReadonlyMap<string, FormerCluster> = new Map(),
): RegisterReading {
  const [header, ...records] = csv
  if (header === undefined) return { kind: 'faults', faults: [{ line: 1, message: 'The file is empty.' }] }
  const headerFault = faultOfHeader(header)
  if (headerFault !== null) return { kind: 'faults', faults: [headerFault] }
  if (records.length === 0) {
    return { kind: 'faults', faults: [{ line: header.line, message: 'The file has a header and no cluster.' }] }
  }
  const faults: RegisterFault[] = []
  const rows: RegisterRow[] = []
  const lineOfId = new Map<string, number>()
  for (const record of records) {
    const reading = readRecord(record, codes)
    if (reading.kind === 'faults') faults.push(...reading.messages.map((message) => ({ line: record.line, message })))
    else rows.push(reading.row)
    const id = (record.cells[0] ?? '').trim()
    const reuse = faultOfReuse(id, (record.cells[1] ?? '').trim(), former.get(id))
    if (reuse !== undefined) faults.push({ line: record.line, message: reuse })
    const first = lineOfId.get(id)
    if (first !== undefined) {
      faults.push({ line: record.line, message: `cluster_id "${id}" is already on line ${first}; an id is used once.` })
    } else if (id !== '') lineOfId.set(id, record.line)
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'register', rows }
}

function faultOfReuse(id: string, name: string, former: FormerCluster | undefined): string | undefined {
  if (former === undefined || isSameName(name, former.name)) return undefined
  return `cluster_id "${id}" was that of "${former.name}" up to version ${former.lastVersion} and is never used for another. Give this cluster a new id; if it is the same one, bring it back under that name first.`
}

/** Whether two names differ at most in capitals, accents, punctuation and spaces. */
export function isSameName(one: string, other: string): boolean {
  const letters = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  return letters(one) === letters(other)
}

function faultOfHeader({ line, cells }: CsvRow): RegisterFault | null {
  const found = cells.map((cell) => cell.trim())
  if (found.length === registerColumns.length && registerColumns.every((column, place) => found[place] === column)) {
    return null
  }
  const expected = `Expected exactly: ${registerColumns.join(',')}.`
  if (found.length === 1 && (found[0] ?? '').includes(';')) {
    return { line, message: `The columns are separated by ";"; save the file with commas. ${expected}` }
  }
  const missing = registerColumns.filter((column) => !found.includes(column))
  const unknown = found.filter((column) => !registerColumns.some((known) => known === column))
  const details = [
    missing.length > 0 ? `Missing: ${missing.join(', ')}.` : '',
    unknown.length > 0 ? `Unknown: ${unknown.map((column) => `"${column}"`).join(', ')}.` : '',
    missing.length === 0 && unknown.length === 0 ? 'Order or number differs.' : '',
  ].filter((detail) => detail !== '')
  return { line, message: `Wrong columns. ${details.join(' ')} ${expected}` }
}

function readRecord(
  { cells }: CsvRow,
  codes: RegisterCodes,
): { kind: 'row'; row: RegisterRow } | { kind: 'faults'; messages: string[] } {
  if (cells.length !== registerColumns.length) {
    return { kind: 'faults', messages: [`Expected ${registerColumns.length} cells, found ${cells.length}.`] }
  }
  const cell = (column: (typeof registerColumns)[number]) => (cells[registerColumns.indexOf(column)] ?? '').trim()
  const macroSector = macroSectors.find((code) => code === cell('macro_sector'))
  const status = clusterStatuses.find((code) => code === cell('status'))
  const messages = [...faultsOfIdentity(cell), ...faultsOfCodes(cell, codes), ...faultsOfContact(cell)]
  if (macroSector === undefined) messages.push(notOneOf('macro_sector', cell('macro_sector'), macroSectors))
  if (status === undefined) messages.push(notOneOf('status', cell('status'), clusterStatuses))
  if (messages.length > 0 || macroSector === undefined || status === undefined) return { kind: 'faults', messages }
  return {
    kind: 'row',
    row: {
      clusterId: cell('cluster_id'),
      name: cell('name'),
      chamberCode: cell('chamber_code'),
      deptCode: cell('dept_code'),
      macroSector,
      ciiuSection: cell('ciiu_section'),
      foundedYear: cell('founded_year') === '' ? null : Number(cell('founded_year')),
      status,
      contactName: cell('contact_name') === '' ? null : cell('contact_name'),
      contactEmail: cell('contact_email') === '' ? null : cell('contact_email'),
    },
  }
}

type CellOf = (column: (typeof registerColumns)[number]) => string

function faultsOfIdentity(cell: CellOf): string[] {
  const faults: string[] = []
  const id = cell('cluster_id')
  const department = /^CL-(\d{2})-\d{3}$/.exec(id)?.[1]
  if (department === undefined) {
    faults.push(`cluster_id "${id}" is not of the form CL-DD-NNN (department code, three digits).`)
  } else if (department !== cell('dept_code')) {
    faults.push(`cluster_id "${id}" names department ${department}, but dept_code is "${cell('dept_code')}".`)
  }
  const name = cell('name')
  if (name.length < 3 || name.length > 120) faults.push(`name has ${name.length} characters; 3 to 120 are allowed.`)
  if (hasControlCharacter(name)) faults.push('name holds a control character or a line break.')
  const year = cell('founded_year')
  if (year !== '' && !(/^\d{4}$/.test(year) && Number(year) >= 1900 && Number(year) <= 2100)) {
    faults.push(`founded_year "${year}" is not a year between 1900 and 2100; leave it empty when unknown.`)
  }
  return faults
}

function faultsOfCodes(cell: CellOf, codes: RegisterCodes): string[] {
  const faults: string[] = []
  if (!codes.departments.has(cell('dept_code'))) {
    faults.push(`dept_code "${cell('dept_code')}" is no department (two digits, with the leading zero).`)
  }
  if (cell('chamber_code') !== 'none' && !codes.chambers.has(cell('chamber_code'))) {
    faults.push(`chamber_code "${cell('chamber_code')}" is no chamber (two digits, or none).`)
  }
  if (!codes.ciiuSections.has(cell('ciiu_section'))) {
    faults.push(`ciiu_section "${cell('ciiu_section')}" is no section (one letter, A to U).`)
  }
  return faults
}

function faultsOfContact(cell: CellOf): string[] {
  const faults: string[] = []
  const name = cell('contact_name')
  if (name.length > 120) faults.push(`contact_name has ${name.length} characters; at most 120 are allowed.`)
  if (hasControlCharacter(name)) faults.push('contact_name holds a control character or a line break.')
  const email = cell('contact_email')
  if (email !== '' && !isMail(email)) {
    faults.push(`contact_email "${email}" is no e-mail address; leave it empty when unknown.`)
  }
  return faults
}

function notOneOf(column: string, found: string, allowed: readonly string[]): string {
  return `${column} "${found}" is not one of ${allowed.join(', ')}.`
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text)
}
