import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#store/openStore.ts'
import { readCsv } from '../../src/cli/registerFile.ts'
import { controller, openDesk, registerHeader } from './census.ts'

// Each command is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let desk: ReturnType<typeof openDesk>

beforeEach(() => {
  desk = openDesk()
})
afterEach(() => rmSync(desk.folder, { recursive: true }))

const row = 'CL-05-012,"Clúster Moda, Medellín",21,05,manufacturing,C,2009,active,Ana,ana@ejemplo.co'
const year = new Date(Date.now() - 5 * 3600 * 1000).toISOString().slice(0, 4)

async function directory() {
  const store = await openStore(desk.dataDir)
  try {
    return await store.directory()
  } finally {
    await store.close()
  }
}

test('a register without a controller is stored, opens no round, and says which step is missing; the controller opens it', async () => {
  const register = desk.run('import', ['register', desk.file('register.csv', `${registerHeader}\r\n${row}\r\n`)])
  expect(register).toMatchObject({ status: 0, errors: '' })
  expect(register.output).toContain('Register version 1 is stored: 1 cluster.')
  expect(register.output).toContain('npm run import -- controller FILE')
  const before = await directory()
  expect(before.rounds).toEqual([])
  expect(before.register.clusters.get('CL-05-012')).toEqual({
    clusterId: 'CL-05-012',
    name: 'Clúster Moda, Medellín',
    chamberCode: '21',
    deptCode: '05',
    macroSector: 'manufacturing',
    ciiuSection: 'C',
    foundedYear: 2009,
    status: 'active',
  })
  const set = desk.run('import', ['controller', desk.file('controller.json', controller)])
  expect(set).toMatchObject({ status: 0, errors: '' })
  expect(set.output).toContain(`Round ${year} is open: cluster-maturity.1, register version 1.`)
  expect((await directory()).rounds).toEqual([
    {
      roundId: year,
      title: `Ronda ${year}`,
      questionnaire: { id: 'cluster-maturity', edition: 1 },
      registerVersion: 1,
      opensOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      closesOn: null,
      status: 'open',
      trial: false,
    },
  ])
})

test('with a controller the first register opens the round; a second one changes no round, a round file does', async () => {
  const csv = desk.file('register.csv', `\ufeff${registerHeader}\n${row}\n`)
  expect(desk.run('import', ['controller', desk.file('controller.json', controller)]).output).toContain(
    'npm run import -- register FILE',
  )
  expect(desk.run('import', ['register', csv]).output).toContain(`Round ${year} is open`)
  const second = desk.file('second.csv', `${registerHeader}\n${row.replace('CL-05-012', 'CL-05-013')}\n`)
  expect(desk.run('import', ['register', second]).output).toMatch(
    /no longer in it: CL-05-012.*\nRounds stay as they are/s,
  )
  const round = desk.file('round.json', { roundId: year, registerVersion: 2, status: 'closed' })
  expect(desk.run('import', ['round', round])).toMatchObject({
    status: 0,
    output: `Round ${year} is changed; it is closed.\n`,
  })
  expect((await directory()).rounds).toMatchObject([
    { roundId: year, title: `Ronda ${year}`, registerVersion: 2, status: 'closed' },
  ])
})

test('an id that left the register comes back only for the same cluster', async () => {
  const register = (name: string, ...rows: string[]) =>
    desk.run('import', ['register', desk.file(name, `${registerHeader}\n${rows.join('\n')}\n`)])
  const other = row.replace('CL-05-012', 'CL-05-013')
  expect(register('first.csv', row, other).status).toBe(0)
  expect(register('second.csv', other).status).toBe(0)
  const before = await directory()
  const reused = 'CL-05-012,Clúster Software,21,05,services,J,2020,active,,'
  const { status, output, errors } = register('reused.csv', other, reused)
  expect({ status, output }).toEqual({ status: 1, output: '' })
  expect(errors).toContain(
    'line 3: cluster_id "CL-05-012" was that of "Clúster Moda, Medellín" up to version 1 and is never used for another.',
  )
  expect(errors).toContain('Nothing was imported.')
  expect(await directory()).toEqual(before)
  // Spelling is no other name, and what else is known of a cluster may change.
  const back = 'CL-05-012,"Cluster moda  Medellin",21,05,services,J,2010,active,,'
  expect(register('back.csv', other, back)).toMatchObject({ status: 0, errors: '' })
})

