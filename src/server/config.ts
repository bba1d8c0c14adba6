import { resolve } from 'node:path'
import * as z from 'zod/mini'

const Environment = z.object({
  PORT: z.prefault(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535)), 8080),
  HOST: z.prefault(z.string().check(z.minLength(1)), '127.0.0.1'),
  DATA_DIR: z.prefault(z.string().check(z.minLength(1)), './data'),
  PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  CUMULO_SURVEYS_DIR: z.optional(z.string()),
})

/** What the person who starts the server can set, with a default for each. */
export type Config = {
  /** 0 lets the system choose */
  port: number
  host: string
  /** absolute path */
  dataDir: string
  /** the address in links, without a final slash; undefined: made from host and port once these are known */
  publicUrl: string | undefined
  /** a second folder of editions, which tests and the bench set; what is delivered does not */
  extraSurveysDir: string | undefined
}

/** A setting that cannot be used, in one sentence. */
export class ConfigError extends Error {}

/**
 * Reads the settings; an empty one counts as not set.
 *
 * @throws ConfigError naming the first setting that cannot be used
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw new ConfigError(`${name} is "${given[name]}", which is not ${expected[name]}.`)
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, CUMULO_SURVEYS_DIR } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    extraSurveysDir: CUMULO_SURVEYS_DIR === undefined ? undefined : resolve(CUMULO_SURVEYS_DIR),
  }
}

const expected: Readonly<Record<string, string>> = {
  PORT: 'a port number between 0 and 65535',
  HOST: 'an address to listen on',
  DATA_DIR: 'a folder',
  PUBLIC_URL: 'an address that begins with http:// or https://',
}
