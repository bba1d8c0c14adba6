import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { KeysReply, Receipt, SubmissionsReply } from '#domain/protocol.ts'
import { composeSubmission } from '#domain/submission.ts'
import type { ReceivedSubmission } from '#store/store.ts'
import {
  censusEdition,
  completeAnswers,
  controller,
  deviceId,
  lineOf,
  newId,
  round,
  tombstone,
  validSubmission,
} from '../support/builders.ts'
import { enrol, postJson, postLines, send, startServerWithRegister, type TestServer } from '../support/server.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

let server: TestServer
let token: string

beforeAll(async () => {
  server = await startServerWithRegister()
  token = await enrol(server)
})
afterAll(() => server.close())

async function stored(submissionId: string): Promise<ReceivedSubmission | undefined> {
  for await (const received of server.store.submissions({})) if (received.submissionId === submissionId) return received
  return undefined
}

async function receiptIn(jws: string | undefined): Promise<Receipt> {
  const { keys } = KeysReply.parse(await (await fetch(`${server.url}/api/v1/keys`)).json())
  const { payload, protectedHeader } = await compactVerify(jws ?? '', async (header) => {
    const key = keys.find((one) => one.kid === header.kid)
    if (key === undefined) throw new Error('the key of the receipt is not published')
    return importJWK({ ...key }, 'ES256')
  })
  expect(protectedHeader.alg).toBe('ES256')
  return Receipt.parse(JSON.parse(new TextDecoder().decode(payload)))
}

function without(name: string): Answers {
  return Object.fromEntries(Object.entries(completeAnswers).filter(([variable]) => variable !== name))
}

