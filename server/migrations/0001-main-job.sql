-- Tables that grow begin their keys with the institution (a legal body), so that they can be partitioned or spread by it.

create table installation (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('demo', 'real')),
  created_at timestamptz(3) not null default now(),
  -- Digest of the one-time set-up token; null once the set-up is done.
  setup_digest bytea,
  ledger_algorithm text not null default 'sha256' check (ledger_algorithm in ('sha256', 'sm3')),
  -- Keys the digests by which lines of paper registers are known again: what people wrote cannot be guessed from them without it.
  secret bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);

create table institutions (
  id uuid primary key,
  parent_id uuid references institutions,
  position integer not null default 0,
  name text not null,
  short_name text not null,
  time_zone text not null default 'Asia/Shanghai',
  phone text,
  root_unit_id uuid,
  created_at timestamptz(3) not null default now()
);

create table policies (
  digest text primary key,
  document jsonb not null,
  -- Asked at every request, so it must not need the whole document.
  idle_minutes integer generated always as ((document->>'idleMinutes')::integer) stored
);
comment on table policies is 'Policies as they come out of inheritance, by the digest of their content; cases are pinned to one. Never changed.';

create table units (
  institution_id uuid not null references institutions,
  id uuid not null,
  parent_id uuid,
  -- From the institution's root down to this unit, itself included.
  path uuid[] not null,
  kind text not null check (kind in ('institution', 'department', 'window')),
  name text not null,
  register_code text unique check (register_code ~ '^[A-Z]{2,6}$'),
  phone text,
  room text,
  position integer not null default 0,
  policy_digest text not null references policies,
  primary key (institution_id, id),
  foreign key (institution_id, parent_id) references units,
  check (path[cardinality(path)] = id),
  check ((parent_id is null) = (cardinality(path) = 1))
);
create unique index units_name on units (institution_id, parent_id, name);
create index units_path on units using gin (path);

create table policy_versions (
  institution_id uuid not null,
  unit_id uuid not null,
  version integer not null check (version > 0),
  -- The settings of this unit alone; what it does not say is inherited.
  document jsonb not null,
  published_at timestamptz(3) not null,
  published_by uuid,
  primary key (institution_id, unit_id, version),
  foreign key (institution_id, unit_id) references units
);

create table calendars (
  institution_id uuid not null references institutions,
  version integer not null check (version > 0),
  document jsonb not null,
  published_at timestamptz(3) not null,
  primary key (institution_id, version)
);

create table people (
  institution_id uuid not null references institutions,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  pinyin text not null default '',
  initials text not null default '',
  post text,
  phone text,
  room text,
  login text not null unique check (login = lower(login)),
  password_hash text,
  -- Somebody else chose the password, so it has to be changed at the next sign-in.
  password_set_by_other boolean not null default false,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz(3),
  disabled_at timestamptz(3),
  last_seen_at timestamptz(3),
  demo_role text,
  created_at timestamptz(3) not null default now(),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units
);
create unique index people_id on people (id);
create index people_unit on people (institution_id, unit_id);
create index people_name on people (institution_id, name, id);

