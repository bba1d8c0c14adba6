import { afterAll } from 'vitest'
import { enrol, startServerWithRegister, type TestServer } from './server.ts'

/** A server with a register for all tests of a file, and the token of a device that it knows; closed after the last. */
export async function startServerAndDevice(): Promise<{ server: TestServer; token: string }> {
  const server = await startServerWithRegister()
  afterAll(() => server.close())
  return { server, token: await enrol(server) }
}
