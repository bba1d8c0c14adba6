import { expect, test } from 'vitest'
import { EnrolReply, HelloReply, KeysReply, RegisterReply } from '#domain/protocol.ts'
import { controller, deviceId, registerRows, round } from '../support/builders.ts'
import { startServerAndDevice } from '../support/enrolledServer.ts'
import { enrol, postJson } from '../support/server.ts'

const { server, token } = await startServerAndDevice()

const hello = { format: 1, deviceId, build: 'test', drafts: 2, outbox: 1, lastSeq: 0 }
const otherDevice = '9b241101-e2bb-4255-8caf-4136c566a962'

async function registerFor(its: string): Promise<Response> {
  return fetch(`${server.url}/api/v1/register`, { headers: { authorization: `Bearer ${its}` } })
}

test('an invite works once', async () => {
  const response = await postJson(server, '/api/v1/enrol', { format: 1, invite: server.invite, deviceId: otherDevice })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'invite-used' })
})

test('an enrolment whose reply was lost can be asked for again, by the same device, until it has been heard', async () => {
  const invite = await server.newInvite()
  const first = await enrol(server, { deviceId: otherDevice, invite })
  const second = await enrol(server, { deviceId: otherDevice, invite })
  expect((await registerFor(first)).status).toBe(401)
  expect((await postJson(server, '/api/v1/hello', { ...hello, deviceId: otherDevice }, second)).status).toBe(200)
  const third = await postJson(server, '/api/v1/enrol', { format: 1, invite, deviceId: otherDevice })
  expect(await third.json()).toMatchObject({ code: 'invite-used' })
})

test('of twenty devices that use one invite at the same moment one is enrolled', async () => {
  const invite = await server.newInvite()
  const ids = Array.from({ length: 20 }, (_, position) => `1b241101-e2bb-4255-8caf-4136c566a9${position + 10}`)
  const replies = await Promise.all(
    ids.map((id) => postJson(server, '/api/v1/enrol', { format: 1, invite, deviceId: id })),
  )
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('an invite that does not exist, or has expired, enrols nobody', async () => {
  const unknown = await postJson(server, '/api/v1/enrol', { format: 1, invite: 'x'.repeat(22), deviceId })
  expect(await unknown.json()).toMatchObject({ code: 'invite-unknown', status: 403 })
})

test('the enrolment hands over the key of the receipts, the scope and the mode', async () => {
  const request = { format: 1, invite: await server.newInvite({ chamber: '13' }), deviceId: otherDevice, name: 'Uno' }
  const reply = EnrolReply.parse(await (await postJson(server, '/api/v1/enrol', request)).json())
  const { keys } = KeysReply.parse(await (await fetch(`${server.url}/api/v1/keys`)).json())
  expect(reply).toMatchObject({ scope: { chamber: '13', cluster: null }, key: keys[0], trial: true, controller: null })
  expect(JSON.stringify(keys)).not.toContain('"d"')
})

test.each([
  [{ format: 2 }, 'format'],
  [{ deviceId: 'me' }, 'deviceId'],
  [{ invite: 7 }, 'invite'],
])('a malformed enrolment is refused, with the place: %o', async (fault, place) => {
  const response = await postJson(server, '/api/v1/enrol', { format: 1, invite: server.invite, deviceId, ...fault })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'request-malformed', en: expect.stringContaining(place) })
})

test('text that is no JSON, and a body of 100 KiB, are refused', async () => {
  const headers = { 'content-type': 'application/json' }
  const broken = await fetch(`${server.url}/api/v1/hello`, { method: 'POST', headers, body: '{"a":' })
  expect(broken.status).toBe(400)
  const big = await postJson(server, '/api/v1/hello', { ...hello, build: 'x'.repeat(100 * 1024) })
  expect(big.status).toBe(413)
})

test('hello without a token tells mode and time, and does not know the device', async () => {
  const reply = HelloReply.parse(await (await postJson(server, '/api/v1/hello', hello)).json())
  expect(reply).toMatchObject({ trial: true, controller: null, register: { version: 1 }, formats: { min: 1, max: 1 } })
  expect(reply.device).toEqual({ status: 'unknown', lastSeq: 0, missingSeqs: [] })
  expect(reply.rounds).toMatchObject([{ roundId: 'trial', trial: true, questionnaire: { id: 'cluster-maturity' } }])
  expect(Math.abs(Date.parse(reply.serverTime) - Date.now())).toBeLessThan(60_000)
})

test('the register holds what the scope allows, and never a contact', async () => {
  const whole = await (await registerFor(token)).text()
  expect(RegisterReply.parse(JSON.parse(whole)).clusters).toHaveLength(registerRows.length)
  expect(whole.toLowerCase()).not.toContain('secret')
  for (const [scope, expected] of [
    [{ chamber: '21' }, ['CL-05-001', 'CL-05-002']],
    [{ cluster: 'CL-76-001' }, ['CL-76-001']],
    [{ chamber: '99' }, []],
  ] as const) {
    const its = await enrol(server, { deviceId: otherDevice, invite: await server.newInvite(scope) })
    const { clusters } = RegisterReply.parse(await (await registerFor(its)).json())
    expect(clusters.map(({ clusterId }) => clusterId)).toEqual(expected)
  }
})

test('a new version of the register replaces the one before', async () => {
  const { version } = await server.store.importRegister(registerRows.slice(0, 1), '2026-11-20T00:00:00.000Z')
  const reply = RegisterReply.parse(await (await registerFor(token)).json())
  expect(reply).toMatchObject({ version, asOf: '2026-11-20T00:00:00.000Z' })
  expect(reply.clusters).toHaveLength(1)
})

test('without a token, or when revoked, the register stays closed', async () => {
  expect((await fetch(`${server.url}/api/v1/register`)).status).toBe(401)
  expect((await registerFor('A'.repeat(43))).status).toBe(401)
  const its = await enrol(server, { deviceId: otherDevice, invite: await server.newInvite() })
  await server.store.revokeDevice(otherDevice, new Date().toISOString())
  const refused = await registerFor(its)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ code: 'device-revoked' })
  const reply = await postJson(server, '/api/v1/hello', { ...hello, deviceId: otherDevice }, its)
  expect(await reply.json()).toMatchObject({ device: { status: 'revoked' } })
})

test('in trial mode no other round can be opened; with a controller hello tells it and its rounds', async () => {
  await expect(server.store.putRound(round(), '2026-11-20T00:00:00.000Z')).rejects.toThrow(/trial mode/)
  await server.store.setController(controller, '2026-11-20T00:00:00.000Z')
  await server.store.putRound(round(), '2026-11-20T00:00:00.000Z')
  const reply = HelloReply.parse(await (await postJson(server, '/api/v1/hello', hello, token)).json())
  expect(reply).toMatchObject({ trial: false, controller, rounds: [round()] })
})

// Last: afterwards this server takes no enrolment for a minute.
test('guessing invites ends in a refusal to listen', async () => {
  const statuses = new Set<number>()
  for (let guess = 0; guess < 130; guess += 1) {
    const request = { format: 1, invite: `guess-number-${guess}`, deviceId }
    statuses.add((await postJson(server, '/api/v1/enrol', request)).status)
  }
  expect([...statuses]).toEqual([403, 429])
})
