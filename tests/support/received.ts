import { compactVerify, importJWK } from 'jose'
import { expect } from 'vitest'
import { KeysReply, Receipt } from '#domain/protocol.ts'
import type { ReceivedSubmission } from '#store/store.ts'
import type { TestServer } from './server.ts'

/** The submission as the server keeps it. */
export async function storedOn(server: TestServer, submissionId: string): Promise<ReceivedSubmission | undefined> {
  for await (const received of server.store.submissions({})) if (received.submissionId === submissionId) return received
  return undefined
}

/** What a receipt says, once its signature was checked with the keys that the server publishes. */
export async function receiptFrom(server: TestServer, jws: string | undefined): Promise<Receipt> {
  const { keys } = KeysReply.parse(await (await fetch(`${server.url}/api/v1/keys`)).json())
  const { payload, protectedHeader } = await compactVerify(jws ?? '', async (header) => {
    const key = keys.find((one) => one.kid === header.kid)
    if (key === undefined) throw new Error('the key of the receipt is not published')
    return importJWK({ ...key }, 'ES256')
  })
  expect(protectedHeader.alg).toBe('ES256')
  return Receipt.parse(JSON.parse(new TextDecoder().decode(payload)))
}
