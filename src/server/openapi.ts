import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { Submission, Tombstone } from '#domain/submission.ts'
import type { CensusServer } from './censusServer.ts'

/** `GET /api/openapi.json`, made from the schemas that the routes themselves use. Register before the routes. */
export async function addOpenApi(app: CensusServer, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cúmulo',
        version,
        description:
          'Receives maturity assessments of cluster initiatives from devices and answers with signed receipts.',
      },
      components: {
        securitySchemes: { device: { type: 'http', scheme: 'bearer', description: 'Token from POST /api/v1/enrol' } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('the description is not in OpenAPI 3')
      const { openapiObject } = document
      const operation = openapiObject.paths?.['/api/v1/submissions']?.post
      // The body is no JSON document, so the route has no schema of it; a line of it has.
      if (operation !== undefined) Object.assign(operation, { requestBody: ndjsonBody() })
      return openapiObject
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

function ndjsonBody() {
  const line = z.toJSONSchema(z.union([Submission, Tombstone]), { io: 'input', unrepresentable: 'any' })
  const { $schema: _, ...schema } = line
  return {
    required: true,
    description: '1 to 50 lines, each the canonical JSON (RFC 8785) of one submission; the schema is that of a line.',
    content: { 'application/x-ndjson': { schema } },
  }
}
