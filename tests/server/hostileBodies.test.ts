import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { SubmissionsReply } from '#domain/protocol.ts'
import { lineOf, tombstone, validSubmission } from '../support/builders.ts'
import { startServerAndDevice } from '../support/enrolledServer.ts'
import { storedOn } from '../support/received.ts'
import { postLines, send } from '../support/server.ts'

const { server, token } = await startServerAndDevice()

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
      const received = await storedOn(server, submission.submissionId)
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
