import type { FastifyRequest } from 'fastify'
import { refusal } from '#domain/problem.ts'
import { digestOfSecret } from './secrets.ts'
import type { Device, Store } from './store/store.ts'

const bearer = /^Bearer ([\w-]{43})$/

/** The device whose token the request carries; undefined without a token, or with one that was never given out. */
export async function deviceOf(store: Store, request: FastifyRequest): Promise<Device | undefined> {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : store.deviceByToken(digestOfSecret(token))
}

/**
 * The enrolled device that asks, revoked or not: what a revoked one sends is still kept, apart.
 *
 * @throws Refusal `not-enrolled`
 */
export async function enrolledDevice(store: Store, request: FastifyRequest): Promise<Device> {
  const device = await deviceOf(store, request)
  if (device === undefined) throw refusal('not-enrolled')
  return device
}

/** The device that asks, if it may read; @throws Refusal `not-enrolled`, `device-revoked` */
export async function readingDevice(store: Store, request: FastifyRequest): Promise<Device> {
  const device = await enrolledDevice(store, request)
  if (device.isRevoked) throw refusal('device-revoked')
  return device
}
