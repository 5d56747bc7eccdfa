-- The schema after all migrations, as read from the database. Written by tools/write-schema.ts; not to be edited or run.

table public.absences
  institution_id uuid not null
  id uuid not null
  person_id uuid not null
  kind text not null
  from_at timestamp(3) with time zone not null
  to_at timestamp(3) with time zone
  deputy_id uuid
  note text
  recorded_by uuid not null
  constraint absences_pkey PRIMARY KEY (institution_id, id)
  constraint absences_institution_id_deputy_id_fkey FOREIGN KEY (institution_id, deputy_id) REFERENCES people(institution_id, id)
  constraint absences_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint absences_check CHECK (((to_at IS NULL) OR (to_at > from_at)))
  constraint absences_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'trip'::text, 'out'::text])))
  CREATE INDEX absences_deputy ON public.absences USING btree (institution_id, deputy_id) WHERE (deputy_id IS NOT NULL)
  CREATE INDEX absences_person ON public.absences USING btree (institution_id, person_id, to_at)
  CREATE INDEX absences_time ON public.absences USING btree (institution_id, to_at)

table public.api_tokens
  institution_id uuid not null
  id uuid not null
  person_id uuid not null
  name text not null
  digest bytea not null
  scope text not null
  created_at timestamp(3) with time zone not null
  expires_at timestamp(3) with time zone not null
  last_used_at timestamp(3) with time zone
  revoked_at timestamp(3) with time zone
  constraint api_tokens_pkey PRIMARY KEY (institution_id, id)
  constraint api_tokens_digest_key UNIQUE (digest)
  constraint api_tokens_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint api_tokens_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'register'::text, 'act'::text])))
  CREATE INDEX api_tokens_person ON public.api_tokens USING btree (institution_id, person_id)

table public.attachments
  institution_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid
  name text
  media_type text not null
  size integer not null
  created_at timestamp(3) with time zone not null
  erased_at timestamp(3) with time zone
  constraint attachments_pkey PRIMARY KEY (institution_id, id)
  constraint attachments_institution_id_case_id_fkey FOREIGN KEY (institution_id, case_id) REFERENCES cases(institution_id, id)
  CREATE INDEX attachments_case ON public.attachments USING btree (institution_id, case_id)

table public.bells
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  team text
  place text not null
  rung_at timestamp(3) with time zone not null
  open_to_all_at timestamp(3) with time zone not null
  answered_by uuid
  answered_at timestamp(3) with time zone
  constraint bells_pkey PRIMARY KEY (institution_id, id)
  constraint bells_institution_id_answered_by_fkey FOREIGN KEY (institution_id, answered_by) REFERENCES people(institution_id, id)
  constraint bells_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint bells_check CHECK (((answered_by IS NULL) = (answered_at IS NULL)))
  CREATE INDEX bells_open ON public.bells USING btree (institution_id, rung_at) WHERE (answered_at IS NULL)
  CREATE INDEX bells_unit ON public.bells USING btree (institution_id, unit_id, rung_at)

table public.calendars
  institution_id uuid not null
  version integer not null
  document jsonb not null
  published_at timestamp(3) with time zone not null
  unit_id uuid not null
  published_by uuid
  note text
  restores integer
  constraint calendars_pkey PRIMARY KEY (institution_id, unit_id, version)
  constraint calendars_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint calendars_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint calendars_restores_check CHECK ((restores > 0))
  constraint calendars_version_check CHECK ((version > 0))

table public.case_search
  institution_id uuid not null
  case_id uuid not null
  words tsvector not null
  open boolean default false not null
  constraint case_search_pkey PRIMARY KEY (institution_id, case_id)
  CREATE INDEX case_search_open ON public.case_search USING gin (words) WITH (gin_pending_list_limit='128') WHERE open
  CREATE INDEX case_search_words ON public.case_search USING gin (words) WITH (gin_pending_list_limit='128')

table public.case_viewers
  institution_id uuid not null
  viewer text not null
  case_id uuid not null
  constraint case_viewers_pkey PRIMARY KEY (institution_id, viewer, case_id)
  CREATE INDEX case_viewers_case ON public.case_viewers USING btree (institution_id, case_id)

