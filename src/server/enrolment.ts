import { Problem, refusal } from '#domain/problem.ts'
import { EnrolReply, EnrolRequest, type Scope } from '#domain/protocol.ts'
import type { CensusServer, ServerParts } from './censusServer.ts'
import { digestOfSecret, newSecret } from './secrets.ts'
import type { Store } from './store/store.ts'

const inviteLifeMs = 72 * 60 * 60 * 1000

/** Makes a single-use invite. @returns the secret, which is kept nowhere: show it now or never */
export async function makeInvite(store: Store, scope: Scope, now: Date): Promise<string> {
  const invite = newSecret(128)
  await store.addInvite({
    inviteSha256: digestOfSecret(invite),
    scope,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + inviteLifeMs).toISOString(),
  })
  return invite
}

/** `POST /api/v1/enrol`: an invite against a token, once. */
export function addEnrolmentRoutes(app: CensusServer, { store, signer, now }: ServerParts): void {
  app.post(
    '/api/v1/enrol',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'Enrol this device with a single-use invite',
        tags: ['device'],
        body: EnrolRequest,
        response: { 200: EnrolReply, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ body }) => {
      const token = newSecret(256)
      const outcome = await store.enrol({
        inviteSha256: digestOfSecret(body.invite),
        deviceId: body.deviceId,
        tokenSha256: digestOfSecret(token),
        name: body.name ?? null,
        at: now().toISOString(),
      })
      if (outcome.kind !== 'enrolled') throw refusal(`invite-${outcome.kind}`)
      const { controller } = await store.directory()
      return {
        format: 1 as const,
        token,
        deviceId: body.deviceId,
        scope: outcome.scope,
        key: signer.key,
        trial: controller === null,
        controller,
      }
    },
  )
}
