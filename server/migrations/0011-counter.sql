-- Where a case was taken: the window or desk, if any. It is laid down with the registration and never changes.
alter table cases add column desk_id uuid, add constraint cases_desk_fkey foreign key (institution_id, desk_id) references desks;
create index cases_desk on cases (institution_id, desk_id, id) where desk_id is not null;

-- A shift that staffs a window or desk; null where it staffs the unit.
alter table shift_kinds add column desk_id uuid, add constraint shift_kinds_desk_fkey foreign key (institution_id, desk_id) references desks;

-- Who coordinates which team.
create index groups_manager on groups (institution_id, manager_id) where removed_at is null and manager_id is not null;