-- Who holds which post in a unit: head, leaderInCharge, office, principal, intake … The ladder and the policy speak of posts.
create table unit_posts (
  institution_id uuid not null,
  unit_id uuid not null,
  post text not null,
  person_id uuid not null,
  primary key (institution_id, unit_id, post, person_id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people
);
create index unit_posts_person on unit_posts (institution_id, person_id);

create table grants (
  institution_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('receptionist', 'head', 'leader', 'supervisor', 'administrator')),
  -- The role holds for this unit and everything below it.
  unit_id uuid not null,
  primary key (institution_id, person_id, role, unit_id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people
);

create table sessions (
  digest bytea primary key,
  institution_id uuid not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  foreign key (institution_id, person_id) references people
);
create index sessions_person on sessions (institution_id, person_id);
create index sessions_seen on sessions (seen_at);

create table api_tokens (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  digest bytea not null unique,
  scope text not null check (scope in ('read', 'register', 'act')),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references people
);
create index api_tokens_person on api_tokens (institution_id, person_id);

create unlogged table rate_limits (
  key text primary key,
  window_start timestamptz(3) not null,
  count integer not null
);
comment on table rate_limits is 'Unlogged: losing the counts of the last minutes in a crash is harmless.';

create table idempotency_keys (
  caller text not null,
  key text not null,
  request_digest bytea not null,
  status integer,
  reply jsonb,
  case_id uuid,
  created_at timestamptz(3) not null,
  primary key (caller, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
create index idempotency_keys_case on idempotency_keys (case_id) where case_id is not null;

create table matters (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  name text not null,
  category text,
  keywords text[] not null default '{}',
  papers jsonb not null default '[]',
  room text,
  phone text,
  working_days integer check (working_days between 0 and 365),
  on_spot boolean not null default false,
  citation text,
  answer text,
  words tsvector not null,
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people
);
create unique index matters_name on matters (institution_id, name);
create index matters_words on matters using gin (words);

create table requesters (
  institution_id uuid not null references institutions,
  id uuid not null,
  name text,
  phone text,
  phone_digits text,
  organization text,
  address text,
  declined boolean not null default false,
  created_at timestamptz(3) not null,
  erased_at timestamptz(3),
  primary key (institution_id, id)
);
create index requesters_phone on requesters (institution_id, phone_digits, created_at) where phone_digits is not null;

create table register_counters (
  institution_id uuid not null,
  unit_id uuid not null,
  day date not null,
  last integer not null check (last > 0),
  primary key (institution_id, unit_id, day)
);
comment on table register_counters is 'Counted up inside the registering transaction: a number that is not used was never given out, so a book has no gaps.';

create table cases (
  institution_id uuid not null references institutions,
  id uuid not null,
  number text not null,
  register_unit_id uuid not null,
  register_day date not null,
  register_serial integer not null,
  status text not null check (status in ('registered', 'handling', 'resolved', 'answered', 'closed', 'withdrawn', 'merged')),
  round integer not null,
  channel text not null,
  category text not null,
  urgency text not null,
  confidential boolean not null,
  requester_id uuid,
  matter_id uuid,
  subject_id uuid not null,
  first_contact_id uuid not null,
  first_contact_unit_id uuid not null,
  handler_id uuid not null,
  handler_unit_id uuid not null,
  pending_unit_id uuid,
  pending_person_id uuid,
  registered_at timestamptz(3) not null,
  due_at timestamptz(3),
  due_estimated boolean not null default false,
  late boolean not null default false,
  outcome text check (outcome in ('solved', 'explained', 'outside', 'withdrawn', 'merged')),
  explanation_id uuid,
  told boolean not null default false,
  attempts integer not null default 0,
  ended_at timestamptz(3),
  grade integer check (grade between 1 and 5),
  policy_digest text not null references policies,
  code_digest bytea not null,
  -- How often the first contact has changed by recorded succession.
  successions integer not null default 0,
  head_seq integer not null,
  head_hash text not null,
  -- What replaying the ledger gives: the rules read this, lists read the columns.
  state jsonb not null,
  primary key (institution_id, id),
  unique (institution_id, number),
  unique (institution_id, register_unit_id, register_day, register_serial),
  foreign key (institution_id, first_contact_id) references people,
  foreign key (institution_id, first_contact_unit_id) references units,
  foreign key (institution_id, handler_id) references people,
  foreign key (institution_id, handler_unit_id) references units,
  foreign key (institution_id, requester_id) references requesters,
  foreign key (institution_id, matter_id) references matters,
  constraint ended_has_time check ((status in ('closed', 'withdrawn', 'merged')) = (ended_at is not null)),
  constraint no_reply_no_close check (status <> 'closed' or told or attempts > 0),
  constraint closed_has_outcome check (status <> 'closed' or outcome is not null),
  constraint outcome_is_explained check (outcome is null or outcome not in ('explained', 'outside') or explanation_id is not null),
  constraint pending_only_while_handling check (pending_unit_id is null or status = 'handling')
);
create index cases_first_contact on cases (institution_id, first_contact_id, id);
create index cases_handler on cases (institution_id, handler_id, id);
create index cases_status on cases (institution_id, status, id);
create index cases_category on cases (institution_id, category, id);
create index cases_late on cases (institution_id, id) where late;
create index cases_open on cases (institution_id, id) where ended_at is null;
create index cases_open_of_unit on cases (institution_id, handler_unit_id) where ended_at is null;
create index cases_ended on cases (institution_id, ended_at) where ended_at is not null;
create index cases_requester on cases (institution_id, requester_id, id) where requester_id is not null;

create table texts (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  -- Null once erased; the ledger keeps only the salted digest.
  body text,
  salt bytea,
  primary key (institution_id, id)
);
create index texts_case on texts (institution_id, case_id);

create table attachments (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  name text,
  media_type text not null,
  size integer not null,
  created_at timestamptz(3) not null,
  erased_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references cases
);
create index attachments_case on attachments (institution_id, case_id);

create table obligations (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- Named by the domain's list of duties.
  kind text not null,
  state text not null check (state in ('open', 'met', 'void')),
  person_id uuid,
  unit_id uuid not null,
  opened_at timestamptz(3) not null,
  opened_seq integer not null,
  warn_at timestamptz(3),
  due_at timestamptz(3) not null,
  estimated boolean not null,
  -- When the engine has to look again; null when nothing more happens by itself.
  next_at timestamptz(3),
  late_at timestamptz(3),
  rung integer not null,
  paused_at timestamptz(3),
  closed_at timestamptz(3),
  closed_seq integer,
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references cases,
  check ((state = 'open') = (closed_at is null))
);
create unique index one_open_obligation_of_a_kind on obligations (institution_id, case_id, kind) where state = 'open';
create index obligations_next on obligations (next_at) where state = 'open' and next_at is not null;
create index obligations_person on obligations (institution_id, person_id, due_at, id) where state = 'open';
create index obligations_unit on obligations (institution_id, unit_id, due_at, id) where state = 'open';
create index obligations_climbed on obligations (institution_id, due_at, id) where state = 'open' and rung > 0;
create index obligations_late on obligations (institution_id, due_at, id) where state = 'open' and late_at is not null;
create index obligations_case on obligations (institution_id, case_id);

create table obligation_rungs (
  institution_id uuid not null,
  obligation_id uuid not null,
  rung integer not null,
  person_id uuid not null,
  fired_at timestamptz(3) not null,
  -- A rung reaches a person once, whatever crashed.
  primary key (institution_id, obligation_id, rung, person_id),
  foreign key (institution_id, obligation_id) references obligations
);
create index obligation_rungs_person on obligation_rungs (institution_id, person_id);

-- Who may see a case: `p:` a person in it, `m:` members of a unit in it (not if it is confidential), `h:` whoever has a scope over a unit in it.
create table case_viewers (
  institution_id uuid not null,
  viewer text not null,
  case_id uuid not null,
  primary key (institution_id, viewer, case_id)
);
create index case_viewers_case on case_viewers (institution_id, case_id);

create table case_search (
  institution_id uuid not null,
  case_id uuid not null,
  words tsvector not null,
  primary key (institution_id, case_id)
);
create index case_search_words on case_search using gin (words);

create table ledger_entries (
  institution_id uuid not null,
  -- Byte order, as exports and verifiers sort.
  stream text collate "C" not null,
  seq integer not null check (seq > 0),
  at timestamptz(3) not null,
  actor text not null,
  kind text not null,
  data jsonb not null,
  prev text not null,
  hash text not null,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  -- The transaction that wrote it: seals cover transactions below which none is still open.
  xid xid8 not null default pg_current_xact_id(),
  primary key (institution_id, stream, seq)
);
create index ledger_entries_xid on ledger_entries (xid);

create table ledger_seals (
  number integer primary key check (number > 0),
  at timestamptz(3) not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  entries integer not null,
  segments jsonb not null,
  root text not null,
  prev text not null,
  hash text not null,
  algorithm text not null,
  check (from_xid < to_xid)
);

create table exports (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  layout text not null,
  language text not null,
  filters jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer,
  created_at timestamptz(3) not null,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references people
);
create index exports_created on exports (created_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries for each statement execute function refuse_change();
create trigger ledger_seals_append_only before update or delete or truncate on ledger_seals for each statement execute function refuse_change();
create trigger policies_append_only before update or delete or truncate on policies for each statement execute function refuse_change();

-- Promise 1 in the database too: the first contact changes by succession only, the handler only with a fact that says so.
create function hold_case_owners() returns trigger language plpgsql as $$
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
end $$;
-- Somebody may be taken off the books between finding them and recording a case; then the recording is refused.
create function hold_case_owners_present() returns trigger language plpgsql as $$
begin
  if exists (select from people where institution_id = new.institution_id and id in (new.first_contact_id, new.handler_id) and disabled_at is not null) then
    raise exception 'case % would be held by somebody whose account is closed', new.number using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger cases_owners_present after insert on cases deferrable initially deferred
  for each row when (new.ended_at is null) execute function hold_case_owners_present();
create constraint trigger cases_owners_still_present after update of first_contact_id, handler_id, ended_at on cases deferrable initially deferred
  for each row when (new.ended_at is null and (old.ended_at is not null or old.handler_id <> new.handler_id or old.first_contact_id <> new.first_contact_id))
  execute function hold_case_owners_present();

create constraint trigger cases_owners after update of first_contact_id, handler_id on cases deferrable initially deferred
  for each row when (old.first_contact_id is distinct from new.first_contact_id or old.handler_id is distinct from new.handler_id)
  execute function hold_case_owners();

-- Promise 2: while a case waits for anybody inside, somebody owes something.
create function hold_case_owed() returns trigger language plpgsql as $$
begin
  if exists (select from cases where institution_id = new.institution_id and id = new.id and status in ('registered', 'handling', 'resolved'))
    and not exists (select from obligations where institution_id = new.institution_id and case_id = new.id and state = 'open') then
    raise exception 'case % is open and nobody owes anything', new.number using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger cases_owed after insert or update of status on cases deferrable initially deferred
  for each row when (new.status in ('registered', 'handling', 'resolved')) execute function hold_case_owed();
