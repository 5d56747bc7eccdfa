-- Posts, desks, groups and outside contacts are never deleted: cases, matters and editions refer to them. What is given up has a time in `removed_at`.

alter table units add column duties text, add column authority text;
comment on column units.duties is 'What the unit answers for; its people and the units below inherit it.';

alter table people
  add column other_phones text[] not null default '{}',
  add column other_rooms text[] not null default '{}',
  add column languages text[] not null default '{}',
  add column qualifications text[] not null default '{}',
  -- Dispatched and temporary staff are asked like everybody else.
  add column employment text not null default 'regular' check (employment in ('regular', 'dispatched', 'temporary'));

-- One liaison and one deputy a unit; the other roles of a unit may be held by several.
create unique index unit_posts_one_liaison on unit_posts (institution_id, unit_id, post) where post in ('liaison', 'deputyLiaison');

-- A place in a unit with duties and authority, whoever holds it. Beside `unit_posts`, which says who acts for the unit as head, office, liaison …
create table posts (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  duties text,
  authority text,
  -- Where duty and authority end.
  limits text,
  -- Who holds the highest is asked first where several are asked together.
  rank integer not null default 0 check (rank between 0 and 99),
  -- What whoever holds it must have.
  languages text[] not null default '{}',
  qualifications text[] not null default '{}',
  position integer not null default 0,
  removed_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units
);
create unique index posts_name on posts (institution_id, unit_id, name) where removed_at is null;

create table post_holders (
  institution_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  -- Why somebody holds it who lacks what it asks for.
  exception_reason text,
  primary key (institution_id, post_id, person_id),
  foreign key (institution_id, post_id) references posts,
  foreign key (institution_id, person_id) references people
);
create index post_holders_person on post_holders (institution_id, person_id);

-- A counter, desk, office or seat where people are received.
create table desks (
  institution_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('window', 'desk', 'office', 'seat')),
  name text not null,
  scope text,
  room text,
  phone text,
  -- [{ "days": [1, 2, 3, 4, 5], "from": "08:30", "to": "12:00" }]; Monday is 1. Empty: the unit's calendar.
  hours jsonb not null default '[]',
  -- Shown to the public.
  public boolean not null default true,
  position integer not null default 0,
  removed_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units
);
create unique index desks_name on desks (institution_id, unit_id, name) where removed_at is null;

create table desk_staff (
  institution_id uuid not null,
  desk_id uuid not null,
  person_id uuid not null,
  primary key (institution_id, desk_id, person_id),
  foreign key (institution_id, desk_id) references desks,
  foreign key (institution_id, person_id) references people
);
create index desk_staff_person on desk_staff (institution_id, person_id);

create table groups (
  institution_id uuid not null,
  id uuid not null,
  -- Where it belongs on the chart.
  unit_id uuid not null,
  kind text not null check (kind in ('leading', 'working', 'firstContact', 'other')),
  name text not null,
  mandate text,
  manager_id uuid,
  removed_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, manager_id) references people
);
create unique index groups_name on groups (institution_id, name) where removed_at is null;

create table group_members (
  institution_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  part text not null default 'member' check (part in ('member', 'trainer')),
  primary key (institution_id, group_id, person_id),
  foreign key (institution_id, group_id) references groups,
  foreign key (institution_id, person_id) references people
);
create index group_members_person on group_members (institution_id, person_id);

-- Other organisations: where somebody is sent whose question is not ours.
create table outside_contacts (
  institution_id uuid not null references institutions,
  id uuid not null,
  name text not null,
  pinyin text not null default '',
  initials text not null default '',
  scope text,
  keywords text[] not null default '{}',
  phone text,
  address text,
  hours text,
  removed_at timestamptz(3),
  primary key (institution_id, id)
);
create unique index outside_contacts_name on outside_contacts (institution_id, name) where removed_at is null;

-- A workbook that was checked and waits to be applied: its rows as they were read.
create table directory_imports (
  institution_id uuid not null references institutions,
  id uuid not null,
  person_id uuid not null,
  file_name text not null,
  file_digest text not null,
  sheets jsonb not null,
  created_at timestamptz(3) not null,
  applied_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references people
);
create index directory_imports_created on directory_imports (created_at);
