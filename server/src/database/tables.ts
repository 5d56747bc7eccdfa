import type { Generated, JSONColumnType } from 'kysely'
import type { ObligationKind } from '@daodi/domain/policy/policy.ts'

/** jsonb: read as a value, written as text. */
type Json = JSONColumnType<Record<string, unknown>, string, string>
type JsonList = JSONColumnType<unknown[], string, string>
type Instant = string

/** One row per migration that has run; `number` is the NNNN of its file, `checksum` the SHA-256 of its text. */
interface SchemaMigrationsTable { number: number; name: string; checksum: string; applied_at: Generated<string> }
interface InstallationTable { only_one: Generated<boolean>; kind: 'demo' | 'real'; created_at: Generated<Instant>; setup_digest: Buffer | null; ledger_algorithm: Generated<'sha256' | 'sm3'>; secret: Generated<Buffer> }
interface InstitutionsTable {
  id: string; parent_id: string | null; position: Generated<number>; name: string; short_name: string; time_zone: Generated<string>; phone: string | null
  root_unit_id: string | null; created_at: Generated<Instant>
}
interface PoliciesTable { digest: string; document: Json; idle_minutes: Generated<number | null> }
interface UnitsTable {
  institution_id: string; id: string; parent_id: string | null; path: string[]; kind: 'institution' | 'department' | 'window'; name: string
  register_code: string | null; phone: string | null; room: string | null; position: Generated<number>; policy_digest: string; duties: string | null; authority: string | null
}
interface PolicyVersionsTable {
  institution_id: string; unit_id: string; version: number; document: Json; published_at: Instant; published_by: string | null
  note: Generated<string | null>; restores: Generated<number | null>
}
interface PolicyDraftsTable { institution_id: string; unit_id: string; person_id: string; based_on: number; document: Json; saved_at: Instant }
interface CalendarsTable {
  institution_id: string; unit_id: string; version: number; document: Json; published_at: Instant; published_by: Generated<string | null>; note: Generated<string | null>
  restores: Generated<number | null>
}
interface PeopleTable {
  institution_id: string; id: string; unit_id: string; name: string; pinyin: Generated<string>; initials: Generated<string>; spellings: Generated<string>; post: string | null; phone: string | null
  room: string | null; login: string; password_hash: string | null; password_set_by_other: Generated<boolean>; failed_sign_ins: Generated<number>
  locked_until: Instant | null; disabled_at: Instant | null; last_seen_at: Instant | null; demo_role: string | null; created_at: Generated<Instant>
  other_phones: Generated<string[]>; other_rooms: Generated<string[]>; languages: Generated<string[]>; qualifications: Generated<string[]>
  employment: Generated<'regular' | 'dispatched' | 'temporary'>
}
interface PostsTable {
  institution_id: string; id: string; unit_id: string; name: string; duties: string | null; authority: string | null; limits: string | null; rank: Generated<number>
  languages: Generated<string[]>; qualifications: Generated<string[]>; position: Generated<number>; removed_at: Instant | null
}
interface PostHoldersTable { institution_id: string; post_id: string; person_id: string; exception_reason: string | null }
interface DesksTable {
  institution_id: string; id: string; unit_id: string; kind: 'window' | 'desk' | 'office' | 'seat'; name: string; scope: string | null; room: string | null; phone: string | null
  hours: JsonList; public: Generated<boolean>; position: Generated<number>; removed_at: Instant | null
}
interface DeskStaffTable { institution_id: string; desk_id: string; person_id: string }
interface GroupsTable {
  institution_id: string; id: string; unit_id: string; kind: 'leading' | 'working' | 'firstContact' | 'other'; name: string; mandate: string | null; manager_id: string | null
  removed_at: Instant | null
}
interface GroupMembersTable { institution_id: string; group_id: string; person_id: string; part: Generated<'member' | 'trainer'> }
interface OutsideContactsTable {
  institution_id: string; id: string; name: string; pinyin: Generated<string>; initials: Generated<string>; spellings: Generated<string>; scope: string | null; keywords: Generated<string[]>; phone: string | null
  address: string | null; hours: string | null; removed_at: Instant | null
}
interface DirectoryImportsTable {
  institution_id: string; id: string; person_id: string; file_name: string; file_digest: string; sheets: Json; created_at: Instant; applied_at: Instant | null
}
interface UnitPostsTable { institution_id: string; unit_id: string; post: string; person_id: string }
interface GrantsTable { institution_id: string; person_id: string; role: 'receptionist' | 'head' | 'leader' | 'supervisor' | 'administrator'; unit_id: string }
interface SessionsTable { digest: Buffer; institution_id: string; person_id: string; created_at: Instant; seen_at: Instant }
interface ApiTokensTable {
  institution_id: string; id: string; person_id: string; name: string; digest: Buffer; scope: 'read' | 'register' | 'act'; created_at: Instant; expires_at: Instant
  last_used_at: Instant | null; revoked_at: Instant | null
}
interface RateLimitsTable { key: string; window_start: Instant; count: number }
interface IdempotencyKeysTable { caller: string; key: string; request_digest: Buffer; status: number | null; reply: Json | null; case_id: string | null; created_at: Instant }
interface MattersTable {
  institution_id: string; id: string; unit_id: string; person_id: string | null; name: string; category: string | null; keywords: Generated<string[]>; papers: JsonList
  room: string | null; phone: string | null; working_days: number | null; promised: { amount: number; unit: string } | null; on_spot: Generated<boolean>; citation: string | null; answer: string | null; words: string
  post_id: string | null; synonyms: Generated<string[]>; examples: Generated<string[]>; conditions: string | null; procedure: string | null; fee: string | null; fee_basis: string | null
  statutory_days: number | null; valid_from: string | null; valid_until: string | null; lenient: Generated<boolean>; citation_required: Generated<boolean>
  everyday: Generated<boolean>; edition: Generated<number>; removed_in: number | null
}
interface RequestersTable {
  institution_id: string; id: string; name: string | null; phone: string | null; phone_digits: string | null; organization: string | null; address: string | null
  email: Generated<string | null>; declined: Generated<boolean>; created_at: Instant; erased_at: Instant | null
}
interface RegisterCountersTable { institution_id: string; unit_id: string; day: string; last: number }
interface CasesTable {
  institution_id: string; id: string; number: string; desk_id: Generated<string | null>; register_unit_id: string; register_day: string; register_serial: number; status: string; round: number
  channel: string; category: string; urgency: string; confidential: boolean; requester_id: string | null; matter_id: string | null; matter_edition: number | null; subject_id: string
  first_contact_id: string; first_contact_unit_id: string; handler_id: string; handler_unit_id: string; pending_unit_id: string | null; pending_person_id: string | null
  registered_at: Instant; due_at: Instant | null; due_estimated: Generated<boolean>; late: Generated<boolean>; outcome: string | null; explanation_id: string | null
  told: Generated<boolean>; attempts: Generated<number>; ended_at: Instant | null; grade: number | null; policy_digest: string; code_digest: Buffer
  successions: Generated<number>; referred: Generated<number>; returned: Generated<number>; head_seq: number; head_hash: string; state: Json; parent_id: string | null; merged_into_id: string | null
}
interface TextsTable { institution_id: string; id: string; case_id: string; kind: string; body: string | null; salt: Buffer | null }
interface AttachmentsTable {
  institution_id: string; id: string; case_id: string; person_id: string | null; name: string | null; media_type: string; size: number; created_at: Instant; erased_at: Instant | null
}
interface ObligationsTable {
  institution_id: string; id: string; case_id: string | null; stream: string | null; plan: Json | null; policy_digest: string | null
  kind: ObligationKind; state: 'open' | 'met' | 'void'
  person_id: string | null; unit_id: string; opened_at: Instant; opened_seq: number; warn_at: Instant | null; due_at: Instant; estimated: boolean; next_at: Instant | null
  late_at: Instant | null; rung: number; paused_at: Instant | null; closed_at: Instant | null; closed_seq: number | null
}
interface ObligationRungsTable { institution_id: string; obligation_id: string; rung: number; person_id: string; fired_at: Instant }
interface CaseViewersTable { institution_id: string; viewer: string; case_id: string }
interface CaseSearchTable { institution_id: string; case_id: string; words: string; open: Generated<boolean> }
interface LedgerEntriesTable {
  institution_id: string; stream: string; seq: number; at: Instant; actor: string; kind: string; data: Json; prev: string; hash: string; algorithm: 'sha256' | 'sm3'
  xid: Generated<string>
}
interface LedgerSealsTable {
  number: number; at: Instant; from_xid: string; to_xid: string; entries: number; segments: JsonList; root: string; prev: string; hash: string; algorithm: 'sha256' | 'sm3'
}
interface ImportedRowsTable { institution_id: string; unit_id: string; identity: Buffer; content: Buffer; case_id: string; imported_at: Instant }
interface ShiftKindsTable {
  institution_id: string; id: string; unit_id: string; name: string; from_time: string; to_time: string; weekdays: number[]; post: string | null; team: string | null; desk_id: Generated<string | null>
  least: Generated<number>; needs: Generated<string[]>; criteria: Generated<string[]>; retired_at: Instant | null; post_id: string | null; main: Generated<boolean>; tasks: JsonList
}
interface ShiftsTable {
  institution_id: string; id: string; kind_id: string; unit_id: string; person_id: string; day: string; starts_at: Instant; ends_at: Instant; override_reason: string | null
  begun_at: Instant | null; ended_at: Instant | null
}
interface AbsencesTable {
  institution_id: string; id: string; person_id: string; kind: 'leave' | 'trip' | 'out'; from_at: Instant; to_at: Instant | null; deputy_id: string | null; note: string | null
  recorded_by: string
}
interface CoversTable { institution_id: string; person_id: string; deputy_id: string }
interface PersonSkillsTable { institution_id: string; person_id: string; skill: string }
interface RosterFeedsTable { institution_id: string; person_id: string; digest: Buffer; created_at: Instant }
interface ShiftHandoversTable {
  institution_id: string; shift_id: string; successor_id: string; notes: string | null; salt: Buffer | null; contents: Json; written_at: Instant; accepted_at: Instant | null
}
interface ShiftRoundsTable { institution_id: string; id: string; shift_id: string; items: JsonList; done_at: Instant }
interface ShiftTasksTable {
  institution_id: string; id: string; shift_id: string; unit_id: string; occasion: string | null; task: string; person_id: string; offered_to: string | null; received_by: string | null
  since: Instant; due_at: Instant; items: JsonList; satisfaction: boolean; grade: number | null; comment: string | null; salt: Buffer | null; done_at: Instant | null; done_by: string | null
}
interface WalkroundsTable {
  institution_id: string; id: string; unit_id: string; title: string; visitor_id: string; receiver_id: string | null; at: Instant; planned_by: string; findings: JsonList | null
  salt: Buffer | null; recorded_at: Instant | null; recorded_by: string | null; cancelled_at: Instant | null
}
interface BellsTable {
  institution_id: string; id: string; unit_id: string; team: string | null; place: string; rung_at: Instant; open_to_all_at: Instant; answered_by: string | null; answered_at: Instant | null
}
interface SuccessionsTable {
  institution_id: string; id: string; leaver_id: string; successor_id: string; case_id: string; named_by: string; named_at: Instant; signed_at: Instant | null
}
interface ExportsTable {
  institution_id: string; id: string; person_id: string; layout: 'brief' | 'full'; language: 'zh-CN' | 'en'; filters: Json; state: 'waiting' | 'running' | 'done' | 'failed'
  done: Generated<number>; total: number | null; created_at: Instant
}