describe('verdicts', () => {
  test('a new submission is stored byte for byte, scored again, and receipted', async () => {
    const submission = validSubmission()
    const [verdict] = await send(server, token, submission)
    expect(verdict).toMatchObject({ submissionId: submission.submissionId, verdict: 'stored' })
    expect(verdict?.problem).toBeUndefined()
    const sha256 = createHash('sha256').update(lineOf(submission)).digest('hex')
    expect(await receiptIn(verdict?.receipt)).toMatchObject({
      submissionId: submission.submissionId,
      sha256,
      deviceId,
      status: 'stored',
    })
    const received = await stored(submission.submissionId)
    expect(new TextDecoder().decode(received?.bytes)).toBe(lineOf(submission))
    expect(received).toMatchObject({ verdict: 'stored', serverAgrees: true, flags: [], isCurrent: true })
    expect(received?.serverResult).toEqual(submission.result)
  })

  test('the same submission again gives the same receipt, and there is one', async () => {
    const submission = validSubmission()
    const [first] = await send(server, token, submission)
    const [second, third] = await send(server, token, submission, submission)
    expect(second).toEqual({ submissionId: submission.submissionId, verdict: 'duplicate', receipt: first?.receipt })
    expect(third).toEqual(second)
    let count = 0
    for await (const received of server.store.submissions({})) {
      if (received.submissionId === submission.submissionId) count += 1
    }
    expect(count).toBe(1)
  })

  test('the same submission twice in one body is stored once', async () => {
    const submission = validSubmission()
    const [first, second] = await send(server, token, submission, submission)
    expect(first?.verdict).toBe('stored')
    expect(second).toMatchObject({ verdict: 'duplicate', receipt: first?.receipt })
  })

  test('a hundred devices at once with the same submission: one is told stored, the others duplicate', async () => {
    const submission = validSubmission()
    const verdicts = (await Promise.all(Array.from({ length: 100 }, () => send(server, token, submission)))).flat()
    expect(verdicts.filter(({ verdict }) => verdict === 'stored')).toHaveLength(1)
    expect(verdicts.filter(({ verdict }) => verdict === 'duplicate')).toHaveLength(99)
    expect(new Set(verdicts.map(({ receipt }) => receipt)).size).toBe(1)
  })

  test('the same id with other bytes is a conflict, and what was stored stays', async () => {
    const submission = validSubmission()
    await send(server, token, submission)
    const [verdict] = await send(server, token, { ...submission, enumerator: 'Otra' })
    expect(verdict?.verdict).toBe('conflict')
    expect(verdict?.receipt).toBeUndefined()
    expect(verdict?.problem).toMatchObject({ code: 'other-bytes-stored', status: 409 })
    expect(new TextDecoder().decode((await stored(submission.submissionId))?.bytes)).toBe(lineOf(submission))
  })

  test.each([
    ['a cluster that is not in the register', { clusterId: 'CL-99-999' }, 'cluster-unknown'],
    ['a cluster that was named on the device', { clusterId: null }, 'cluster-unregistered'],
    ['answers that break a rule', { answers: { ...completeAnswers, founded_year: 2027 } }, 'answers-at-fault'],
    ['an answer of another type', { answers: { ...completeAnswers, founded_year: '2015' } }, 'answers-at-fault'],
    ['a required answer that is missing', { answers: { consent_network: 'yes' } }, 'answers-at-fault'],
    ['an unknown variable', { answers: { ...completeAnswers, unheard_of: 1 } }, 'answers-at-fault'],
    ['an answer that skip logic hides', { answers: { ...completeAnswers, fund_host: 100 } }, 'answers-at-fault'],
    ['a question about sharing that was left out', { answers: without('consent_network') }, 'answers-at-fault'],
    ['answers without the record of a consent', { consent: null }, 'answers-at-fault'],
    ['a questionnaire that the server does not have', { edition: unscoredEdition() }, 'edition-unknown'],
  ])('%s is stored in quarantine, with a receipt that says so', async (_, overrides, code) => {
    const submission = validSubmission(overrides)
    const [verdict] = await send(server, token, submission)
    expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code } })
    expect((await receiptIn(verdict?.receipt)).status).toBe('quarantined')
    expect((await stored(submission.submissionId))?.verdict).toBe('quarantined')
    const [again] = await send(server, token, submission)
    expect(again).toMatchObject({ verdict: 'duplicate', receipt: verdict?.receipt })
  })

  test('a newer edition is stored in quarantine', async () => {
    const submission = { ...validSubmission(), questionnaire: { id: 'cluster-maturity', edition: 99 } }
    const [verdict] = await send(server, token, submission)
    expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'edition-unknown' } })
  })

  test('a problem names variables and never an answer', async () => {
    const [verdict] = await send(
      server,
      token,
      validSubmission({ answers: { ...completeAnswers, fee_system: 'secret-answer' } }),
    )
    expect(verdict?.problem?.es).toContain('fee_system')
    expect(JSON.stringify(verdict?.problem)).not.toContain('secret-answer')
  })

  test('another result than the server has is stored and flagged', async () => {
    const submission = validSubmission()
    const boast = { ...submission, result: submission.result && { ...submission.result, index: 100 } }
    const [verdict] = await send(server, token, boast)
    expect(verdict?.verdict).toBe('stored')
    const received = await stored(submission.submissionId)
    expect(received).toMatchObject({ serverAgrees: false, flags: ['result_differs'] })
    expect(received?.serverResult).toEqual(submission.result)
  })

  test.each([
    ['no', 'said'],
    ['maybe', 'said'],
    ['dk', 'not said'],
    ['refused', 'not said'],
  ] as const)('what somebody asked to share did not allow is not taken: %s, %s', async (said, how) => {
    const answers = how === 'said' ? { ...completeAnswers, consent_network: said } : without('consent_network')
    const nonresponse = how === 'said' ? {} : { consent_network: said }
    const refused = { ...validSubmission(), answers, nonresponse }
    const [verdict] = await send(server, token, refused)
    expect(verdict).toMatchObject({ verdict: 'invalid', problem: { code: 'not-to-be-sent' } })
    expect(await stored(refused.submissionId)).toBeUndefined()
  })

  test('what has no number was never meant to be sent, and is not taken', async () => {
    const [verdict] = await send(server, token, validSubmission({ seq: null }))
    expect(verdict).toMatchObject({ verdict: 'invalid', problem: { code: 'not-to-be-sent' } })
  })

  test.each([
    ['ci_name', 'dk'],
    ['res_sales', 'na'],
    ['consent_personal', 'dk'],
    ['comments', 'refused'],
  ] as const)(
    '%s does not take %s: the submission goes to quarantine, and its variable is named',
    async (name, code) => {
      const submission = { ...validSubmission(), answers: without(name), nonresponse: { [name]: code } }
      const [verdict] = await send(server, token, submission)
      expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'answers-at-fault' } })
      expect(verdict?.problem?.en).toContain(`non-answer ${name}`)
    },
  )

  test('a non-answer that the question or its panel offers is stored', async () => {
    const answers = { ...without('res_markets'), n_firms_linked: 3 }
    const sizes = ['firms_micro', 'firms_small', 'firms_medium', 'firms_large', 'firms_size_unknown']
    const said = Object.entries(answers).filter(([name]) => !sizes.includes(name) && name !== 'size_source')
    const nonresponse = { res_markets: 'na', ...Object.fromEntries(sizes.map((name) => [name, 'dk'])) } as const
    const { edition, ...facts } = { ...validSubmission(), edition: censusEdition() }
    const submission = composeSubmission({
      ...facts,
      edition,
      answered: { answers: Object.fromEntries(said), nonresponse },
    })
    expect(await send(server, token, submission)).toMatchObject([{ verdict: 'stored' }])
  })

  test('one broken line holds none of its neighbours back, and the order is kept', async () => {
    const [one, two] = [validSubmission(), validSubmission()]
    const verdicts = await send(server, token, one, '{', two, '')
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['stored', 'invalid', 'stored'])
    expect(verdicts[1]?.submissionId).toBeNull()
  })
})

