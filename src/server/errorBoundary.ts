import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Problem, problemOf, Refusal } from '#domain/problem.ts'
import type { CensusServer } from './censusServer.ts'
import { StoreError } from './store/storeError.ts'

/** The one place where errors become replies: a problem of the catalogue, in both languages. */
export function addErrorBoundary(app: CensusServer, hasPages: boolean): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error, request)
    // A bug or a full disk is for whoever runs the server; the trace holds code, never a request.
    if (problem.status >= 500 && !(error instanceof Refusal)) request.log.error(traceOf(error))
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const isNavigation = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    // The app finds its own way from any address; only the interface has addresses that do not exist.
    if (hasPages && isNavigation && !path.startsWith('/api/')) return reply.sendFile('index.html')
    return sendProblem(reply, problemOf('not-found', { path }))
  })
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Serialised here: a route that answers otherwise with a schema of its own must not be able to spoil a problem.
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body) => JSON.stringify(body))
    .send(problem)
}

function problemOfError(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Refusal) return error.problem
  if (error instanceof StoreError && error.code === 'database-full') return problemOf('storage-full')
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validation[0]?.instancePath.replace(/^\//, '').replaceAll('/', '.') ?? ''
    return problemOf('request-malformed', { place: place === '' ? 'body' : place.slice(0, 100) })
  }
  return problemOfFastify(error, request)
}

function problemOfFastify(error: unknown, request: FastifyRequest): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const isSubmissions = pathOf(request) === '/api/v1/submissions'
    const type = (request.headers['content-type'] ?? '—').slice(0, 100)
    return problemOf('media-type-unsupported', { type, expected: `application/${isSubmissions ? 'x-ndjson' : 'json'}` })
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problemOf('body-too-large', { limit: '64 KiB' })
  if (status >= 400 && status < 500) return problemOf('request-malformed', { place: 'body' })
  return problemOf('server-fault')
}

function pathOf(request: FastifyRequest): string {
  return (request.url.split('?')[0] ?? '').slice(0, 200)
}

function traceOf(error: unknown): { err: { type: string; message: string; stack: string } } {
  const known = error instanceof Error ? error : new Error('something was thrown that is no error')
  return { err: { type: known.name, message: known.message, stack: known.stack ?? '' } }
}
