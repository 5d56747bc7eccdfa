-- The regulation in the hands of the administrator: what a version was published for, drafts, and the working time of single units.

alter table policy_versions add column note text, add column restores integer check (restores > 0);
comment on column policy_versions.restores is 'The earlier version whose settings this one publishes anew.';

create table policy_drafts (
  institution_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  -- The version that was in force when the draft was begun; 0 for none.
  based_on integer not null check (based_on >= 0),
  document jsonb not null,
  saved_at timestamptz(3) not null,
  primary key (institution_id, unit_id, person_id),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, person_id) references people
);
comment on table policy_drafts is 'One a person and unit. Without effect until it is published.';

-- Of the root unit a whole calendar, of any unit below a part of one, inherited downwards like the policy.
alter table calendars add column unit_id uuid, add column published_by uuid, add column note text, add column restores integer check (restores > 0);
update calendars c set unit_id = i.root_unit_id from institutions i where i.id = c.institution_id;
alter table calendars alter column unit_id set not null, drop constraint calendars_pkey, add primary key (institution_id, unit_id, version),
  add foreign key (institution_id, unit_id) references units;
