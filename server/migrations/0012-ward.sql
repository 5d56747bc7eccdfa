-- Common tasks of a shift, receiving in rotation, rounds announced.
alter table shift_kinds
  -- The directory's post that whoever is on duty fills: what it asks for is asked here too.
  add column post_id uuid,
  -- Whoever is on duty in it leads the others (主班).
  add column main boolean not null default false,
  -- Common tasks of each of its shifts: [{ "task": "测量生命体征", "by": "08:30" }]; `by` null: before the shift ends.
  add column tasks jsonb not null default '[]',
  add constraint shift_kinds_post foreign key (institution_id, post_id) references posts;

-- Something to be done on a shift. Its entries stand on the stream of the shift that it began in, whoever has it now.
create table shift_tasks (
  institution_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  unit_id uuid not null,
  -- The policy's name of what happened, an arrival for one; null for a common task that was planned.
  occasion text,
  task text not null,
  person_id uuid not null,
  -- Told of it, and may take it; until then it stays with `person_id`.
  offered_to uuid,
  received_by uuid,
  since timestamptz(3) not null,
  due_at timestamptz(3) not null,
  -- Points to tick: [{ "item": "…", "at": null, "by": null }]; none: the task is done at once.
  items jsonb not null default '[]',
  -- The person is asked how satisfied they are; grades 5 to 1.
  satisfaction boolean not null default false,
  grade integer check (grade between 1 and 5),
  comment text,
  salt bytea,
  done_at timestamptz(3),
  done_by uuid,
  primary key (institution_id, id),
  -- A shift that is taken off the roster takes its common tasks with it.
  foreign key (institution_id, shift_id) references shifts on delete cascade,
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people,
  foreign key (institution_id, offered_to) references people,
  foreign key (institution_id, received_by) references people,
  foreign key (institution_id, done_by) references people,
  check ((done_at is null) = (done_by is null))
);
create index shift_tasks_open on shift_tasks (institution_id, unit_id, due_at, id) where done_at is null;
create index shift_tasks_done on shift_tasks (institution_id, unit_id, done_at, id) where done_at is not null;
create index shift_tasks_shift on shift_tasks (institution_id, shift_id);
create index shift_tasks_person on shift_tasks (institution_id, person_id, due_at) where done_at is null;
-- Whose turn it is.
create index shift_tasks_turn on shift_tasks (institution_id, unit_id, since) where occasion is not null;

-- A head's or a department's visit to a unit (查房), announced, with who receives it.
create table walkrounds (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  visitor_id uuid not null,
  -- Null: whoever is on duty then.
  receiver_id uuid,
  at timestamptz(3) not null,
  planned_by uuid not null,
  -- [{ "text": "…", "caseId": null }]; empty: nothing amiss.
  findings jsonb,
  salt bytea,
  recorded_at timestamptz(3),
  recorded_by uuid,
  cancelled_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, visitor_id) references people,
  foreign key (institution_id, receiver_id) references people,
  foreign key (institution_id, planned_by) references people,
  foreign key (institution_id, recorded_by) references people,
  check ((findings is null) = (recorded_at is null) and (recorded_at is null) = (recorded_by is null)),
  check (recorded_at is null or cancelled_at is null)
);
create index walkrounds_unit on walkrounds (institution_id, unit_id, at, id);
create index walkrounds_visitor on walkrounds (institution_id, visitor_id, at);
create index walkrounds_receiver on walkrounds (institution_id, receiver_id, at) where receiver_id is not null;

-- A shift owes several tasks at once.
drop index one_open_obligation_of_a_kind_elsewhere;
create unique index one_open_obligation_of_a_kind_elsewhere on obligations (institution_id, stream, kind)
  where state = 'open' and stream is not null and kind <> 'task';
