-- A matter's promise otherwise than in working days, which have their column: {"amount": 24, "unit": "naturalHours"}. A toll station and a ward answer in hours.
alter table matters add column promised jsonb;
alter table matters add constraint matters_promised check (promised is null
  or (working_days is null and (promised->>'amount')::int between 1 and 8760 and promised->>'unit' in ('workingHours', 'naturalHours', 'naturalDays')));

-- How often a case was passed on to another unit, leave that was refused for it included, and how often it was sent back: counted from the ledger,
-- because the state forgets returns with every new round. Lists of what is pushed to and fro (推诿) go by an index in the order of the pages.
alter table cases add column referred smallint not null default 0;
alter table cases add column returned smallint not null default 0;
update cases c set referred = n.referred, returned = n.returned
from (select e.institution_id, substr(e.stream, 6)::uuid as case_id, count(*) filter (where e.kind <> 'referral-returned') as referred, count(*) filter (where e.kind = 'referral-returned') as returned
  from ledger_entries e where e.stream like 'case:%' and (e.kind in ('referral-returned', 'transfer-refused')
    or (e.kind = 'referral-made' and e.data#>>'{referral,toUnitId}' is distinct from e.data#>>'{referral,from,unitId}')) group by e.institution_id, e.stream) n
where c.institution_id = n.institution_id and c.id = n.case_id;
create index cases_passed_on on cases (institution_id, id) where referred > 1 or returned > 1;
