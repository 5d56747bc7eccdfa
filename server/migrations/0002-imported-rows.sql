create table imported_rows (
  institution_id uuid not null,
  unit_id uuid not null,
  -- What tells one line of a paper register from the others: its number and day, else all of its content.
  identity bytea not null,
  content bytea not null,
  case_id uuid not null,
  imported_at timestamptz(3) not null,
  primary key (institution_id, unit_id, identity),
  foreign key (institution_id, unit_id) references units,
  foreign key (institution_id, case_id) references cases
);
comment on table imported_rows is 'Digests of lines taken over from paper registers, so that none is taken twice; kept when a person is erased, so that they do not come back.';
create index imported_rows_case on imported_rows (institution_id, case_id);
