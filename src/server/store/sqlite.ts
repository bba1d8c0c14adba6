import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Compilable, Kysely, Migrator, SqliteDialect } from 'kysely'
import { migrations } from './migrations/migrations.ts'
import type { Schema } from './schema.ts'
import { StoreError } from './storeError.ts'

/**
 * SQLite behind queries written with Kysely. Everything runs synchronously on one connection, so that a transaction
 * can never be interleaved with another one's statements.
 */
export type SqliteDatabase = {
  build: Kysely<Schema>
  rows: <Row>(query: Compilable<Row>) => Row[]
  first: <Row>(query: Compilable<Row>) => Row | undefined
  run: (query: Compilable) => number
  /** a prepared statement of this SQL, kept */
  prepare: (sql: string) => Sqlite.Statement
  transaction: <Outcome>(work: () => Outcome) => Outcome
  /** rows of one consistent snapshot, on a connection of their own, so that reading never holds up receiving */
  snapshot: <Row>(query: Compilable<Row>) => IterableIterator<Row>
  /** changes whenever another connection, perhaps of another process, has written */
  foreignChanges: () => number
  close: () => void
}

/**
 * Opens, and where needed makes or upgrades, the database of a data folder.
 *
 * @throws StoreError when the folder cannot be used, or the database was made by a newer version
 */
export async function openSqlite(dataDir: string): Promise<SqliteDatabase> {
  makeFolder(dataDir)
  const file = databaseFile(dataDir)
  const connection = connect(file)
  try {
    refuseNewer(connection, file)
    connection.pragma('journal_mode = WAL')
    // FULL: the reply says "I have it", so it must be on the disk and not in the kernel's memory.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    const build = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) })
    await migrate(build)
    return databaseOf(connection, build, file)
  } catch (error) {
    connection.close()
    throw asStoreError(error, file)
  }
}

/** Where the database of a data folder lies, or would. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'cumulo.sqlite')
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      'data-dir-unusable',
      `The data folder ${dataDir} cannot be made: ${reason}. Set DATA_DIR to a folder that this user may write to.`,
    )
  }
}

function connect(file: string): Sqlite.Database {
  try {
    const connection = new Sqlite(file, { timeout: 5000 })
    // The first read is what tells a database from another kind of file.
    connection.pragma('schema_version')
    return connection
  } catch (error) {
    throw asStoreError(error, file)
  }
}

function refuseNewer(connection: Sqlite.Database, file: string): void {
  const hasMigrations = connection.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
  if (hasMigrations === undefined) return
  const names = connection.prepare('select name from kysely_migration').pluck().all() as string[]
  const unknown = names.filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length === 0) return
  throw new StoreError(
    'database-newer',
    `The database ${file} was made by a newer version of this program (${unknown.join(', ')}). Install that version; nothing was changed.`,
  )
}

async function migrate(build: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: build, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  return new StoreError('database-unreadable', `The database ${file} cannot be opened: ${error.message}.`)
}

function databaseOf(connection: Sqlite.Database, build: Kysely<Schema>, file: string): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    build,
    prepare,
    rows: <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).all(parameters) as Row[]
    },
    first: <Row>(query: Compilable<Row>) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).get(parameters) as Row | undefined
    },
    run: (query) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).run(parameters).changes
    },
    transaction: (work) => connection.transaction(work).immediate(),
    snapshot: (query) => snapshotOf(file, query),
    foreignChanges: () => connection.pragma('data_version', { simple: true }) as number,
    close: () => connection.close(),
  }
}

function* snapshotOf<Row>(file: string, query: Compilable<Row>): IterableIterator<Row> {
  const reader = new Sqlite(file, { readonly: true, timeout: 5000 })
  try {
    const { sql, parameters } = query.compile()
    yield* reader.prepare(sql).iterate(parameters) as IterableIterator<Row>
  } finally {
    reader.close()
  }
}
