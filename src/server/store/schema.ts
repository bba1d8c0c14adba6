/** The tables as the newest migration leaves them. Instants are ISO 8601 in UTC, `json` columns hold JSON text. */
export type Schema = {
  settings: SettingRow
  receipt_keys: ReceiptKeyRow
  register_versions: { version: number; imported_at: string }
  clusters: ClusterRow
  rounds: RoundRow
  invites: InviteRow
  devices: DeviceRow
  submissions: SubmissionRow
}

export type SettingRow = { name: string; value_json: string; set_at: string }

export type ReceiptKeyRow = { kid: string; private_jwk_json: string; public_jwk_json: string; made_at: string }

export type ClusterRow = {
  version: number
  cluster_id: string
  name: string
  chamber_code: string
  dept_code: string
  macro_sector: string
  ciiu_section: string
  founded_year: number | null
  status: string
  contact_name: string | null
  contact_email: string | null
}

export type RoundRow = { round_id: string; round_json: string; changed_at: string }

export type InviteRow = {
  invite_sha256: string
  chamber: string | null
  cluster: string | null
  made_at: string
  expires_at: string
  used_at: string | null
  used_by: string | null
}

export type DeviceRow = {
  device_id: string
  token_sha256: string
  name: string | null
  chamber: string | null
  cluster: string | null
  enrolled_at: string
  revoked_at: string | null
  /** what the device said at its last hello: it tells a device that came back empty from one with nothing to send */
  hello_at: string | null
  hello_drafts: number | null
  hello_outbox: number | null
  hello_last_seq: number | null
  hello_build: string | null
}

/** A line as it was received, with what the server found out about it in plain columns. */
export type SubmissionRow = {
  submission_id: string
  kind: 'submission' | 'tombstone'
  received_at: string
  verdict: 'stored' | 'quarantined'
  problem_code: string | null
  flags_json: string
  /** who made it; `sender_id` is who brought it, which differs after a handover */
  device_id: string
  sender_id: string
  seq: number
  parent_id: string | null
  round_id: string | null
  cluster_id: string | null
  questionnaire_id: string | null
  edition: number | null
  completed_at: string | null
  folio: string | null
  stage: string | null
  index_value: number | null
  completeness: number | null
  result_status: string | null
  server_agrees: number | null
  /** null where it would repeat the result inside the bytes */
  server_result_json: string | null
  sha256: string
  receipt: string
  bytes: Uint8Array
}