describe('revisions', () => {
  test('a revision takes the place of its parent', async () => {
    const parent = validSubmission()
    const child = validSubmission({ parentId: parent.submissionId })
    await send(server, token, parent, child)
    expect((await stored(parent.submissionId))?.isCurrent).toBe(false)
    expect((await stored(child.submissionId))?.isCurrent).toBe(true)
  })

  test('a revision is flagged until its parent arrives', async () => {
    const parent = validSubmission()
    const child = validSubmission({ parentId: parent.submissionId })
    const [verdict] = await send(server, token, child)
    expect(verdict?.verdict).toBe('stored')
    expect((await stored(child.submissionId))?.flags).toEqual(['parent_unknown'])
    await send(server, token, parent)
    expect((await stored(child.submissionId))?.flags).toEqual([])
    expect((await stored(parent.submissionId))?.isCurrent).toBe(false)
  })

  test('of two revisions of one parent the later counts, and both are flagged', async () => {
    const parent = validSubmission()
    const [one, two] = [parent, parent].map(({ submissionId }) => validSubmission({ parentId: submissionId }))
    await send(server, token, parent)
    await send(server, token, one)
    await send(server, token, two)
    expect(await stored(one?.submissionId ?? '')).toMatchObject({ isCurrent: false, flags: ['two_versions'] })
    expect(await stored(two?.submissionId ?? '')).toMatchObject({ isCurrent: true, flags: ['two_versions'] })
  })

  test('a revision in quarantine does not hide what was accepted', async () => {
    const parent = validSubmission()
    await send(server, token, parent, validSubmission({ parentId: parent.submissionId, clusterId: 'CL-99-999' }))
    expect((await stored(parent.submissionId))?.isCurrent).toBe(true)
  })

  test('a tombstone is receipted, closes its gap, and is no row of an export', async () => {
    const buried = tombstone()
    const [verdict] = await send(server, token, buried)
    expect(verdict?.verdict).toBe('stored')
    expect((await receiptIn(verdict?.receipt)).submissionId).toBe(buried.submissionId)
    expect(await stored(buried.submissionId)).toBeUndefined()
    expect((await send(server, token, buried))[0]).toMatchObject({ verdict: 'duplicate', receipt: verdict?.receipt })
  })
})

