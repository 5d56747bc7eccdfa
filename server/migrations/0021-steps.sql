-- A matter's promise otherwise than in working days, which have their column: {"amount": 24, "unit": "naturalHours"}. A toll station and a ward answer in hours.
alter table matters add column promised jsonb;
alter table matters add constraint matters_promised check (promised is null
  or (working_days is null and (promised->>'amount')::int between 1 and 8760 and promised->>'unit' in ('workingHours', 'naturalHours', 'naturalDays')));
