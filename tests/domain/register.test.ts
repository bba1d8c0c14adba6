import { describe, expect, test } from 'vitest'
import { isNit } from '#domain/nit.ts'
import { type CsvRow, type RegisterCodes, registerColumns, registerFromCsvRows } from '#domain/register.ts'
import { faultsOfRound, type Round } from '#domain/round.ts'

const codes: RegisterCodes = {
  departments: new Set(['05', '11']),
  chambers: new Set(['22', '04']),
  ciiuSections: new Set(['C', 'J']),
}

const valid = {
  cluster_id: 'CL-05-012',
  name: 'Clúster Moda y Fabricación Avanzada',
  chamber_code: '22',
  dept_code: '05',
  macro_sector: 'manufacturing',
  ciiu_section: 'C',
  founded_year: '2009',
  status: 'active',
  contact_name: 'Ana Ruiz',
  contact_email: 'ana@ejemplo.co',
}

function file(...rows: Partial<typeof valid>[]): CsvRow[] {
  const cells = rows.map((row) => Object.values({ ...valid, ...row }))
  return [[...registerColumns], ...cells].map((cells, place) => ({ line: place + 1, cells }))
}

function faultsIn(...rows: Partial<typeof valid>[]): string[] {
  const reading = registerFromCsvRows(file(...rows), codes)
  return reading.kind === 'faults' ? reading.faults.map(({ line, message }) => `${line}: ${message}`) : []
}

describe('a register file', () => {
  test('becomes clusters; what is unknown is null', () => {
    const rows = file(
      {},
      {
        cluster_id: 'CL-11-001',
        dept_code: '11',
        chamber_code: 'none',
        founded_year: '',
        contact_name: '',
        contact_email: '',
      },
    )
    const reading = registerFromCsvRows(rows, codes)
    expect(reading.kind === 'register' && reading.rows[0]).toEqual({
      clusterId: 'CL-05-012',
      name: 'Clúster Moda y Fabricación Avanzada',
      chamberCode: '22',
      deptCode: '05',
      macroSector: 'manufacturing',
      ciiuSection: 'C',
      foundedYear: 2009,
      status: 'active',
      contactName: 'Ana Ruiz',
      contactEmail: 'ana@ejemplo.co',
    })
    expect(reading.kind === 'register' && reading.rows[1]).toMatchObject({
      chamberCode: 'none',
      foundedYear: null,
      contactName: null,
      contactEmail: null,
    })
  })

  test.each<[Partial<typeof valid>, RegExp]>([
    [{ cluster_id: 'CL-5-12' }, /^2: cluster_id "CL-5-12" is not of the form CL-DD-NNN/],
    [{ cluster_id: 'CL-11-012' }, /^2: cluster_id "CL-11-012" names department 11, but dept_code is "05"/],
    [{ cluster_id: 'CL-99-001', dept_code: '99' }, /^2: dept_code "99" is no department/],
    [{ dept_code: '5' }, /names department 05, but dept_code is "5"/],
    [{ chamber_code: '99' }, /^2: chamber_code "99" is no chamber/],
    [{ chamber_code: '' }, /^2: chamber_code "" is no chamber \(two digits, or none\)/],
    [{ macro_sector: 'mining' }, /^2: macro_sector "mining" is not one of services, agroindustry, manufacturing/],
    [{ ciiu_section: 'c' }, /^2: ciiu_section "c" is no section/],
    [{ founded_year: '98' }, /^2: founded_year "98" is not a year/],
    [{ status: 'Active' }, /^2: status "Active" is not one of active, paused, closed/],
    [{ name: 'X' }, /^2: name has 1 characters/],
    [{ name: 'Uno\ndos' }, /^2: name holds a control character/],
    [{ contact_email: 'ana@' }, /^2: contact_email "ana@" is no e-mail address/],
  ])('with %j is refused, naming line and reason', (row, reason) => {
    expect(faultsIn(row)[0]).toMatch(reason)
  })

  test('with the same id twice is refused, naming both lines', () => {
    expect(faultsIn({}, {})).toEqual(['3: cluster_id "CL-05-012" is already on line 2; an id is used once.'])
  })

  test('tells every fault at once, and gives no rows', () => {
    expect(faultsIn({ status: '', ciiu_section: '' }, { cluster_id: 'CL-11-002', chamber_code: 'x' })).toHaveLength(4)
  })

  test.each<[string[], RegExp]>([
    [registerColumns.slice(1), /Missing: cluster_id\. Expected exactly/],
    [[...registerColumns, 'nit'], /Unknown: "nit"/],
    [[...registerColumns].reverse(), /Order or number differs/],
    [[registerColumns.join(';')], /separated by ";"; save the file with commas/],
  ])('with the columns %j is refused', (cells, reason) => {
    const reading = registerFromCsvRows([{ line: 1, cells }], codes)
    expect(reading.kind === 'faults' && reading.faults[0]?.message).toMatch(reason)
  })

  test('with a row of another length is refused', () => {
    const reading = registerFromCsvRows([...file({}), { line: 3, cells: ['CL-05-013'] }], codes)
    expect(reading).toEqual({ kind: 'faults', faults: [{ line: 3, message: 'Expected 10 cells, found 1.' }] })
  })

  test.each([[[]], [[{ line: 1, cells: registerColumns }]]])('without clusters is refused', (rows) => {
    expect(registerFromCsvRows(rows, codes).kind).toBe('faults')
  })
})

test.each([
  ['900.123.456-8', true],
  ['900123456-8', true],
  ['900123456-7', false],
  ['900123456', false],
  ['', false],
  // 8·41 + 0·37 + 0·29 + 1·23 + 9·19 + 1·17 + 0·13 + 4·7 + 5·3 = 582; 582 mod 11 = 10; 11 - 10 = 1
  ['800191045-1', true],
])('NIT %j is right: %s', (nit, is) => {
  expect(isNit(nit)).toBe(is)
})

test('a round that closes before it opens is at fault', () => {
  const round: Round = {
    roundId: '2026',
    title: 'Ronda 2026',
    questionnaire: { id: 'cluster-maturity', edition: 1 },
    registerVersion: 1,
    opensOn: '2026-03-01',
    closesOn: '2026-03-01',
    status: 'open',
    trial: false,
  }
  expect(faultsOfRound(round)).toEqual([])
  expect(faultsOfRound({ ...round, closesOn: '2026-02-28' })).toEqual([
    'closesOn 2026-02-28 is before opensOn 2026-03-01.',
  ])
})
