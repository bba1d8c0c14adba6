import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'

/** Everything that the first published server keeps. */
export const m0001Foundation: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createSettings(db)
    await createRegister(db)
    await createDevices(db)
    await createSubmissions(db)
  },
}

// STRICT: a column holds the type it was declared with, as in every other database.
function strict<T extends CreateTableBuilder<string, string>>(table: T): Promise<void> {
  return table.modifyEnd(sql`strict`).execute()
}

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('settings')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value_json', 'text', (column) => column.notNull())
      .addColumn('set_at', 'text', (column) => column.notNull()),
  )
  await strict(
    db.schema
      .createTable('receipt_keys')
      .addColumn('kid', 'text', (column) => column.primaryKey())
      .addColumn('private_jwk_json', 'text', (column) => column.notNull())
      .addColumn('public_jwk_json', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull()),
  )
}

async function createRegister(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('register_versions')
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('imported_at', 'text', (column) => column.notNull()),
  )
  await strict(
    db.schema
      .createTable('clusters')
      .addColumn('version', 'integer', (column) => column.notNull().references('register_versions.version'))
      .addColumn('cluster_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('chamber_code', 'text', (column) => column.notNull())
      .addColumn('dept_code', 'text', (column) => column.notNull())
      .addColumn('macro_sector', 'text', (column) => column.notNull())
      .addColumn('ciiu_section', 'text', (column) => column.notNull())
      .addColumn('founded_year', 'integer')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('contact_name', 'text')
      .addColumn('contact_email', 'text')
      .addPrimaryKeyConstraint('clusters_pk', ['version', 'cluster_id']),
  )
  await strict(
    db.schema
      .createTable('rounds')
      .addColumn('round_id', 'text', (column) => column.primaryKey())
      .addColumn('round_json', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull()),
  )
}

async function createDevices(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('invites')
      .addColumn('invite_sha256', 'text', (column) => column.primaryKey())
      .addColumn('chamber', 'text')
      .addColumn('cluster', 'text')
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('used_by', 'text'),
  )
  await strict(
    db.schema
      .createTable('devices')
      .addColumn('device_id', 'text', (column) => column.primaryKey())
      .addColumn('token_sha256', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text')
      .addColumn('chamber', 'text')
      .addColumn('cluster', 'text')
      .addColumn('enrolled_at', 'text', (column) => column.notNull())
      .addColumn('revoked_at', 'text')
      .addColumn('hello_at', 'text')
      .addColumn('hello_drafts', 'integer')
      .addColumn('hello_outbox', 'integer')
      .addColumn('hello_last_seq', 'integer')
      .addColumn('hello_build', 'text'),
  )
}

async function createSubmissions(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('submissions')
      .addColumn('submission_id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('problem_code', 'text')
      .addColumn('flags_json', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('sender_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('parent_id', 'text')
      .addColumn('round_id', 'text')
      .addColumn('cluster_id', 'text')
      .addColumn('questionnaire_id', 'text')
      .addColumn('edition', 'integer')
      .addColumn('completed_at', 'text')
      .addColumn('folio', 'text')
      .addColumn('stage', 'text')
      .addColumn('index_value', 'real')
      .addColumn('completeness', 'real')
      .addColumn('result_status', 'text')
      .addColumn('server_agrees', 'integer')
      .addColumn('server_result_json', 'text')
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('receipt', 'text', (column) => column.notNull())
      // Last: a scan of the columns before it does not read the pages that hold the answers.
      .addColumn('bytes', 'blob', (column) => column.notNull()),
  )
  await db.schema
    .createIndex('submissions_received')
    .on('submissions')
    .columns(['received_at', 'submission_id'])
    .execute()
  await db.schema.createIndex('submissions_device_seq').on('submissions').columns(['device_id', 'seq']).execute()
  await db.schema
    .createIndex('submissions_parent')
    .on('submissions')
    .columns(['parent_id', 'received_at'])
    .where(sql.ref('parent_id'), 'is not', null)
    .execute()
}
