import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { refusal } from '#domain/problem.ts'
import { HealthReply, KeysReply } from '#domain/protocol.ts'
import type { CensusServer, ServerParts } from './censusServer.ts'
import { addEnrolmentRoutes } from './enrolment.ts'
import { addErrorBoundary } from './errorBoundary.ts'
import { addHelloRoutes } from './hello.ts'
import { addOpenApi } from './openapi.ts'
import { addPages } from './pages.ts'
import { openReception } from './reception.ts'
import { addRegisterRoutes } from './register.ts'
import { addSubmissionRoutes } from './submissions.ts'

export type ServerOptions = {
  /** the folder of the built app; undefined: the interface alone */
  pagesDir: string | undefined
  /** the server is reached over https, so that browsers may be told to insist on it */
  isHttps: boolean
  build: string
}

/** All of the server but the listening: routes, headers, limits and the one error boundary. */
export async function composeServer(parts: ServerParts, options: ServerOptions): Promise<CensusServer> {
  const app: CensusServer = Fastify({
    // Requests are not logged at all: an address or a header that is never written cannot leak.
    logger: { level: 'warn', stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  addErrorBoundary(app, options.pagesDir !== undefined)
  await addHeadersAndLimits(app, options)
  await addOpenApi(app, options.build)
  app.removeContentTypeParser('text/plain')
  addStatusRoutes(app, parts, options)
  await addSubmissionRoutes(app, parts.store, openReception(parts))
  addEnrolmentRoutes(app, parts)
  addHelloRoutes(app, parts)
  addRegisterRoutes(app, parts)
  if (options.pagesDir !== undefined) await addPages(app, options.pagesDir)
  return app
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join(';')

async function addHeadersAndLimits(app: CensusServer, { isHttps }: ServerOptions): Promise<void> {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('content-security-policy', contentSecurityPolicy)
    done()
  })
  await app.register(helmet, {
    // helmet would put the same policy together again at every request.
    contentSecurityPolicy: false,
    hsts: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => refusal('too-many-requests') })
  await app.register(underPressure, {
    maxEventLoopDelay: 5000,
    pressureHandler: () => {
      throw refusal('server-busy')
    },
  })
}

function addStatusRoutes(app: CensusServer, { store, signer }: ServerParts, { build }: ServerOptions): void {
  app.get(
    '/api/v1/health',
    { schema: { summary: 'Whether the server and its database answer', response: { 200: HealthReply } } },
    async () => {
      await store.directory()
      return { status: 'ok' as const, build }
    },
  )
  app.get(
    '/api/v1/keys',
    { schema: { summary: 'Public keys that receipts are signed with', response: { 200: KeysReply } } },
    async () => ({ keys: [...signer.keys] }),
  )
}
