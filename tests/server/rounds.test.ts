import { describe, expect, test } from 'vitest'
import { controller, newId, round, tombstone, validSubmission } from '../support/builders.ts'
import { startServerAndDevice } from '../support/enrolledServer.ts'
import { storedOn } from '../support/received.ts'
import { enrol, postJson, send } from '../support/server.ts'

const { server, token } = await startServerAndDevice()

const stored = (submissionId: string) => storedOn(server, submissionId)

// In order: the first takes the server out of trial mode.
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
