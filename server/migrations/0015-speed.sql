-- What is still open is looked through at every key pressed at the counter: few cases, and an index of their own.
alter table case_search add column open boolean not null default false;
update case_search s set open = true from cases c where c.institution_id = s.institution_id and c.id = s.case_id and c.ended_at is null;
create index case_search_open on case_search using gin (words) where open;