table public.cases
  institution_id uuid not null
  id uuid not null
  number text not null
  register_unit_id uuid not null
  register_day date not null
  register_serial integer not null
  status text not null
  round integer not null
  channel text not null
  category text not null
  urgency text not null
  confidential boolean not null
  requester_id uuid
  matter_id uuid
  subject_id uuid not null
  first_contact_id uuid not null
  first_contact_unit_id uuid not null
  handler_id uuid not null
  handler_unit_id uuid not null
  pending_unit_id uuid
  pending_person_id uuid
  registered_at timestamp(3) with time zone not null
  due_at timestamp(3) with time zone
  due_estimated boolean default false not null
  late boolean default false not null
  outcome text
  explanation_id uuid
  told boolean default false not null
  attempts integer default 0 not null
  ended_at timestamp(3) with time zone
  grade integer
  policy_digest text not null
  code_digest bytea not null
  successions integer default 0 not null
  head_seq integer not null
  head_hash text not null
  state jsonb not null
  matter_edition integer
  parent_id uuid
  merged_into_id uuid
  desk_id uuid
  unpromised_from timestamp(3) with time zone
  unfollowed_since timestamp(3) with time zone
  referred smallint default 0 not null
  returned smallint default 0 not null
  constraint cases_pkey PRIMARY KEY (institution_id, id)
  constraint cases_institution_id_number_key UNIQUE (institution_id, number)
  constraint cases_institution_id_register_unit_id_register_day_register_key UNIQUE (institution_id, register_unit_id, register_day, register_serial)
  constraint cases_desk_fkey FOREIGN KEY (institution_id, desk_id) REFERENCES desks(institution_id, id)
  constraint cases_institution_id_first_contact_id_fkey FOREIGN KEY (institution_id, first_contact_id) REFERENCES people(institution_id, id)
  constraint cases_institution_id_first_contact_unit_id_fkey FOREIGN KEY (institution_id, first_contact_unit_id) REFERENCES units(institution_id, id)
  constraint cases_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint cases_institution_id_handler_id_fkey FOREIGN KEY (institution_id, handler_id) REFERENCES people(institution_id, id)
  constraint cases_institution_id_handler_unit_id_fkey FOREIGN KEY (institution_id, handler_unit_id) REFERENCES units(institution_id, id)
  constraint cases_institution_id_matter_id_fkey FOREIGN KEY (institution_id, matter_id) REFERENCES matters(institution_id, id)
  constraint cases_institution_id_requester_id_fkey FOREIGN KEY (institution_id, requester_id) REFERENCES requesters(institution_id, id)
  constraint cases_policy_digest_fkey FOREIGN KEY (policy_digest) REFERENCES policies(digest)
  constraint cases_grade_check CHECK (((grade >= 1) AND (grade <= 5)))
  constraint cases_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'explained'::text, 'outside'::text, 'withdrawn'::text, 'merged'::text])))
  constraint cases_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'handling'::text, 'resolved'::text, 'answered'::text, 'closed'::text, 'withdrawn'::text, 'merged'::text])))
  constraint closed_has_outcome CHECK (((status <> 'closed'::text) OR (outcome IS NOT NULL)))
  constraint ended_has_time CHECK (((status = ANY (ARRAY['closed'::text, 'withdrawn'::text, 'merged'::text])) = (ended_at IS NOT NULL)))
  constraint no_reply_no_close CHECK (((status <> 'closed'::text) OR told OR (attempts > 0)))
  constraint outcome_is_explained CHECK (((outcome IS NULL) OR (outcome <> ALL (ARRAY['explained'::text, 'outside'::text])) OR (explanation_id IS NOT NULL)))
  constraint pending_only_while_handling CHECK (((pending_unit_id IS NULL) OR (status = 'handling'::text)))
  CREATE INDEX cases_category ON public.cases USING btree (institution_id, category, id)
  CREATE INDEX cases_desk ON public.cases USING btree (institution_id, desk_id, id) WHERE (desk_id IS NOT NULL)
  CREATE INDEX cases_ended ON public.cases USING btree (institution_id, ended_at) WHERE (ended_at IS NOT NULL)
  CREATE INDEX cases_first_contact ON public.cases USING btree (institution_id, first_contact_id, id)
  CREATE INDEX cases_handler ON public.cases USING btree (institution_id, handler_id, id)
  CREATE INDEX cases_late ON public.cases USING btree (institution_id, id) WHERE late
  CREATE INDEX cases_merged_into ON public.cases USING btree (institution_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
  CREATE INDEX cases_open ON public.cases USING btree (institution_id, id) WHERE (ended_at IS NULL)
  CREATE INDEX cases_open_of_first_contact ON public.cases USING btree (institution_id, first_contact_id, id) WHERE (ended_at IS NULL)
  CREATE INDEX cases_open_of_handler ON public.cases USING btree (institution_id, handler_id, id) WHERE (ended_at IS NULL)
  CREATE INDEX cases_open_of_unit ON public.cases USING btree (institution_id, handler_unit_id) WHERE (ended_at IS NULL)
  CREATE INDEX cases_outcome ON public.cases USING btree (institution_id, outcome, id) WHERE (outcome IS NOT NULL)
  CREATE INDEX cases_parent ON public.cases USING btree (institution_id, parent_id) WHERE (parent_id IS NOT NULL)
  CREATE INDEX cases_passed_on ON public.cases USING btree (institution_id, id) WHERE ((referred > 1) OR (returned > 1))
  CREATE INDEX cases_requester ON public.cases USING btree (institution_id, requester_id, id) WHERE (requester_id IS NOT NULL)
  CREATE INDEX cases_status ON public.cases USING btree (institution_id, status, id)
  CREATE INDEX cases_unfollowed ON public.cases USING btree (institution_id, first_contact_id, unfollowed_since, id) WHERE (unfollowed_since IS NOT NULL)
  CREATE INDEX cases_unpromised ON public.cases USING btree (institution_id, id) WHERE (unpromised_from IS NOT NULL)
  CREATE CONSTRAINT TRIGGER cases_owed AFTER INSERT OR UPDATE OF status ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = ANY (ARRAY['registered'::text, 'handling'::text, 'resolved'::text]))) EXECUTE FUNCTION hold_case_owed()
  CREATE CONSTRAINT TRIGGER cases_owners AFTER UPDATE OF first_contact_id, handler_id ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.first_contact_id IS DISTINCT FROM new.first_contact_id) OR (old.handler_id IS DISTINCT FROM new.handler_id))) EXECUTE FUNCTION hold_case_owners()
  CREATE CONSTRAINT TRIGGER cases_owners_present AFTER INSERT ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.ended_at IS NULL)) EXECUTE FUNCTION hold_case_owners_present()
  CREATE CONSTRAINT TRIGGER cases_owners_still_present AFTER UPDATE OF first_contact_id, handler_id, ended_at ON public.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.ended_at IS NULL) AND ((old.ended_at IS NOT NULL) OR (old.handler_id <> new.handler_id) OR (old.first_contact_id <> new.first_contact_id)))) EXECUTE FUNCTION hold_case_owners_present()

table public.covers
  institution_id uuid not null
  person_id uuid not null
  deputy_id uuid not null
  constraint covers_pkey PRIMARY KEY (institution_id, person_id)
  constraint covers_institution_id_deputy_id_fkey FOREIGN KEY (institution_id, deputy_id) REFERENCES people(institution_id, id)
  constraint covers_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint covers_check CHECK ((deputy_id <> person_id))
  CREATE INDEX covers_deputy ON public.covers USING btree (institution_id, deputy_id)

table public.desk_staff
  institution_id uuid not null
  desk_id uuid not null
  person_id uuid not null
  constraint desk_staff_pkey PRIMARY KEY (institution_id, desk_id, person_id)
  constraint desk_staff_institution_id_desk_id_fkey FOREIGN KEY (institution_id, desk_id) REFERENCES desks(institution_id, id)
  constraint desk_staff_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  CREATE INDEX desk_staff_person ON public.desk_staff USING btree (institution_id, person_id)

table public.desks
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  kind text not null
  name text not null
  scope text
  room text
  phone text
  hours jsonb default '[]'::jsonb not null
  public boolean default true not null
  "position" integer default 0 not null
  removed_at timestamp(3) with time zone
  constraint desks_pkey PRIMARY KEY (institution_id, id)
  constraint desks_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint desks_kind_check CHECK ((kind = ANY (ARRAY['window'::text, 'desk'::text, 'office'::text, 'seat'::text])))
  CREATE UNIQUE INDEX desks_name ON public.desks USING btree (institution_id, unit_id, name) WHERE (removed_at IS NULL)

table public.directory_imports
  institution_id uuid not null
  id uuid not null
  person_id uuid not null
  file_name text not null
  file_digest text not null
  sheets jsonb not null
  created_at timestamp(3) with time zone not null
  applied_at timestamp(3) with time zone
  constraint directory_imports_pkey PRIMARY KEY (institution_id, id)
  constraint directory_imports_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint directory_imports_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  CREATE INDEX directory_imports_created ON public.directory_imports USING btree (created_at)