describe('hostile lines', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, position) => [`k${position}`, 1]))
  const line = (answers: unknown) => canonicalJson({ ...validSubmission(), answers })

  test.each<[string, () => string, string]>([
    ['an empty line', () => `\n${lineOf(validSubmission())}`, 'line-not-json'],
    ['no JSON', () => '<html>Inicie sesión</html>', 'line-not-json'],
    ['JSON with a byte order mark', () => `\ufeff${lineOf(validSubmission())}`, 'line-not-json'],
    ['half a line', () => lineOf(validSubmission()).slice(0, 900), 'line-not-json'],
    ['white space', () => JSON.stringify(validSubmission(), null, 1).replaceAll('\n', ' '), 'line-not-canonical'],
    ['keys in another order', () => JSON.stringify(validSubmission()), 'line-not-canonical'],
    ['a key twice', () => lineOf(validSubmission()).replace('{', '{"answers":{},'), 'line-not-canonical'],
    ['an escape too many', () => lineOf(validSubmission()).replace('Ana', '\\u0041na'), 'line-not-canonical'],
    ['a carriage return', () => `${lineOf(validSubmission())}\r`, 'line-not-canonical'],
    ['1e400', () => line({ a: 'N' }).replace('"N"', '1e400'), 'line-not-canonical'],
    ['1.0', () => line({ a: 'N' }).replace('"N"', '1.0'), 'line-not-canonical'],
    ['2^53 + 1', () => line({ a: 'N' }).replace('"N"', '9007199254740993'), 'line-not-canonical'],
    ['-0', () => line({ a: 'N' }).replace('"N"', '-0'), 'line-not-canonical'],
    ['NUL', () => line({ a: 'x\0y' }), 'line-unstorable-text'],
    ['NUL in a key', () => line({ 'a\0': 'x' }), 'line-unstorable-text'],
    ['a lone surrogate', () => line({ a: 'N' }).replace('"N"', '"\\ud800"'), 'line-unstorable-text'],
    ['a lone surrogate in a key', () => line({ N: 1 }).replace('"N"', '"\\udfff"'), 'line-unstorable-text'],
    ['depth 33', () => line({ a: 'N' }).replace('"N"', nested(31)), 'line-too-deep'],
    ['depth 100,000', () => nested(100_000), 'line-too-deep'],
    ['5,001 keys and more', () => line(keys(5001)), 'line-too-many-keys'],
    ['a key of 201 characters', () => line({ ['k'.repeat(201)]: 1 }), 'line-key-too-long'],
    ['a line of more than 256 KiB', () => line({ a: 'x'.repeat(256 * 1024) }), 'line-too-long'],
    ['a number', () => '17', 'line-wrong-shape'],
    ['null', () => 'null', 'line-wrong-shape'],
    ['a list', () => '[]', 'line-wrong-shape'],
    ['another format', () => lineOf({ ...validSubmission(), format: 2 }), 'line-wrong-shape'],
    [
      'a constructor for an id',
      () => lineOf({ ...validSubmission(), submissionId: 'constructor' }),
      'line-wrong-shape',
    ],
    ['a tombstone without a number', () => lineOf({ ...tombstone(), seq: null }), 'line-wrong-shape'],
  ])('%s is invalid, and the reason is told', async (_, make, code) => {
    const [verdict] = await send(server, token, make())
    expect(verdict).toMatchObject({ verdict: 'invalid', problem: { code } })
    expect(verdict?.receipt).toBeUndefined()
  })

  test('bytes that are no UTF-8 are invalid', async () => {
    const response = await postLines(server, token, Uint8Array.from([0x22, 0xff, 0xfe, 0x22]))
    const { verdicts } = SubmissionsReply.parse(await response.json())
    expect(verdicts[0]).toMatchObject({ verdict: 'invalid', problem: { code: 'line-not-json' } })
  })

  test('what is just within the limits is judged for its content', async () => {
    const escaped = '"'.repeat(200)
    for (const inside of [
      line({ a: 'N' }).replace('"N"', nested(30)),
      line(keys(4700)),
      line({ [escaped]: 1 }),
      line({ a: '[{"'.repeat(1000) }),
    ]) {
      const [verdict] = await send(server, token, inside)
      expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'answers-at-fault' } })
    }
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a variable named %s is kept byte for byte and changes nothing',
    async (name) => {
      const submission = validSubmission()
      const answers = `{"${name}":{"isAdmin":true},`
      const text = lineOf({ ...submission, answers: { zz: 1 } }).replace('"answers":{', `"answers":${answers}`)
      const canonical = canonicalJson(JSON.parse(text))
      const [verdict] = await send(server, token, canonical)
      expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'answers-at-fault' } })
      expect(verdict?.problem?.en).toContain(`(value ${name})`)
      const received = await stored(submission.submissionId)
      expect(new TextDecoder().decode(received?.bytes)).toBe(canonical)
      expect(canonical).toContain(`"${name}":{"isAdmin":true}`)
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    },
  )

  test('a non-answer named __proto__ is refused or quarantined, never obeyed', async () => {
    const text = lineOf(validSubmission()).replace('"nonresponse":{}', '"nonresponse":{"__proto__":"dk"}')
    const [verdict] = await send(server, token, text)
    expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'answers-at-fault' } })
  })
})