interface NoticesTable {
  institution_id: string; person_id: string; id: string; kind: string; case_id: string | null; seq: number | null; actor: string; detail: Json; at: Instant
  read_at: Instant | null; xid: Generated<string>
}
interface NoticePreferencesTable {
  institution_id: string; person_id: string; email: string | null; mail: Json; quiet_from: string | null; quiet_to: string | null; digest_at: string | null
  digest_day: string | null; digest_upto: Instant | null; changed_at: Instant
}
interface MailSettingsTable {
  institution_id: string; host: string; port: number; security: 'tls' | 'starttls' | 'none'; login: string | null; password: string | null; password_box: string | null; sender: string
  sender_name: string | null; changed_at: Instant
}
interface WebhookEndpointsTable {
  institution_id: string; id: string; name: string; url: string; kinds: string[]; secret: string | null; former_secret: string | null; former_until: Instant | null; secret_box: string | null; former_secret_box: string | null
  failures: Generated<number>; most_failures: number; state: Generated<'on' | 'off' | 'failed'>; created_at: Instant
}
interface OutboxTable {
  institution_id: string; id: string; channel: 'mail' | 'webhook'; purpose: 'notice' | 'digest' | 'requester' | 'event' | 'test'; person_id: string | null
  requester_id: string | null; endpoint_id: string | null; case_id: string | null; kind: string; detail: Json; state: 'waiting' | 'sent' | 'failed' | 'given-up'
  attempts: Generated<number>; created_at: Instant; next_at: Instant | null; ended_at: Instant | null; answer: string | null
}
interface MatterDraftsTable {
  institution_id: string; matter_id: string; document: Json | null; name: string; unit_id: string; precedent_id: string | null; changed_at: Instant; changed_by: string | null
}
interface MatterEditionsTable {
  institution_id: string; number: number; published_at: Instant; published_by: string | null; note: string | null; matters: number; added: number; changed: number
  removed: number; digest: string
}
interface MatterVersionsTable {
  institution_id: string; matter_id: string; edition: number; change: 'added' | 'changed' | 'removed'; document: Json; fields: Generated<string[]>
}
interface PrecedentsTable {
  institution_id: string; id: string; case_id: string; unit_id: string; matter_id: string | null; words: string[]; ruled_by: string; ruled_at: Instant; revoked_at: Instant | null
}
interface FindingTargetsTable { institution_id: string; number: number; kind: 'unit' | 'matter'; target_id: string; cases: number; words: number }
interface FindingWordsTable { institution_id: string; word: string; units: Json; subjects: Json; matters: Json }
interface FindingLearnedTable { institution_id: string; case_id: string; unit_id: string; matter_id: string | null; round: number; words: string[] }
interface FindingProgressTable { institution_id: string; through: Instant; vocabulary: number }