table public.exports
  institution_id uuid not null
  id uuid not null
  person_id uuid not null
  layout text not null
  language text not null
  filters jsonb not null
  state text not null
  done integer default 0 not null
  total integer
  created_at timestamp(3) with time zone not null
  constraint exports_pkey PRIMARY KEY (institution_id, id)
  constraint exports_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
  CREATE INDEX exports_created ON public.exports USING btree (created_at)

table public.finding_learned
  institution_id uuid not null
  case_id uuid not null
  unit_id uuid not null
  matter_id uuid
  round integer not null
  words text[] not null
  constraint finding_learned_pkey PRIMARY KEY (institution_id, case_id)

table public.finding_progress
  institution_id uuid not null
  through timestamp(3) with time zone not null
  vocabulary integer not null
  constraint finding_progress_pkey PRIMARY KEY (institution_id)
  constraint finding_progress_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)

table public.finding_targets
  institution_id uuid not null
  number integer not null
  kind text not null
  target_id uuid not null
  cases integer not null
  words integer not null
  constraint finding_targets_pkey PRIMARY KEY (institution_id, kind, target_id)
  constraint finding_targets_institution_id_number_key UNIQUE (institution_id, number)
  constraint finding_targets_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint finding_targets_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'matter'::text])))

table public.finding_words
  institution_id uuid not null
  word text collate "C" not null
  units jsonb not null
  matters jsonb not null
  subjects jsonb default '{}'::jsonb not null
  constraint finding_words_pkey PRIMARY KEY (institution_id, word)
  constraint finding_words_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)

table public.grants
  institution_id uuid not null
  person_id uuid not null
  role text not null
  unit_id uuid not null
  constraint grants_pkey PRIMARY KEY (institution_id, person_id, role, unit_id)
  constraint grants_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint grants_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint grants_role_check CHECK ((role = ANY (ARRAY['receptionist'::text, 'head'::text, 'leader'::text, 'supervisor'::text, 'administrator'::text])))

table public.group_members
  institution_id uuid not null
  group_id uuid not null
  person_id uuid not null
  part text default 'member'::text not null
  constraint group_members_pkey PRIMARY KEY (institution_id, group_id, person_id)
  constraint group_members_institution_id_group_id_fkey FOREIGN KEY (institution_id, group_id) REFERENCES groups(institution_id, id)
  constraint group_members_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint group_members_part_check CHECK ((part = ANY (ARRAY['member'::text, 'trainer'::text])))
  CREATE INDEX group_members_person ON public.group_members USING btree (institution_id, person_id)

table public.groups
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  kind text not null
  name text not null
  mandate text
  manager_id uuid
  removed_at timestamp(3) with time zone
  constraint groups_pkey PRIMARY KEY (institution_id, id)
  constraint groups_institution_id_manager_id_fkey FOREIGN KEY (institution_id, manager_id) REFERENCES people(institution_id, id)
  constraint groups_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint groups_kind_check CHECK ((kind = ANY (ARRAY['leading'::text, 'working'::text, 'firstContact'::text, 'other'::text])))
  CREATE INDEX groups_manager ON public.groups USING btree (institution_id, manager_id) WHERE ((removed_at IS NULL) AND (manager_id IS NOT NULL))
  CREATE UNIQUE INDEX groups_name ON public.groups USING btree (institution_id, name) WHERE (removed_at IS NULL)

table public.idempotency_keys
  caller text not null
  key text not null
  request_digest bytea not null
  status integer
  reply jsonb
  case_id uuid
  created_at timestamp(3) with time zone not null
  constraint idempotency_keys_pkey PRIMARY KEY (caller, key)
  CREATE INDEX idempotency_keys_case ON public.idempotency_keys USING btree (case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (created_at)

table public.imported_rows
  comment 'Digests of lines taken over from paper registers, so that none is taken twice; kept when a person is erased, so that they do not come back.'
  institution_id uuid not null
  unit_id uuid not null
  identity bytea not null
  content bytea not null
  case_id uuid not null
  imported_at timestamp(3) with time zone not null
  constraint imported_rows_pkey PRIMARY KEY (institution_id, unit_id, identity)
  constraint imported_rows_institution_id_case_id_fkey FOREIGN KEY (institution_id, case_id) REFERENCES cases(institution_id, id)
  constraint imported_rows_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  CREATE INDEX imported_rows_case ON public.imported_rows USING btree (institution_id, case_id)

table public.installation
  only_one boolean default true not null
  kind text not null
  created_at timestamp(3) with time zone default now() not null
  setup_digest bytea
  ledger_algorithm text default 'sha256'::text not null
  secret bytea default decode(replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text), 'hex'::text) not null
  constraint installation_pkey PRIMARY KEY (only_one)
  constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demo'::text, 'real'::text])))
  constraint installation_ledger_algorithm_check CHECK ((ledger_algorithm = ANY (ARRAY['sha256'::text, 'sm3'::text])))
  constraint installation_only_one_check CHECK (only_one)

table public.institutions
  id uuid not null
  parent_id uuid
  "position" integer default 0 not null
  name text not null
  short_name text not null
  time_zone text default 'Asia/Shanghai'::text not null
  phone text
  root_unit_id uuid
  created_at timestamp(3) with time zone default now() not null
  constraint institutions_pkey PRIMARY KEY (id)
  constraint institutions_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES institutions(id)

table public.ledger_entries
  institution_id uuid not null
  stream text collate "C" not null
  seq integer not null
  at timestamp(3) with time zone not null
  actor text not null
  kind text not null
  data jsonb not null
  prev text not null
  hash text not null
  algorithm text not null
  xid xid8 default pg_current_xact_id() not null
  constraint ledger_entries_pkey PRIMARY KEY (institution_id, stream, seq)
  constraint ledger_entries_algorithm_check CHECK ((algorithm = ANY (ARRAY['sha256'::text, 'sm3'::text])))
  constraint ledger_entries_seq_check CHECK ((seq > 0))
  CREATE INDEX ledger_entries_xid ON public.ledger_entries USING btree (xid)
  CREATE INDEX ledger_in_place ON public.ledger_entries USING btree (institution_id, ((data ->> 'inPlaceOf'::text)), at) WHERE ((data ->> 'inPlaceOf'::text) IS NOT NULL)
  CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table public.ledger_seals
  number integer not null
  at timestamp(3) with time zone not null
  from_xid xid8 not null
  to_xid xid8 not null
  entries integer not null
  segments jsonb not null
  root text not null
  prev text not null
  hash text not null
  algorithm text not null
  constraint ledger_seals_pkey PRIMARY KEY (number)
  constraint ledger_seals_check CHECK ((from_xid < to_xid))
  constraint ledger_seals_number_check CHECK ((number > 0))
  CREATE TRIGGER ledger_seals_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table public.mail_settings
  institution_id uuid not null
  host text not null
  port integer not null
  security text not null
  login text
  password text
  sender text not null
  sender_name text
  changed_at timestamp(3) with time zone not null
  password_box text
  constraint mail_settings_pkey PRIMARY KEY (institution_id)
  constraint mail_settings_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint mail_password_once CHECK ((num_nonnulls(password, password_box) <= 1))
  constraint mail_settings_port_check CHECK (((port >= 1) AND (port <= 65535)))
  constraint mail_settings_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))