describe('limits of a body', () => {
  const big = (bytes: number) => 'x'.repeat(bytes)

  test('50 lines are taken, 51 are refused, and so is an empty body', async () => {
    const lines = Array.from({ length: 51 }, () => lineOf(validSubmission()))
    const tooMany = await postLines(server, token, gzipSync(lines.join('\n')), { 'content-encoding': 'gzip' })
    expect(tooMany.status).toBe(422)
    expect(await tooMany.json()).toMatchObject({ code: 'lines-out-of-range' })
    const fifty = await postLines(server, token, `${lines.slice(1).join('\n')}\n`)
    const { verdicts } = SubmissionsReply.parse(await fifty.json())
    expect(verdicts.filter(({ verdict }) => verdict === 'stored')).toHaveLength(50)
    expect((await postLines(server, token, '')).status).toBe(422)
  })

  test('a gzipped body is read like the same body without', async () => {
    const submission = validSubmission()
    const zipped = gzipSync(lineOf(submission))
    const response = await postLines(server, token, zipped, { 'content-encoding': 'gzip' })
    const { verdicts } = SubmissionsReply.parse(await response.json())
    expect(verdicts[0]?.verdict).toBe('stored')
  })

  test('more than 1 MiB is refused with a sentence, whether or not the length is announced', async () => {
    const announced = await postLines(server, token, big(1024 * 1024 + 1))
    expect(announced.status).toBe(413)
    expect(announced.headers.get('content-type')).toContain('application/problem+json')
    expect(await announced.json()).toMatchObject({ code: 'body-too-large', en: expect.stringContaining('1 MiB') })
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let chunk = 0; chunk < 20; chunk += 1) controller.enqueue(new TextEncoder().encode(big(64 * 1024)))
        controller.close()
      },
    })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
      body: chunks,
      duplex: 'half',
    }
    expect((await fetch(`${server.url}/api/v1/submissions`, init)).status).toBe(413)
  })

  test('a small body that unpacks to more than 4 MiB is refused', async () => {
    const bomb = gzipSync(big(64 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const response = await postLines(server, token, bomb, { 'content-encoding': 'gzip' })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ en: expect.stringContaining('4 MiB') })
  })

  test('damaged gzip, half a gzip and unknown encodings are refused', async () => {
    const zipped = gzipSync(lineOf(validSubmission()))
    const half = await postLines(server, token, zipped.subarray(0, 200), { 'content-encoding': 'gzip' })
    expect(half.status).toBe(400)
    expect(await half.json()).toMatchObject({ code: 'gzip-damaged' })
    expect((await postLines(server, token, 'plain', { 'content-encoding': 'gzip' })).status).toBe(400)
    expect((await postLines(server, token, 'x', { 'content-encoding': 'br' })).status).toBe(415)
  })

  test('another content type is refused', async () => {
    for (const type of ['text/plain', 'application/json', 'multipart/form-data']) {
      const response = await postLines(server, token, '{}', { 'content-type': type })
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({ code: 'media-type-unsupported' })
    }
  })
})

describe('who may send', () => {
  test.each([
    ['no token', undefined],
    ['a token that was never given out', 'A'.repeat(43)],
    ['no token at all but text', 'x'],
  ])('%s is refused before anything is read', async (_, wrong) => {
    const response = await postLines(server, wrong, lineOf(validSubmission()))
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'not-enrolled' })
  })

  test('a revoked device still sends, into quarantine', async () => {
    const revoked = '9b241101-e2bb-4255-8caf-4136c566a962'
    const its = await enrol(server, { deviceId: revoked, invite: await server.newInvite() })
    await server.store.revokeDevice(revoked, new Date().toISOString())
    const [verdict] = await send(server, its, validSubmission({ deviceId: revoked }))
    expect(verdict).toMatchObject({ verdict: 'quarantined', problem: { code: 'sender-revoked' } })
    // Carried by a device in good standing it is no better.
    const [carried] = await send(server, token, validSubmission({ deviceId: revoked }))
    expect(carried).toMatchObject({ verdict: 'quarantined', problem: { code: 'sender-revoked' } })
  })

  test('a submission that another device brings is stored and flagged', async () => {
    const submission = validSubmission({ deviceId: '8b241101-e2bb-4255-8caf-4136c566a962' })
    const [verdict] = await send(server, token, submission)
    expect(verdict?.verdict).toBe('stored')
    expect((await stored(submission.submissionId))?.flags).toEqual(['carried'])
  })

  test('a cluster outside the scope of the device goes to quarantine', async () => {
    const other = '7b241101-e2bb-4255-8caf-4136c566a962'
    const its = await enrol(server, { deviceId: other, invite: await server.newInvite({ chamber: '13' }) })
    const [outside] = await send(server, its, validSubmission({ deviceId: other }))
    expect(outside).toMatchObject({ verdict: 'quarantined', problem: { code: 'cluster-out-of-scope' } })
    const [inside] = await send(server, its, validSubmission({ deviceId: other, clusterId: 'CL-76-001' }))
    expect(inside?.verdict).toBe('stored')
  })
})

