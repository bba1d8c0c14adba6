import { Controller, type Scope } from '#domain/protocol.ts'
import { type FormerCluster, RegisterCluster, type RegisterRow } from '#domain/register.ts'
import { Round } from '#domain/round.ts'
import type { ClusterRow } from './schema.ts'
import type { SqliteDatabase } from './sqlite.ts'
import type { Directory, Store } from './store.ts'
import { StoreError } from './storeError.ts'

type RegisterStore = Pick<
  Store,
  'directory' | 'clustersIn' | 'formerClusters' | 'importRegister' | 'putRound' | 'setController'
>

/** The register by version, the rounds, and the controller. */
export function registerTables(database: SqliteDatabase): RegisterStore {
  let kept: { directory: Directory; foreignChanges: number } | undefined
  const directory = (): Directory => {
    const foreignChanges = database.foreignChanges()
    if (kept?.foreignChanges !== foreignChanges) kept = { directory: readDirectory(database), foreignChanges }
    return kept.directory
  }
  return {
    directory: async () => directory(),
    clustersIn: async (scope) => [...directory().register.clusters.values()].filter((cluster) => isIn(scope, cluster)),
    formerClusters: async () => formerClusters(database),
    importRegister: async (rows, at) => {
      kept = undefined
      return { version: importRegister(database, rows, at) }
    },
    putRound: async (round, at) => {
      kept = undefined
      putRound(database, round, at)
    },
    setController: async (controller, at) => {
      kept = undefined
      putSetting(database, 'controller', controller, at)
    },
  }
}

/** The one rule of what a scope lets see. */
export function isIn(scope: Scope, cluster: Pick<RegisterCluster, 'clusterId' | 'chamberCode'>): boolean {
  if (scope.cluster !== null) return cluster.clusterId === scope.cluster
  return scope.chamber === null || cluster.chamberCode === scope.chamber
}

function readDirectory(database: SqliteDatabase): Directory {
  const { build } = database
  const setting = database.first(build.selectFrom('settings').selectAll().where('name', '=', 'controller'))
  const newest = database.first(build.selectFrom('register_versions').selectAll().orderBy('version', 'desc').limit(1))
  const version = newest?.version ?? 0
  const clusters = database.rows(
    build.selectFrom('clusters').selectAll().where('version', '=', version).orderBy('cluster_id'),
  )
  const rounds = database.rows(build.selectFrom('rounds').selectAll().orderBy('round_id'))
  return {
    controller: setting === undefined ? null : Controller.parse(JSON.parse(setting.value_json)),
    rounds: rounds.map((row) => Round.parse(JSON.parse(row.round_json))),
    register: {
      version,
      asOf: newest?.imported_at ?? null,
      clusters: new Map(clusters.map((row) => [row.cluster_id, clusterOf(row)])),
    },
  }
}

function clusterOf(row: ClusterRow): RegisterCluster {
  return RegisterCluster.parse({
    clusterId: row.cluster_id,
    name: row.name,
    chamberCode: row.chamber_code,
    deptCode: row.dept_code,
    macroSector: row.macro_sector,
    ciiuSection: row.ciiu_section,
    foundedYear: row.founded_year,
    status: row.status,
  })
}

function formerClusters(database: SqliteDatabase): Map<string, FormerCluster> {
  const { build } = database
  const rows = database.rows(build.selectFrom('clusters').select(['cluster_id', 'name', 'version']).orderBy('version'))
  const newest = database.first(build.selectFrom('register_versions').select('version').orderBy('version', 'desc'))
  const last = new Map(rows.map((row) => [row.cluster_id, { name: row.name, lastVersion: row.version }]))
  return new Map([...last].filter(([, { lastVersion }]) => lastVersion !== newest?.version))
}

function importRegister(database: SqliteDatabase, rows: readonly RegisterRow[], at: string): number {
  const { build } = database
  return database.transaction(() => {
    const newest = database.first(build.selectFrom('register_versions').select('version').orderBy('version', 'desc'))
    const version = (newest?.version ?? 0) + 1
    database.run(build.insertInto('register_versions').values({ version, imported_at: at }))
    for (const row of rows) {
      database.run(
        build.insertInto('clusters').values({
          version,
          cluster_id: row.clusterId,
          name: row.name,
          chamber_code: row.chamberCode,
          dept_code: row.deptCode,
          macro_sector: row.macroSector,
          ciiu_section: row.ciiuSection,
          founded_year: row.foundedYear,
          status: row.status,
          contact_name: row.contactName,
          contact_email: row.contactEmail,
        }),
      )
    }
    return version
  })
}

function putRound(database: SqliteDatabase, round: Round, at: string): void {
  const { build } = database
  const values = { round_json: JSON.stringify(round), changed_at: at }
  database.transaction(() => {
    const controller = database.first(build.selectFrom('settings').select('name').where('name', '=', 'controller'))
    if (controller === undefined && round.status === 'open') {
      throw new StoreError(
        'trial-mode',
        `Round ${round.roundId} cannot be opened in trial mode. Set the data controller first: npm run import -- controller FILE.`,
      )
    }
    database.run(
      build
        .insertInto('rounds')
        .values({ round_id: round.roundId, ...values })
        .onConflict((conflict) => conflict.column('round_id').doUpdateSet(values)),
    )
  })
}

function putSetting(database: SqliteDatabase, name: string, value: unknown, at: string): void {
  const values = { value_json: JSON.stringify(value), set_at: at }
  database.run(
    database.build
      .insertInto('settings')
      .values({ name, ...values })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values)),
  )
}
