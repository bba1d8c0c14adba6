import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#store/openStore.ts'
import type { Store } from '#store/store.ts'
import { controller, registerRows, round } from '../support/builders.ts'
import { temporaryFolder } from '../support/server.ts'

let dataDir: string
let store: Store

beforeEach(async () => {
  dataDir = temporaryFolder()
  store = await openStore(dataDir)
})
afterEach(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true })
})

const at = '2026-11-20T00:00:00.000Z'

describe('the directory', () => {
  test('is empty at first: trial mode, no register, no rounds', async () => {
    const { controller: none, register, rounds } = await store.directory()
    expect([none, register.version, register.clusters.size, rounds]).toEqual([null, 0, 0, []])
  })

  test('follows what another process imports, without a restart', async () => {
    await store.directory()
    const commandLine = await openStore(dataDir)
    await commandLine.importRegister(registerRows, at)
    await commandLine.setController(controller, at)
    await commandLine.putRound(round(), at)
    await commandLine.close()
    const directory = await store.directory()
    expect(directory).toMatchObject({ controller, rounds: [round()], register: { version: 1, asOf: at } })
    expect(directory.register.clusters.get('CL-76-001')?.name).toBe('Clúster de Bioenergía')
  })

  test('a register with a fault in the middle leaves the version before untouched', async () => {
    await store.importRegister(registerRows, at)
    await expect(store.importRegister([...registerRows, ...registerRows], at)).rejects.toThrow()
    expect((await store.directory()).register.version).toBe(1)
  })

  test('a round can be changed', async () => {
    await store.setController(controller, at)
    await store.putRound(round(), at)
    await store.putRound(round({ status: 'closed' }), at)
    expect((await store.directory()).rounds).toEqual([round({ status: 'closed' })])
  })
})

describe('opening', () => {
  test('a database of a newer version is refused and left as it was', async () => {
    await store.close()
    const file = join(dataDir, 'cumulo.sqlite')
    const database = new Sqlite(file)
    database.prepare("insert into kysely_migration (name, timestamp) values ('9999_future', '2030')").run()
    database.pragma('wal_checkpoint(truncate)')
    database.close()
    const before = readFileSync(file)
    await expect(openStore(dataDir)).rejects.toMatchObject({ code: 'database-newer' })
    expect(readFileSync(file).equals(before)).toBe(true)
    store = await openStore(temporaryFolder())
  })

  test('a file that is no database is refused and left as it was', async () => {
    const other = temporaryFolder()
    writeFileSync(join(other, 'cumulo.sqlite'), 'Not a database, but somebody may need it. '.repeat(40))
    await expect(openStore(other)).rejects.toMatchObject({ code: 'database-unreadable' })
    expect(readFileSync(join(other, 'cumulo.sqlite'), 'utf8')).toContain('somebody may need it')
    rmSync(other, { recursive: true })
  })

  test('a folder that cannot be made is refused', async () => {
    writeFileSync(join(dataDir, 'file'), '')
    await expect(openStore(join(dataDir, 'file', 'below'))).rejects.toMatchObject({ code: 'data-dir-unusable' })
  })
})

describe('invites', () => {
  const invite = {
    inviteSha256: 'i',
    scope: { chamber: null, cluster: null },
    at,
    expiresAt: '2026-11-23T00:00:00.000Z',
  }
  const enrolment = { inviteSha256: 'i', deviceId: 'd', tokenSha256: 't', name: null }

  test('expire', async () => {
    await store.addInvite(invite)
    expect(await store.enrol({ ...enrolment, at: '2026-11-23T00:00:00.000Z' })).toEqual({ kind: 'expired' })
    expect(await store.enrol({ ...enrolment, at: '2026-11-22T23:59:59.999Z' })).toMatchObject({ kind: 'enrolled' })
    expect(await store.hasDevices()).toBe(true)
  })

  test('enrol no second device', async () => {
    await store.addInvite(invite)
    await store.enrol({ ...enrolment, at })
    expect(await store.enrol({ ...enrolment, deviceId: 'other', tokenSha256: 'u', at })).toEqual({ kind: 'used' })
    expect(await store.deviceByToken('u')).toBeUndefined()
    expect(await store.deviceByToken('t')).toMatchObject({ deviceId: 'd', isRevoked: false })
  })
})

test('secrets are kept as digests only', async () => {
  const { makeInvite } = await import('../../src/server/enrolment.ts')
  const invite = await makeInvite(store, { chamber: null, cluster: null }, new Date(at))
  expect(Buffer.from(invite, 'base64url')).toHaveLength(16)
  const kept = new Sqlite(join(dataDir, 'cumulo.sqlite'), { readonly: true })
  expect(JSON.stringify(kept.prepare('select * from invites').all())).not.toContain(invite)
  kept.close()
})
