import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Editions } from './editions.ts'
import type { ReceiptSigner } from './receipts.ts'
import type { Store } from './store/store.ts'

/** Fastify with schemas of zod. */
export type CensusServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the routes are made of. */
export type ServerParts = { store: Store; signer: ReceiptSigner; editions: Editions; now: () => Date }