table public.matter_drafts
  institution_id uuid not null
  matter_id uuid not null
  document jsonb
  name text not null
  unit_id uuid not null
  precedent_id uuid
  changed_at timestamp(3) with time zone not null
  changed_by uuid
  constraint matter_drafts_pkey PRIMARY KEY (institution_id, matter_id)
  constraint matter_drafts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint matter_drafts_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  CREATE INDEX matter_drafts_name ON public.matter_drafts USING btree (institution_id, name, matter_id)

table public.matter_editions
  institution_id uuid not null
  number integer not null
  published_at timestamp(3) with time zone not null
  published_by uuid
  note text
  matters integer not null
  added integer not null
  changed integer not null
  removed integer not null
  digest text not null
  constraint matter_editions_pkey PRIMARY KEY (institution_id, number)
  constraint matter_editions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint matter_editions_number_check CHECK ((number > 0))

table public.matter_versions
  institution_id uuid not null
  matter_id uuid not null
  edition integer not null
  change text not null
  document jsonb not null
  fields text[] default '{}'::text[] not null
  constraint matter_versions_pkey PRIMARY KEY (institution_id, matter_id, edition)
  constraint matter_versions_institution_id_edition_fkey FOREIGN KEY (institution_id, edition) REFERENCES matter_editions(institution_id, number)
  constraint matter_versions_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text])))
  CREATE INDEX matter_versions_edition ON public.matter_versions USING btree (institution_id, edition, matter_id)

table public.matters
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  person_id uuid
  name text not null
  category text
  keywords text[] default '{}'::text[] not null
  papers jsonb default '[]'::jsonb not null
  room text
  phone text
  working_days integer
  on_spot boolean default false not null
  citation text
  answer text
  words tsvector not null
  post_id uuid
  synonyms text[] default '{}'::text[] not null
  examples text[] default '{}'::text[] not null
  procedure text
  fee text
  fee_basis text
  statutory_days integer
  valid_from date
  valid_until date
  lenient boolean default false not null
  citation_required boolean default false not null
  everyday boolean default false not null
  edition integer default 0 not null
  removed_in integer
  conditions text
  promised jsonb
  constraint matters_pkey PRIMARY KEY (institution_id, id)
  constraint matters_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint matters_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint matters_post FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id)
  constraint matters_promised CHECK (((promised IS NULL) OR ((working_days IS NULL) AND ((((promised ->> 'amount'::text))::integer >= 1) AND (((promised ->> 'amount'::text))::integer <= 8760)) AND ((promised ->> 'unit'::text) = ANY (ARRAY['workingHours'::text, 'naturalHours'::text, 'naturalDays'::text])))))
  constraint matters_statutory_days_check CHECK (((statutory_days >= 0) AND (statutory_days <= 3650)))
  constraint matters_validity CHECK ((valid_from <= valid_until))
  constraint matters_working_days_check CHECK (((working_days >= 0) AND (working_days <= 365)))
  CREATE INDEX matters_everyday ON public.matters USING btree (institution_id, name) WHERE (everyday AND (removed_in IS NULL))
  CREATE UNIQUE INDEX matters_name ON public.matters USING btree (institution_id, name) WHERE (removed_in IS NULL)
  CREATE INDEX matters_unit ON public.matters USING btree (institution_id, unit_id)
  CREATE INDEX matters_words ON public.matters USING gin (words) WITH (gin_pending_list_limit='128')

table public.notice_preferences
  institution_id uuid not null
  person_id uuid not null
  email text
  mail jsonb default '{}'::jsonb not null
  quiet_from time without time zone
  quiet_to time without time zone
  digest_at time without time zone
  digest_day date
  digest_upto timestamp(3) with time zone
  changed_at timestamp(3) with time zone not null
  constraint notice_preferences_pkey PRIMARY KEY (institution_id, person_id)
  constraint notice_preferences_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint notice_preferences_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL)))
  CREATE INDEX notice_preferences_digest ON public.notice_preferences USING btree (institution_id, digest_at) WHERE ((digest_at IS NOT NULL) AND (email IS NOT NULL))

