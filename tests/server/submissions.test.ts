import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Answers } from '#domain/answers.ts'
import { composeSubmission } from '#domain/submission.ts'
import { censusEdition, completeAnswers, deviceId, lineOf, tombstone, validSubmission } from '../support/builders.ts'
import { startServerAndDevice } from '../support/enrolledServer.ts'
import { receiptFrom, storedOn } from '../support/received.ts'
import { enrol, postLines, send } from '../support/server.ts'
import { unscoredEdition } from '../support/unscoredEdition.ts'

const { server, token } = await startServerAndDevice()

const stored = (submissionId: string) => storedOn(server, submissionId)
const receiptIn = (jws: string | undefined) => receiptFrom(server, jws)

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
