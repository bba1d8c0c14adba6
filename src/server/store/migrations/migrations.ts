import type { Migration } from 'kysely'
import { m0001Foundation } from './m0001Foundation.ts'

/** All migrations by name, in the order of their names. Add at the end; what is published never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_foundation': m0001Foundation,
}
