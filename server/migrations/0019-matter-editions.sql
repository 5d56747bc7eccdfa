-- Every way to type a name, each between spaces; empty until the worker has spelled it.
alter table people add column spellings text not null default '';
alter table outside_contacts add column spellings text not null default '';
