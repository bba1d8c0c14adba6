import { ReceiptKey } from '#domain/protocol.ts'
import type { DeviceRow } from './schema.ts'
import type { SqliteDatabase } from './sqlite.ts'
import type { Device, Enrolment, EnrolOutcome, HelloFacts, Store } from './store.ts'

type DeviceStore = Pick<
  Store,
  | 'receiptKeys'
  | 'addReceiptKey'
  | 'hasDevices'
  | 'addInvite'
  | 'enrol'
  | 'deviceByToken'
  | 'deviceById'
  | 'revokeDevice'
  | 'recordHello'
>

/** Invites, devices, and the keys that sign what devices are told. */
export function deviceTables(database: SqliteDatabase): DeviceStore {
  const { build } = database
  const devices = build.selectFrom('devices').selectAll()
  // Asked at every request, and so not built again for each.
  const byTokenSql = devices.where('token_sha256', '=', '').compile().sql
  return {
    receiptKeys: async () =>
      database.rows(build.selectFrom('receipt_keys').selectAll().orderBy('made_at')).map((row) => ({
        privateJwk: JSON.parse(row.private_jwk_json) as Record<string, unknown>,
        publicJwk: ReceiptKey.parse(JSON.parse(row.public_jwk_json)),
        madeAt: row.made_at,
      })),
    addReceiptKey: async (key) => {
      const row = {
        kid: key.publicJwk.kid,
        private_jwk_json: JSON.stringify(key.privateJwk),
        public_jwk_json: JSON.stringify(key.publicJwk),
        made_at: key.madeAt,
      }
      database.run(build.insertInto('receipt_keys').values(row))
    },
    hasDevices: async () => database.first(build.selectFrom('devices').select('device_id').limit(1)) !== undefined,
    addInvite: async ({ inviteSha256, scope, at, expiresAt }) => {
      const row = { invite_sha256: inviteSha256, ...scope, made_at: at, expires_at: expiresAt }
      database.run(build.insertInto('invites').values({ ...row, used_at: null, used_by: null }))
    },
    enrol: async (enrolment) => database.transaction(() => enrol(database, enrolment)),
    deviceByToken: async (tokenSha256) =>
      deviceOf(database.prepare(byTokenSql).get(tokenSha256) as DeviceRow | undefined),
    deviceById: async (deviceId) => deviceOf(database.first(devices.where('device_id', '=', deviceId))),
    revokeDevice: async (deviceId, at) => {
      database.run(build.updateTable('devices').set({ revoked_at: at }).where('device_id', '=', deviceId))
    },
    recordHello: async (facts) => recordHello(database, facts),
  }
}

function deviceOf(row: DeviceRow | undefined): Device | undefined {
  if (row === undefined) return undefined
  return {
    deviceId: row.device_id,
    scope: { chamber: row.chamber, cluster: row.cluster },
    isRevoked: row.revoked_at !== null,
  }
}

function enrol(database: SqliteDatabase, enrolment: Enrolment): EnrolOutcome {
  const { build } = database
  const { inviteSha256, deviceId, at } = enrolment
  const invite = database.first(build.selectFrom('invites').selectAll().where('invite_sha256', '=', inviteSha256))
  if (invite === undefined) return { kind: 'unknown' }
  if (invite.used_at !== null && !isRetry(database, invite.used_by, deviceId)) return { kind: 'used' }
  if (invite.expires_at <= at) return { kind: 'expired' }
  const scope = { chamber: invite.chamber, cluster: invite.cluster }
  const device = { token_sha256: enrolment.tokenSha256, name: enrolment.name, ...scope, enrolled_at: at }
  const fresh = { ...device, revoked_at: null, hello_at: null }
  database.run(
    build.updateTable('invites').set({ used_at: at, used_by: deviceId }).where('invite_sha256', '=', inviteSha256),
  )
  database.run(
    build
      .insertInto('devices')
      .values({
        device_id: deviceId,
        ...fresh,
        hello_drafts: null,
        hello_outbox: null,
        hello_last_seq: null,
        hello_build: null,
      })
      .onConflict((conflict) => conflict.column('device_id').doUpdateSet(fresh)),
  )
  return { kind: 'enrolled', scope }
}

/**
 * The reply to an enrolment can be lost on its way, and with it the only copy of the token. Until the device has been
 * heard with its token, the same device may therefore ask again; the invite still enrols one device only.
 */
function isRetry(database: SqliteDatabase, usedBy: string | null, deviceId: string): boolean {
  if (usedBy !== deviceId) return false
  const { build } = database
  const device = database.first(build.selectFrom('devices').selectAll().where('device_id', '=', deviceId))
  if (device === undefined || device.hello_at !== null || device.revoked_at !== null) return false
  const sent = build.selectFrom('submissions').select('submission_id').where('device_id', '=', deviceId).limit(1)
  return database.first(sent) === undefined
}

function recordHello(database: SqliteDatabase, facts: HelloFacts): void {
  database.run(
    database.build
      .updateTable('devices')
      .set({
        hello_at: facts.at,
        hello_drafts: facts.drafts,
        hello_outbox: facts.outbox,
        hello_last_seq: facts.lastSeq,
        hello_build: facts.build,
      })
      .where('device_id', '=', facts.deviceId),
  )
}