table public.notices
  institution_id uuid not null
  person_id uuid not null
  id uuid not null
  kind text not null
  case_id uuid
  seq integer
  actor text not null
  detail jsonb default '{}'::jsonb not null
  at timestamp(3) with time zone not null
  read_at timestamp(3) with time zone
  xid xid8 default pg_current_xact_id() not null
  constraint notices_pkey PRIMARY KEY (institution_id, person_id, id)
  constraint notices_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  CREATE INDEX notices_at ON public.notices USING btree (institution_id, at)
  CREATE INDEX notices_case ON public.notices USING btree (institution_id, case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX notices_unread ON public.notices USING btree (institution_id, person_id, id) WHERE (read_at IS NULL)
  CREATE INDEX notices_xid ON public.notices USING btree (xid)

table public.obligation_rungs
  institution_id uuid not null
  obligation_id uuid not null
  rung integer not null
  person_id uuid not null
  fired_at timestamp(3) with time zone not null
  constraint obligation_rungs_pkey PRIMARY KEY (institution_id, obligation_id, rung, person_id)
  constraint obligation_rungs_institution_id_obligation_id_fkey FOREIGN KEY (institution_id, obligation_id) REFERENCES obligations(institution_id, id)
  CREATE INDEX obligation_rungs_person ON public.obligation_rungs USING btree (institution_id, person_id)

table public.obligations
  institution_id uuid not null
  id uuid not null
  case_id uuid
  kind text not null
  state text not null
  person_id uuid
  unit_id uuid not null
  opened_at timestamp(3) with time zone not null
  opened_seq integer not null
  warn_at timestamp(3) with time zone
  due_at timestamp(3) with time zone not null
  estimated boolean not null
  next_at timestamp(3) with time zone
  late_at timestamp(3) with time zone
  rung integer not null
  paused_at timestamp(3) with time zone
  closed_at timestamp(3) with time zone
  closed_seq integer
  stream text collate "C"
  plan jsonb
  policy_digest text
  constraint obligations_pkey PRIMARY KEY (institution_id, id)
  constraint obligations_institution_id_case_id_fkey FOREIGN KEY (institution_id, case_id) REFERENCES cases(institution_id, id)
  constraint obligations_policy_digest_fkey FOREIGN KEY (policy_digest) REFERENCES policies(digest)
  constraint obligation_elsewhere_has_plan CHECK ((num_nonnulls(stream, plan, policy_digest) = ANY (ARRAY[0, 3])))
  constraint obligation_has_one_subject CHECK ((num_nonnulls(case_id, stream) = 1))
  constraint obligations_check CHECK (((state = 'open'::text) = (closed_at IS NULL)))
  constraint obligations_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'void'::text])))
  CREATE INDEX obligations_case ON public.obligations USING btree (institution_id, case_id)
  CREATE INDEX obligations_climbed ON public.obligations USING btree (institution_id, due_at, id) WHERE ((state = 'open'::text) AND (rung > 0))
  CREATE INDEX obligations_elsewhere ON public.obligations USING btree (institution_id, due_at, id) WHERE ((state = 'open'::text) AND (stream IS NOT NULL))
  CREATE INDEX obligations_finish ON public.obligations USING btree (institution_id, unit_id, due_at) WHERE ((kind = 'resolve'::text) AND (state <> 'void'::text))
  CREATE INDEX obligations_late ON public.obligations USING btree (institution_id, due_at, id) WHERE ((state = 'open'::text) AND (late_at IS NOT NULL))
  CREATE INDEX obligations_next ON public.obligations USING btree (next_at) WHERE ((state = 'open'::text) AND (next_at IS NOT NULL))
  CREATE INDEX obligations_person ON public.obligations USING btree (institution_id, person_id, due_at, id) WHERE (state = 'open'::text)
  CREATE INDEX obligations_stream ON public.obligations USING btree (institution_id, stream) WHERE (stream IS NOT NULL)
  CREATE INDEX obligations_unit ON public.obligations USING btree (institution_id, unit_id, due_at, id) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX one_open_obligation_of_a_kind ON public.obligations USING btree (institution_id, case_id, kind) WHERE ((state = 'open'::text) AND (kind = ANY (ARRAY['decide'::text, 'signFor'::text, 'rule'::text, 'resolve'::text, 'reply'::text, 'callBack'::text, 'approve'::text, 'resume'::text, 'visit'::text])))
  CREATE UNIQUE INDEX one_open_obligation_of_a_kind_elsewhere ON public.obligations USING btree (institution_id, stream, kind) WHERE ((state = 'open'::text) AND (stream IS NOT NULL) AND (kind <> 'task'::text))

table public.outbox
  institution_id uuid not null
  id uuid not null
  channel text not null
  purpose text not null
  person_id uuid
  requester_id uuid
  endpoint_id uuid
  case_id uuid
  kind text not null
  detail jsonb default '{}'::jsonb not null
  state text not null
  attempts integer default 0 not null
  created_at timestamp(3) with time zone not null
  next_at timestamp(3) with time zone
  ended_at timestamp(3) with time zone
  answer text
  constraint outbox_pkey PRIMARY KEY (institution_id, id)
  constraint outbox_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint outbox_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text])))
  constraint outbox_check CHECK (((state = ANY (ARRAY['sent'::text, 'given-up'::text])) = (ended_at IS NOT NULL)))
  constraint outbox_check1 CHECK (((next_at IS NULL) = (ended_at IS NOT NULL)))
  constraint outbox_purpose_check CHECK ((purpose = ANY (ARRAY['notice'::text, 'digest'::text, 'requester'::text, 'event'::text, 'test'::text])))
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'given-up'::text])))
  CREATE INDEX outbox_case ON public.outbox USING btree (institution_id, case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX outbox_ended ON public.outbox USING btree (institution_id, ended_at) WHERE (ended_at IS NOT NULL)
  CREATE INDEX outbox_endpoint ON public.outbox USING btree (institution_id, endpoint_id, id) WHERE (endpoint_id IS NOT NULL)
  CREATE INDEX outbox_next ON public.outbox USING btree (next_at) WHERE (next_at IS NOT NULL)
  CREATE INDEX outbox_requester ON public.outbox USING btree (institution_id, requester_id) WHERE (requester_id IS NOT NULL)
  CREATE INDEX outbox_state ON public.outbox USING btree (institution_id, state, id)
  CREATE TRIGGER outbox_queue AFTER INSERT ON public.outbox FOR EACH ROW WHEN ((new.next_at <= new.created_at)) EXECUTE FUNCTION queue_outbox()

table public.outside_contacts
  institution_id uuid not null
  id uuid not null
  name text not null
  pinyin text default ''::text not null
  initials text default ''::text not null
  scope text
  keywords text[] default '{}'::text[] not null
  phone text
  address text
  hours text
  removed_at timestamp(3) with time zone
  spellings text default ''::text not null
  constraint outside_contacts_pkey PRIMARY KEY (institution_id, id)
  constraint outside_contacts_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  CREATE UNIQUE INDEX outside_contacts_name ON public.outside_contacts USING btree (institution_id, name) WHERE (removed_at IS NULL)

table public.people
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  name text not null
  pinyin text default ''::text not null
  initials text default ''::text not null
  post text
  phone text
  room text
  login text not null
  password_hash text
  password_set_by_other boolean default false not null
  failed_sign_ins integer default 0 not null
  locked_until timestamp(3) with time zone
  disabled_at timestamp(3) with time zone
  last_seen_at timestamp(3) with time zone
  demo_role text
  created_at timestamp(3) with time zone default now() not null
  other_phones text[] default '{}'::text[] not null
  other_rooms text[] default '{}'::text[] not null
  languages text[] default '{}'::text[] not null
  qualifications text[] default '{}'::text[] not null
  employment text default 'regular'::text not null
  spellings text default ''::text not null
  constraint people_pkey PRIMARY KEY (institution_id, id)
  constraint people_login_key UNIQUE (login)
  constraint people_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint people_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint people_employment_check CHECK ((employment = ANY (ARRAY['regular'::text, 'dispatched'::text, 'temporary'::text])))
  constraint people_login_check CHECK ((login = lower(login)))
  CREATE UNIQUE INDEX people_id ON public.people USING btree (id)
  CREATE INDEX people_name ON public.people USING btree (institution_id, name, id)
  CREATE INDEX people_unit ON public.people USING btree (institution_id, unit_id)

table public.person_skills
  institution_id uuid not null
  person_id uuid not null
  skill text not null
  constraint person_skills_pkey PRIMARY KEY (institution_id, person_id, skill)
  constraint person_skills_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)