/** Every table Kysely may name. Column types are what `connect` delivers: see column-values.ts. */
export interface Tables {
  schema_migrations: SchemaMigrationsTable; installation: InstallationTable; institutions: InstitutionsTable; policies: PoliciesTable; units: UnitsTable
  policy_versions: PolicyVersionsTable; policy_drafts: PolicyDraftsTable; calendars: CalendarsTable; people: PeopleTable; unit_posts: UnitPostsTable; grants: GrantsTable; sessions: SessionsTable
  api_tokens: ApiTokensTable; rate_limits: RateLimitsTable; idempotency_keys: IdempotencyKeysTable; matters: MattersTable; requesters: RequestersTable
  register_counters: RegisterCountersTable; cases: CasesTable; texts: TextsTable; attachments: AttachmentsTable; obligations: ObligationsTable
  obligation_rungs: ObligationRungsTable; case_viewers: CaseViewersTable; case_search: CaseSearchTable; ledger_entries: LedgerEntriesTable
  ledger_seals: LedgerSealsTable; exports: ExportsTable; imported_rows: ImportedRowsTable
  notices: NoticesTable; notice_preferences: NoticePreferencesTable; mail_settings: MailSettingsTable; webhook_endpoints: WebhookEndpointsTable; outbox: OutboxTable
  posts: PostsTable; post_holders: PostHoldersTable; desks: DesksTable; desk_staff: DeskStaffTable; groups: GroupsTable; group_members: GroupMembersTable
  outside_contacts: OutsideContactsTable; directory_imports: DirectoryImportsTable
  shift_kinds: ShiftKindsTable; shifts: ShiftsTable; absences: AbsencesTable; covers: CoversTable; person_skills: PersonSkillsTable; roster_feeds: RosterFeedsTable
  shift_handovers: ShiftHandoversTable; shift_rounds: ShiftRoundsTable; shift_tasks: ShiftTasksTable; walkrounds: WalkroundsTable; bells: BellsTable; successions: SuccessionsTable
  matter_drafts: MatterDraftsTable; matter_editions: MatterEditionsTable; matter_versions: MatterVersionsTable; precedents: PrecedentsTable
  finding_targets: FindingTargetsTable; finding_words: FindingWordsTable; finding_learned: FindingLearnedTable; finding_progress: FindingProgressTable
}