test('a new name under an id that stays is taken, and said', () => {
  const register = (name: string, content: string) =>
    desk.run('import', ['register', desk.file(name, `${registerHeader}\n${content}\n`)])
  register('first.csv', row)
  const renamed = register('renamed.csv', row.replace('Clúster Moda, Medellín', 'Clúster Textil'))
  expect(renamed.status).toBe(0)
  expect(renamed.output).toContain(
    'Since version 1, 1 has a new name: CL-05-012 (Clúster Moda, Medellín → Clúster Textil).',
  )
})

test('a file with a fault is told line by line and changes nothing', async () => {
  desk.run('import', ['register', desk.file('register.csv', `${registerHeader}\n${row}\n`)])
  const before = await directory()
  const bad = desk.file('bad.csv', `${registerHeader}\n${row}\n"CL-98-001","Dos\nlíneas",21,98,x,C,,active,,\n${row}\n`)
  const { status, output, errors } = desk.run('import', ['register', bad])
  expect({ status, output }).toEqual({ status: 1, output: '' })
  expect(errors.split('\n').map((line) => line.replace(bad, ''))).toEqual([
    ': line 3: name holds a control character or a line break.',
    ': line 3: dept_code "98" is no department (two digits, with the leading zero).',
    ': line 3: macro_sector "x" is not one of services, agroindustry, manufacturing.',
    ': line 5: cluster_id "CL-05-012" is already on line 2; an id is used once.',
    'Nothing was imported.',
    '',
  ])
  expect(await directory()).toEqual(before)
})

test.each<[string, string, string, RegExp]>([
  ['register', 'wrong columns', 'id,name\nCL-05-012,x\n', /line 1: Wrong columns\. Missing: cluster_id, chamber_code/],
  ['controller', 'no JSON', '{', /The file is not JSON/],
  [
    'controller',
    'a missing and a misspelt key',
    JSON.stringify({ ...controller, mail: undefined, email: 'a@b.co' }),
    /"mail" is missing.*"email" is unknown/s,
  ],
  [
    'controller',
    'a mail and a NIT that are none',
    JSON.stringify({ ...controller, mail: 'datos en ejemplo', nit: '900123456-7' }),
    /"nit" 900123456-7 is no NIT.*"mail" datos en ejemplo is no e-mail address/s,
  ],
  ['round', 'a name with a space', '{"roundId":"ronda 1"}', /"roundId" must be 1 to 40 letters, digits, - or _/],
  ['round', 'no controller', '{"roundId":"2026"}', /There is no data controller yet/],
  ['round', 'the name of the trial round', '{"roundId":"trial"}', /"trial" is the name of the trial round/],
])('%s: %s is refused with a sentence', (what, _, content, sentence) => {
  const { status, output, errors } = desk.run('import', [what, desk.file('file', content)])
  expect({ status, output }).toEqual({ status: 1, output: '' })
  expect(errors).toMatch(sentence)
  expect(errors).not.toMatch(/ {4}at /)
})

test('a file that is no CSV in UTF-8 is told with its line', () => {
  expect(readCsv(Buffer.from(`a,b\nc,d\n\xf1,x\n`, 'latin1'))).toEqual({
    fault: { line: 3, message: 'Not UTF-8: save the file as CSV UTF-8.' },
  })
  expect(readCsv(Buffer.from('a,b\n"c,d\n'))).toMatchObject({
    fault: { message: expect.stringMatching(/^Not readable/) },
  })
})

test('a record has the number of its first line, whatever its line ends and blank lines', () => {
  expect(readCsv(Buffer.from('\ufeffa,b\r\n"x\r\ny",2\r\n\r\n3\r\n'))).toEqual({
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '2'] },
      { line: 5, cells: ['3'] },
    ],
  })
})

test('what cannot be read or used as a data folder is named, and nothing is made', () => {
  expect(desk.run('import', ['register', join(desk.folder, 'none.csv')])).toMatchObject({
    status: 1,
    errors: `There is no file ${join(desk.folder, 'none.csv')}.\n`,
  })
  expect(desk.run('import', ['clusters', 'x.csv']).errors).toMatch(/^Usage: /)
  expect(existsSync(desk.dataDir)).toBe(false)
  const csv = desk.file('register.csv', `${registerHeader}\n${row}\n`)
  const below = desk.run('import', ['register', csv], { DATA_DIR: join(csv, 'data') })
  expect(below.status).toBe(1)
  expect(below.errors).toMatch(/^The data folder .* cannot be made/)
})