table public.policies
  comment 'Policies as they come out of inheritance, by the digest of their content; cases are pinned to one. Never changed.'
  digest text not null
  document jsonb not null
  idle_minutes integer generated always as (((document ->> 'idleMinutes'::text))::integer) stored
  releases_first_contact boolean generated always as ((COALESCE((document ->> 'firstContactUntil'::text), 'end'::text) = 'signedFor'::text)) stored not null
  constraint policies_pkey PRIMARY KEY (digest)
  CREATE TRIGGER policies_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table public.policy_drafts
  comment 'One a person and unit. Without effect until it is published.'
  institution_id uuid not null
  unit_id uuid not null
  person_id uuid not null
  based_on integer not null
  document jsonb not null
  saved_at timestamp(3) with time zone not null
  constraint policy_drafts_pkey PRIMARY KEY (institution_id, unit_id, person_id)
  constraint policy_drafts_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint policy_drafts_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint policy_drafts_based_on_check CHECK ((based_on >= 0))

table public.policy_versions
  institution_id uuid not null
  unit_id uuid not null
  version integer not null
  document jsonb not null
  published_at timestamp(3) with time zone not null
  published_by uuid
  note text
  restores integer -- 'The earlier version whose settings this one publishes anew.'
  constraint policy_versions_pkey PRIMARY KEY (institution_id, unit_id, version)
  constraint policy_versions_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint policy_versions_restores_check CHECK ((restores > 0))
  constraint policy_versions_version_check CHECK ((version > 0))

table public.post_holders
  institution_id uuid not null
  post_id uuid not null
  person_id uuid not null
  exception_reason text
  constraint post_holders_pkey PRIMARY KEY (institution_id, post_id, person_id)
  constraint post_holders_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint post_holders_institution_id_post_id_fkey FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id)
  CREATE INDEX post_holders_person ON public.post_holders USING btree (institution_id, person_id)

table public.posts
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  name text not null
  duties text
  authority text
  limits text
  rank integer default 0 not null
  languages text[] default '{}'::text[] not null
  qualifications text[] default '{}'::text[] not null
  "position" integer default 0 not null
  removed_at timestamp(3) with time zone
  constraint posts_pkey PRIMARY KEY (institution_id, id)
  constraint posts_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint posts_rank_check CHECK (((rank >= 0) AND (rank <= 99)))
  CREATE UNIQUE INDEX posts_name ON public.posts USING btree (institution_id, unit_id, name) WHERE (removed_at IS NULL)

table public.precedents
  institution_id uuid not null
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  matter_id uuid
  words text[] not null
  ruled_by uuid not null
  ruled_at timestamp(3) with time zone not null
  revoked_at timestamp(3) with time zone
  constraint precedents_pkey PRIMARY KEY (institution_id, id)
  constraint precedents_institution_id_case_id_fkey FOREIGN KEY (institution_id, case_id) REFERENCES cases(institution_id, id)
  constraint precedents_institution_id_matter_id_fkey FOREIGN KEY (institution_id, matter_id) REFERENCES matters(institution_id, id)
  constraint precedents_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  CREATE UNIQUE INDEX precedents_case ON public.precedents USING btree (institution_id, case_id) WHERE (revoked_at IS NULL)
  CREATE INDEX precedents_words ON public.precedents USING gin (words) WITH (gin_pending_list_limit='128') WHERE (revoked_at IS NULL)

unlogged table public.rate_limits
  comment 'Unlogged: losing the counts of the last minutes in a crash is harmless.'
  key text not null
  window_start timestamp(3) with time zone not null
  count integer not null
  constraint rate_limits_pkey PRIMARY KEY (key)

table public.register_counters
  comment 'Counted up inside the registering transaction: a number that is not used was never given out, so a book has no gaps.'
  institution_id uuid not null
  unit_id uuid not null
  day date not null
  last integer not null
  constraint register_counters_pkey PRIMARY KEY (institution_id, unit_id, day)
  constraint register_counters_last_check CHECK ((last > 0))

table public.requesters
  institution_id uuid not null
  id uuid not null
  name text
  phone text
  phone_digits text
  organization text
  address text
  declined boolean default false not null
  created_at timestamp(3) with time zone not null
  erased_at timestamp(3) with time zone
  email text
  constraint requesters_pkey PRIMARY KEY (institution_id, id)
  constraint requesters_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  CREATE INDEX requesters_phone ON public.requesters USING btree (institution_id, phone_digits, created_at) WHERE (phone_digits IS NOT NULL)

table public.roster_feeds
  institution_id uuid not null
  person_id uuid not null
  digest bytea not null
  created_at timestamp(3) with time zone not null
  constraint roster_feeds_pkey PRIMARY KEY (institution_id, person_id)
  constraint roster_feeds_digest_key UNIQUE (digest)
  constraint roster_feeds_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)

table public.schema_migrations
  number integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone default now() not null
  constraint schema_migrations_pkey PRIMARY KEY (number)

table public.sessions
  digest bytea not null
  institution_id uuid not null
  person_id uuid not null
  created_at timestamp(3) with time zone not null
  seen_at timestamp(3) with time zone not null
  constraint sessions_pkey PRIMARY KEY (digest)
  constraint sessions_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  CREATE INDEX sessions_person ON public.sessions USING btree (institution_id, person_id)
  CREATE INDEX sessions_seen ON public.sessions USING btree (seen_at)

table public.shift_handovers
  institution_id uuid not null
  shift_id uuid not null
  successor_id uuid not null
  notes text
  salt bytea
  contents jsonb not null
  written_at timestamp(3) with time zone not null
  accepted_at timestamp(3) with time zone
  constraint shift_handovers_pkey PRIMARY KEY (institution_id, shift_id)
  constraint shift_handovers_institution_id_shift_id_fkey FOREIGN KEY (institution_id, shift_id) REFERENCES shifts(institution_id, id)
  constraint shift_handovers_institution_id_successor_id_fkey FOREIGN KEY (institution_id, successor_id) REFERENCES people(institution_id, id)
  CREATE INDEX shift_handovers_successor ON public.shift_handovers USING btree (institution_id, successor_id) WHERE (accepted_at IS NULL)

