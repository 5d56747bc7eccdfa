-- An obligation belongs to a case or to something else with a ledger stream of its own: a shift, a bell.
alter table obligations
  alter column case_id drop not null,
  add column stream text collate "C",
  -- The obligation with its steps, where no case's state holds it, and the policy whose ladder it climbs.
  add column plan jsonb,
  add column policy_digest text references policies,
  add constraint obligation_has_one_subject check (num_nonnulls(case_id, stream) = 1),
  add constraint obligation_elsewhere_has_plan check (num_nonnulls(stream, plan, policy_digest) in (0, 3));
create unique index one_open_obligation_of_a_kind_elsewhere on obligations (institution_id, stream, kind) where state = 'open' and stream is not null;
create index obligations_elsewhere on obligations (institution_id, due_at, id) where state = 'open' and stream is not null;
create index obligations_stream on obligations (institution_id, stream) where stream is not null;

create table shift_kinds (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  -- Local time of day; an end that is not after the beginning lies on the next day.
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- 1 is Monday.
  weekdays integer[] not null check (cardinality(weekdays) > 0 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  -- The post that whoever is on duty fills, e.g. firstContact; null where it is nobody's in particular.
  post text,
  -- Bells go to one's own team first.
  team text,
  least integer not null default 1 check (least between 0 and 100),
  -- Languages and qualifications without which nobody is rostered.
  needs text[] not null default '{}',
  -- What somebody chosen should have; may be overridden with a reason.
  criteria text[] not null default '{}',
  retired_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units
);
create unique index shift_kinds_name on shift_kinds (institution_id, unit_id, name) where retired_at is null;

create table shifts (
  institution_id uuid not null,
  id uuid not null,
  kind_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  day date not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  override_reason text,
  -- The person read what was left over, and when.
  begun_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, kind_id) references shift_kinds,
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people,
  -- Who is on duty now is looked up among the shifts that began within this time.
  check (ends_at > starts_at and ends_at <= starts_at + interval '36 hours')
);
create unique index shifts_once on shifts (institution_id, kind_id, day, person_id);
create index shifts_now on shifts (institution_id, starts_at);
create index shifts_unit on shifts (institution_id, unit_id, starts_at);
create index shifts_person on shifts (institution_id, person_id, starts_at);

create table absences (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('leave', 'trip', 'out')),
  from_at timestamptz(3) not null,
  -- Null: until the person says otherwise.
  to_at timestamptz(3),
  deputy_id uuid,
  note text,
  recorded_by uuid not null,
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references people,
  foreign key (institution_id, deputy_id) references people,
  check (to_at is null or to_at > from_at)
);
create index absences_person on absences (institution_id, person_id, to_at);
create index absences_time on absences (institution_id, to_at);

create table covers (
  institution_id uuid not null,
  -- Holder of the A post; the deputy holds the B post. Never both away.
  person_id uuid not null,
  deputy_id uuid not null check (deputy_id <> person_id),
  primary key (institution_id, person_id),
  foreign key (institution_id, person_id) references people,
  foreign key (institution_id, deputy_id) references people
);
create index covers_deputy on covers (institution_id, deputy_id);

create table person_skills (
  institution_id uuid not null,
  person_id uuid not null,
  skill text not null,
  primary key (institution_id, person_id, skill),
  foreign key (institution_id, person_id) references people
);

create table roster_feeds (
  institution_id uuid not null,
  person_id uuid not null,
  digest bytea not null unique,
  created_at timestamptz(3) not null,
  primary key (institution_id, person_id),
  foreign key (institution_id, person_id) references people
);

create table shift_handovers (
  institution_id uuid not null,
  shift_id uuid not null,
  successor_id uuid not null,
  notes text,
  salt bytea,
  -- What was open when it was written: cases, promises, papers in custody.
  contents jsonb not null,
  written_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  primary key (institution_id, shift_id),
  foreign key (institution_id, shift_id) references shifts,
  foreign key (institution_id, successor_id) references people
);
create index shift_handovers_successor on shift_handovers (institution_id, successor_id) where accepted_at is null;

create table shift_rounds (
  institution_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  items jsonb not null,
  done_at timestamptz(3) not null,
  primary key (institution_id, id),
  foreign key (institution_id, shift_id) references shifts
);
create index shift_rounds_shift on shift_rounds (institution_id, shift_id);

create table bells (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  team text,
  place text not null,
  rung_at timestamptz(3) not null,
  -- From when on any group may and shall answer.
  open_to_all_at timestamptz(3) not null,
  answered_by uuid,
  answered_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, answered_by) references people,
  check ((answered_by is null) = (answered_at is null))
);
create index bells_open on bells (institution_id, rung_at) where answered_at is null;
create index bells_unit on bells (institution_id, unit_id, rung_at);

create table successions (
  institution_id uuid not null,
  id uuid not null,
  leaver_id uuid not null,
  successor_id uuid not null,
  case_id uuid not null,
  named_by uuid not null,
  named_at timestamptz(3) not null,
  signed_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, leaver_id) references people,
  foreign key (institution_id, successor_id) references people,
  foreign key (institution_id, named_by) references people,
  foreign key (institution_id, case_id) references cases
);
create unique index successions_open on successions (institution_id, leaver_id, case_id) where signed_at is null;
create index successions_successor on successions (institution_id, successor_id) where signed_at is null;
