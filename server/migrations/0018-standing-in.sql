-- Who stood in for whom, from when to when: the holder of a B post for a colleague who was away.
create table stand_ins (
  institution_id uuid not null,
  id uuid not null,
  absence_id uuid not null,
  person_id uuid not null,
  deputy_id uuid not null,
  began_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (institution_id, id),
  foreign key (institution_id, person_id) references people,
  foreign key (institution_id, deputy_id) references people
);
create unique index stand_ins_open on stand_ins (institution_id, absence_id) where ended_at is null;
create index stand_ins_person on stand_ins (institution_id, person_id, began_at);
create index stand_ins_deputy on stand_ins (institution_id, deputy_id, began_at);
create index absences_deputy on absences (institution_id, deputy_id) where deputy_id is not null;
-- What was done in a colleague's place.
create index ledger_in_place on ledger_entries (institution_id, (data ->> 'inPlaceOf'), at) where data ->> 'inPlaceOf' is not null;
