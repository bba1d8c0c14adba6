import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import { type Receipt, ReceiptKey } from '#domain/protocol.ts'
import type { Store, StoredReceiptKey } from './store/store.ts'

/** Signs receipts with the newest key; older keys stay published, for the receipts that they signed. */
export type ReceiptSigner = {
  sign: (receipt: Receipt) => Promise<string>
  key: ReceiptKey
  keys: readonly ReceiptKey[]
  /** when this census server was first started */
  madeAt: string
}

/** The signer of this store; at the very first start its key is made, and kept in the database and so in its backup. */
export async function openReceiptSigner(store: Store, now: () => Date): Promise<ReceiptSigner> {
  const kept = await store.receiptKeys()
  const newest = kept.at(-1) ?? (await addKey(store, now()))
  const privateKey = await importJWK(newest.privateJwk, 'ES256')
  const header = { alg: 'ES256', kid: newest.publicJwk.kid }
  const encoder = new TextEncoder()
  return {
    sign: (receipt) =>
      new CompactSign(encoder.encode(JSON.stringify(receipt))).setProtectedHeader(header).sign(privateKey),
    key: newest.publicJwk,
    keys: kept.length > 0 ? kept.map((key) => key.publicJwk) : [newest.publicJwk],
    madeAt: kept[0]?.madeAt ?? newest.madeAt,
  }
}

async function addKey(store: Store, at: Date): Promise<StoredReceiptKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  const key: StoredReceiptKey = {
    privateJwk: { ...(await exportJWK(privateKey)) },
    publicJwk: ReceiptKey.parse({ ...publicJwk, kid, alg: 'ES256', use: 'sig' }),
    madeAt: at.toISOString(),
  }
  await store.addReceiptKey(key)
  return key
}