table public.shift_kinds
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  name text not null
  from_time text not null
  to_time text not null
  weekdays integer[] not null
  post text
  team text
  "least" integer default 1 not null
  needs text[] default '{}'::text[] not null
  criteria text[] default '{}'::text[] not null
  retired_at timestamp(3) with time zone
  desk_id uuid
  post_id uuid
  main boolean default false not null
  tasks jsonb default '[]'::jsonb not null
  constraint shift_kinds_pkey PRIMARY KEY (institution_id, id)
  constraint shift_kinds_desk_fkey FOREIGN KEY (institution_id, desk_id) REFERENCES desks(institution_id, id)
  constraint shift_kinds_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint shift_kinds_post FOREIGN KEY (institution_id, post_id) REFERENCES posts(institution_id, id)
  constraint shift_kinds_from_time_check CHECK ((from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint shift_kinds_least_check CHECK ((("least" >= 0) AND ("least" <= 100)))
  constraint shift_kinds_to_time_check CHECK ((to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint shift_kinds_weekdays_check CHECK (((cardinality(weekdays) > 0) AND (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])))
  CREATE UNIQUE INDEX shift_kinds_name ON public.shift_kinds USING btree (institution_id, unit_id, name) WHERE (retired_at IS NULL)

table public.shift_rounds
  institution_id uuid not null
  id uuid not null
  shift_id uuid not null
  items jsonb not null
  done_at timestamp(3) with time zone not null
  constraint shift_rounds_pkey PRIMARY KEY (institution_id, id)
  constraint shift_rounds_institution_id_shift_id_fkey FOREIGN KEY (institution_id, shift_id) REFERENCES shifts(institution_id, id)
  CREATE INDEX shift_rounds_shift ON public.shift_rounds USING btree (institution_id, shift_id)

table public.shift_tasks
  institution_id uuid not null
  id uuid not null
  shift_id uuid not null
  unit_id uuid not null
  occasion text
  task text not null
  person_id uuid not null
  offered_to uuid
  received_by uuid
  since timestamp(3) with time zone not null
  due_at timestamp(3) with time zone not null
  items jsonb default '[]'::jsonb not null
  satisfaction boolean default false not null
  grade integer
  comment text
  salt bytea
  done_at timestamp(3) with time zone
  done_by uuid
  constraint shift_tasks_pkey PRIMARY KEY (institution_id, id)
  constraint shift_tasks_institution_id_done_by_fkey FOREIGN KEY (institution_id, done_by) REFERENCES people(institution_id, id)
  constraint shift_tasks_institution_id_offered_to_fkey FOREIGN KEY (institution_id, offered_to) REFERENCES people(institution_id, id)
  constraint shift_tasks_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint shift_tasks_institution_id_received_by_fkey FOREIGN KEY (institution_id, received_by) REFERENCES people(institution_id, id)
  constraint shift_tasks_institution_id_shift_id_fkey FOREIGN KEY (institution_id, shift_id) REFERENCES shifts(institution_id, id) ON DELETE CASCADE
  constraint shift_tasks_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint shift_tasks_check CHECK (((done_at IS NULL) = (done_by IS NULL)))
  constraint shift_tasks_grade_check CHECK (((grade >= 1) AND (grade <= 5)))
  CREATE INDEX shift_tasks_done ON public.shift_tasks USING btree (institution_id, unit_id, done_at, id) WHERE (done_at IS NOT NULL)
  CREATE INDEX shift_tasks_open ON public.shift_tasks USING btree (institution_id, unit_id, due_at, id) WHERE (done_at IS NULL)
  CREATE INDEX shift_tasks_person ON public.shift_tasks USING btree (institution_id, person_id, due_at) WHERE (done_at IS NULL)
  CREATE INDEX shift_tasks_shift ON public.shift_tasks USING btree (institution_id, shift_id)
  CREATE INDEX shift_tasks_turn ON public.shift_tasks USING btree (institution_id, unit_id, since) WHERE (occasion IS NOT NULL)

table public.shifts
  institution_id uuid not null
  id uuid not null
  kind_id uuid not null
  unit_id uuid not null
  person_id uuid not null
  day date not null
  starts_at timestamp(3) with time zone not null
  ends_at timestamp(3) with time zone not null
  override_reason text
  begun_at timestamp(3) with time zone
  ended_at timestamp(3) with time zone
  constraint shifts_pkey PRIMARY KEY (institution_id, id)
  constraint shifts_institution_id_kind_id_fkey FOREIGN KEY (institution_id, kind_id) REFERENCES shift_kinds(institution_id, id)
  constraint shifts_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint shifts_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint shifts_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '36:00:00'::interval))))
  CREATE INDEX shifts_now ON public.shifts USING btree (institution_id, starts_at)
  CREATE UNIQUE INDEX shifts_once ON public.shifts USING btree (institution_id, kind_id, day, person_id)
  CREATE INDEX shifts_person ON public.shifts USING btree (institution_id, person_id, starts_at)
  CREATE INDEX shifts_unit ON public.shifts USING btree (institution_id, unit_id, starts_at)

table public.stand_ins
  institution_id uuid not null
  id uuid not null
  absence_id uuid not null
  person_id uuid not null
  deputy_id uuid not null
  began_at timestamp(3) with time zone not null
  ended_at timestamp(3) with time zone
  constraint stand_ins_pkey PRIMARY KEY (institution_id, id)
  constraint stand_ins_institution_id_deputy_id_fkey FOREIGN KEY (institution_id, deputy_id) REFERENCES people(institution_id, id)
  constraint stand_ins_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  CREATE INDEX stand_ins_deputy ON public.stand_ins USING btree (institution_id, deputy_id, began_at)
  CREATE UNIQUE INDEX stand_ins_open ON public.stand_ins USING btree (institution_id, absence_id) WHERE (ended_at IS NULL)
  CREATE INDEX stand_ins_person ON public.stand_ins USING btree (institution_id, person_id, began_at)

table public.successions
  institution_id uuid not null
  id uuid not null
  leaver_id uuid not null
  successor_id uuid not null
  case_id uuid not null
  named_by uuid not null
  named_at timestamp(3) with time zone not null
  signed_at timestamp(3) with time zone
  constraint successions_pkey PRIMARY KEY (institution_id, id)
  constraint successions_institution_id_case_id_fkey FOREIGN KEY (institution_id, case_id) REFERENCES cases(institution_id, id)
  constraint successions_institution_id_leaver_id_fkey FOREIGN KEY (institution_id, leaver_id) REFERENCES people(institution_id, id)
  constraint successions_institution_id_named_by_fkey FOREIGN KEY (institution_id, named_by) REFERENCES people(institution_id, id)
  constraint successions_institution_id_successor_id_fkey FOREIGN KEY (institution_id, successor_id) REFERENCES people(institution_id, id)
  CREATE UNIQUE INDEX successions_open ON public.successions USING btree (institution_id, leaver_id, case_id) WHERE (signed_at IS NULL)
  CREATE INDEX successions_successor ON public.successions USING btree (institution_id, successor_id) WHERE (signed_at IS NULL)

