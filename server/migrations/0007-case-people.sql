-- What colleagues do with each other in a case: messages passed on, papers handed over, questions asked before an answer,
-- inquiries outside, cases that belong together, emergencies.

-- What a case was split off from, and what it was merged into; both follow from its state.
alter table cases add column parent_id uuid, add column merged_into_id uuid;
create index cases_parent on cases (institution_id, parent_id) where parent_id is not null;
create index cases_merged_into on cases (institution_id, merged_into_id) where merged_into_id is not null;