// Last: it takes the server out of trial mode.
describe('rounds', () => {
  test('without a controller everything goes to the trial round, afterwards to the round it names', async () => {
    const trial = validSubmission({ roundId: '2026' })
    await send(server, token, trial)
    expect((await stored(trial.submissionId))?.roundId).toBe('trial')
    await server.store.setController(controller, new Date().toISOString())
    await server.store.putRound(round(), new Date().toISOString())
    await server.store.putRound(round({ roundId: '2025', status: 'closed' }), new Date().toISOString())
    const [real, late, unheard] = ['2026', '2025', '1999'].map((roundId) => validSubmission({ roundId }))
    const verdicts = await send(server, token, real, late, unheard)
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['stored', 'stored', 'stored'])
    expect(await stored(real?.submissionId ?? '')).toMatchObject({ roundId: '2026', flags: [] })
    expect((await stored(late?.submissionId ?? ''))?.flags).toEqual(['late'])
    expect((await stored(unheard?.submissionId ?? ''))?.flags).toEqual(['round_unknown'])
  })

  test('a round closes at the end of its last day in Colombia', async () => {
    await server.store.putRound(round({ roundId: 'corta', closesOn: '2026-11-20' }), new Date().toISOString())
    const completed = ['2026-11-21T04:59:59.999Z', '2026-11-21T05:00:00.000Z'] as const
    const [inTime, late] = completed.map((completedAt) => validSubmission({ roundId: 'corta', completedAt }))
    await send(server, token, inTime, late)
    expect((await stored(inTime?.submissionId ?? ''))?.flags).toEqual([])
    expect((await stored(late?.submissionId ?? ''))?.flags).toEqual(['late'])
  })

  test('a submission of another questionnaire than its round asks is stored and flagged', async () => {
    const other = round({ roundId: 'otra', questionnaire: { id: 'cluster-maturity', edition: 2 } })
    await server.store.putRound(other, new Date().toISOString())
    const submission = validSubmission({ roundId: 'otra' })
    const [verdict] = await send(server, token, submission)
    expect(verdict?.verdict).toBe('stored')
    expect((await stored(submission.submissionId))?.flags).toEqual(['questionnaire_differs'])
  })

  test('of two submissions of a device with one number both are flagged', async () => {
    const own = '5b241101-e2bb-4255-8caf-4136c566a962'
    const its = await enrol(server, { deviceId: own, invite: await server.newInvite() })
    const [one, two, three] = [1, 1, 2].map((seq) => validSubmission({ deviceId: own, seq, roundId: '2026' }))
    await send(server, its, one)
    expect((await stored(one?.submissionId ?? ''))?.flags).toEqual([])
    await send(server, its, two, three)
    expect((await stored(one?.submissionId ?? ''))?.flags).toEqual(['seq_repeated'])
    expect((await stored(two?.submissionId ?? ''))?.flags).toEqual(['seq_repeated'])
    expect((await stored(three?.submissionId ?? ''))?.flags).toEqual([])
  })

  test('hello shows which numbers never arrived', async () => {
    const own = '6b241101-e2bb-4255-8caf-4136c566a962'
    const its = await enrol(server, { deviceId: own, invite: await server.newInvite() })
    await send(server, its, validSubmission({ deviceId: own, seq: 1 }), validSubmission({ deviceId: own, seq: 4 }))
    const request = { format: 1, deviceId: own, build: 'test', drafts: 0, outbox: 0, lastSeq: 4 }
    const reply = await (await postJson(server, '/api/v1/hello', request, its)).json()
    expect(reply).toMatchObject({ device: { status: 'active', lastSeq: 4, missingSeqs: [2, 3] } })
    await send(server, its, tombstone({ deviceId: own, seq: 2, submissionId: newId() }))
    const later = await (await postJson(server, '/api/v1/hello', request, its)).json()
    expect(later).toMatchObject({ device: { lastSeq: 4, missingSeqs: [3] } })
  })
})