table public.texts
  institution_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  body text
  salt bytea
  constraint texts_pkey PRIMARY KEY (institution_id, id)
  CREATE INDEX texts_case ON public.texts USING btree (institution_id, case_id)

table public.unit_posts
  institution_id uuid not null
  unit_id uuid not null
  post text not null
  person_id uuid not null
  constraint unit_posts_pkey PRIMARY KEY (institution_id, unit_id, post, person_id)
  constraint unit_posts_institution_id_person_id_fkey FOREIGN KEY (institution_id, person_id) REFERENCES people(institution_id, id)
  constraint unit_posts_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  CREATE UNIQUE INDEX unit_posts_one_liaison ON public.unit_posts USING btree (institution_id, unit_id, post) WHERE (post = ANY (ARRAY['liaison'::text, 'deputyLiaison'::text]))
  CREATE INDEX unit_posts_person ON public.unit_posts USING btree (institution_id, person_id)

table public.units
  institution_id uuid not null
  id uuid not null
  parent_id uuid
  path uuid[] not null
  kind text not null
  name text not null
  register_code text
  phone text
  room text
  "position" integer default 0 not null
  policy_digest text not null
  duties text -- 'What the unit answers for; its people and the units below inherit it.'
  authority text
  constraint units_pkey PRIMARY KEY (institution_id, id)
  constraint units_register_code_key UNIQUE (register_code)
  constraint units_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint units_institution_id_parent_id_fkey FOREIGN KEY (institution_id, parent_id) REFERENCES units(institution_id, id)
  constraint units_policy_digest_fkey FOREIGN KEY (policy_digest) REFERENCES policies(digest)
  constraint units_check CHECK ((path[cardinality(path)] = id))
  constraint units_check1 CHECK (((parent_id IS NULL) = (cardinality(path) = 1)))
  constraint units_kind_check CHECK ((kind = ANY (ARRAY['institution'::text, 'department'::text, 'window'::text])))
  constraint units_register_code_check CHECK ((register_code ~ '^[A-Z]{2,6}$'::text))
  CREATE UNIQUE INDEX units_name ON public.units USING btree (institution_id, parent_id, name)
  CREATE INDEX units_path ON public.units USING gin (path)

table public.walkrounds
  institution_id uuid not null
  id uuid not null
  unit_id uuid not null
  title text not null
  visitor_id uuid not null
  receiver_id uuid
  at timestamp(3) with time zone not null
  planned_by uuid not null
  findings jsonb
  salt bytea
  recorded_at timestamp(3) with time zone
  recorded_by uuid
  cancelled_at timestamp(3) with time zone
  constraint walkrounds_pkey PRIMARY KEY (institution_id, id)
  constraint walkrounds_institution_id_planned_by_fkey FOREIGN KEY (institution_id, planned_by) REFERENCES people(institution_id, id)
  constraint walkrounds_institution_id_receiver_id_fkey FOREIGN KEY (institution_id, receiver_id) REFERENCES people(institution_id, id)
  constraint walkrounds_institution_id_recorded_by_fkey FOREIGN KEY (institution_id, recorded_by) REFERENCES people(institution_id, id)
  constraint walkrounds_institution_id_unit_id_fkey FOREIGN KEY (institution_id, unit_id) REFERENCES units(institution_id, id)
  constraint walkrounds_institution_id_visitor_id_fkey FOREIGN KEY (institution_id, visitor_id) REFERENCES people(institution_id, id)
  constraint walkrounds_check CHECK ((((findings IS NULL) = (recorded_at IS NULL)) AND ((recorded_at IS NULL) = (recorded_by IS NULL))))
  constraint walkrounds_check1 CHECK (((recorded_at IS NULL) OR (cancelled_at IS NULL)))
  CREATE INDEX walkrounds_receiver ON public.walkrounds USING btree (institution_id, receiver_id, at) WHERE (receiver_id IS NOT NULL)
  CREATE INDEX walkrounds_unit ON public.walkrounds USING btree (institution_id, unit_id, at, id)
  CREATE INDEX walkrounds_visitor ON public.walkrounds USING btree (institution_id, visitor_id, at)

table public.webhook_endpoints
  institution_id uuid not null
  id uuid not null
  name text not null
  url text not null
  kinds text[] not null
  secret text
  former_secret text
  former_until timestamp(3) with time zone
  failures integer default 0 not null
  most_failures integer not null
  state text default 'on'::text not null
  created_at timestamp(3) with time zone not null
  secret_box text
  former_secret_box text
  constraint webhook_endpoints_pkey PRIMARY KEY (institution_id, id)
  constraint webhook_endpoints_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id)
  constraint webhook_endpoints_kinds_check CHECK ((cardinality(kinds) > 0))
  constraint webhook_endpoints_most_failures_check CHECK (((most_failures >= 1) AND (most_failures <= 1000)))
  constraint webhook_endpoints_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'failed'::text])))
  constraint webhook_former_secret_once CHECK ((num_nonnulls(former_secret, former_secret_box) <= 1))
  constraint webhook_secret_once CHECK ((num_nonnulls(secret, secret_box) = 1))

CREATE OR REPLACE FUNCTION public.hold_case_owed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from cases where institution_id = new.institution_id and id = new.id and status in ('registered', 'handling', 'resolved'))
    and not exists (select from obligations where institution_id = new.institution_id and case_id = new.id and state = 'open') then
    raise exception 'case % is open and nobody owes anything', new.number using errcode = 'check_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.hold_case_owners()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.first_contact_id is distinct from old.first_contact_id and new.successions <= old.successions then
    raise exception 'the first contact of case % changes by recorded succession only', old.number using errcode = 'check_violation';
  end if;
  if new.handler_id is distinct from old.handler_id and not exists (
    select from ledger_entries where institution_id = new.institution_id and stream = 'case:' || new.id and seq > old.head_seq and seq <= new.head_seq
      and kind in ('referral-accepted', 'ruling-given', 'succession')) then
    raise exception 'the handler of case % changes by an accepted referral, a ruling or succession only', old.number using errcode = 'check_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.hold_case_owners_present()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from people where institution_id = new.institution_id and id in (new.first_contact_id, new.handler_id) and disabled_at is not null) then
    raise exception 'case % would be held by somebody whose account is closed', new.number using errcode = 'check_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.queue_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform graphile_worker.add_job(case new.channel when 'mail' then 'send-mail' else 'deliver-webhook' end,
    payload => json_build_object('institutionId', new.institution_id, 'outboxId', new.id), queue_name => 'webhook:' || new.endpoint_id, max_attempts => 12);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $function$
