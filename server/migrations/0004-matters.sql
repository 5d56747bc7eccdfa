-- `matters` is the directory in force. A matter taken out of it keeps its row, because cases refer to it; what administrators edit waits in `matter_drafts`.
alter table matters
  add column post_id uuid,
  -- Other names of the matter, no two matters share one. `keywords` may be shared; `examples` are questions as people put them.
  add column synonyms text[] not null default '{}',
  add column examples text[] not null default '{}',
  add column procedure text,
  add column fee text,
  add column fee_basis text,
  add column statutory_days integer check (statutory_days between 0 and 3650),
  add column valid_from date,
  add column valid_until date,
  -- 容缺受理: taken in although a paper that is not decisive is still missing.
  add column lenient boolean not null default false,
  add column citation_required boolean not null default false,
  -- One of the small everyday requests that are offered without typing.
  add column everyday boolean not null default false,
  -- The edition that last changed it, and the one that took it out.
  add column edition integer not null default 0,
  add column removed_in integer,
  add constraint matters_post foreign key (institution_id, post_id) references posts,
  add constraint matters_validity check (valid_from <= valid_until);
drop index matters_name;
create unique index matters_name on matters (institution_id, name) where removed_in is null;
create index matters_everyday on matters (institution_id, name) where everyday and removed_in is null;
create index matters_unit on matters (institution_id, unit_id);

create table matter_drafts (
  institution_id uuid not null references institutions,
  matter_id uuid not null,
  -- The matter as it is to be; null: it is to be taken out of the directory.
  document jsonb,
  name text not null,
  unit_id uuid not null,
  -- The ruling it was made from.
  precedent_id uuid,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  primary key (institution_id, matter_id),
  foreign key (institution_id, unit_id) references units
);
create index matter_drafts_name on matter_drafts (institution_id, name, matter_id);

create table matter_editions (
  institution_id uuid not null references institutions,
  number integer not null check (number > 0),
  published_at timestamptz(3) not null,
  published_by uuid,
  note text,
  -- How many matters the whole directory has with this edition, and how many of them changed.
  matters integer not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  digest text not null,
  primary key (institution_id, number)
);

create table matter_versions (
  institution_id uuid not null,
  matter_id uuid not null,
  edition integer not null,
  change text not null check (change in ('added', 'changed', 'removed')),
  document jsonb not null,
  -- Which fields differ from the version before.
  fields text[] not null default '{}',
  primary key (institution_id, matter_id, edition),
  foreign key (institution_id, edition) references matter_editions
);
create index matter_versions_edition on matter_versions (institution_id, edition, matter_id);

-- A case keeps the edition it was registered under.
alter table cases add column matter_edition integer;

-- What was ruled on unclear cases and is to hold in future.
create table precedents (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  unit_id uuid not null,
  matter_id uuid,
  -- The word pairs of the case it was ruled on, without their order.
  words text[] not null,
  ruled_by uuid not null,
  ruled_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, case_id) references cases,
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, matter_id) references matters
);
create unique index precedents_case on precedents (institution_id, case_id) where revoked_at is null;
create index precedents_words on precedents using gin (words) where revoked_at is null;

-- What finding has learned from handled cases. `units` and `matters` are objects from a target's number to how many cases with the word it handled.
create table finding_targets (
  institution_id uuid not null references institutions,
  number integer not null,
  kind text not null check (kind in ('unit', 'matter')),
  target_id uuid not null,
  cases integer not null,
  words integer not null,
  primary key (institution_id, kind, target_id),
  unique (institution_id, number)
);
create table finding_words (
  institution_id uuid not null references institutions,
  word text collate "C" not null,
  units jsonb not null,
  matters jsonb not null,
  primary key (institution_id, word)
);
-- Each handled case is learned once; when it is handled anew by somebody else, what it taught is taken back first.
create table finding_learned (
  institution_id uuid not null,
  case_id uuid not null,
  unit_id uuid not null,
  matter_id uuid,
  round integer not null,
  words text[] not null,
  primary key (institution_id, case_id)
);
create table finding_progress (
  institution_id uuid primary key references institutions,
  -- Cases that ended before this are learned.
  through timestamptz(3) not null,
  -- How many words are known.
  vocabulary integer not null
);
