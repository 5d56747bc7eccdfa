-- Lists narrowed by who has a case, who was asked first and what came of it, each by an index in the order of the pages.
create index cases_open_of_handler on cases (institution_id, handler_id, id) where ended_at is null;
create index cases_open_of_first_contact on cases (institution_id, first_contact_id, id) where ended_at is null;
create index cases_outcome on cases (institution_id, outcome, id) where outcome is not null;

-- From when on the person ought to have a date and has none; and since when the first contact has not followed what somebody
-- else handles. Both follow from the state; of what is open already the first is told by its registration, the second by when it left the first contact's hands.
alter table cases add column unpromised_from timestamptz(3);
alter table cases add column unfollowed_since timestamptz(3);
update cases c set
  unpromised_from = case when c.status in ('registered', 'handling') and c.state->>'promise' is null and c.state->>'matterDays' is null and coalesce((c.state#>>'{course,extensions}')::int, 0) = 0
    and not exists (select from obligations o where o.institution_id = c.institution_id and o.case_id = c.id and o.kind = 'resolve' and o.state = 'open' and o.paused_at is not null) then c.registered_at end,
  unfollowed_since = case when c.status in ('handling', 'resolved') and c.handler_id <> c.first_contact_id then
    coalesce((with held as (select l.nth, l.leg->>'personId' as person, l.leg->>'from' as since from jsonb_array_elements(c.state->'legs') with ordinality l(leg, nth) where l.leg->>'kind' = 'hold')
      select h.since::timestamptz from held h where h.nth > coalesce((select max(nth) from held where person = c.first_contact_id::text), 0) order by h.nth limit 1), (c.state->>'signedAt')::timestamptz) end
where c.ended_at is null and c.status <> 'answered';
-- Where the regulation lets the first contact go once another has signed for the case, there is nothing to follow.
alter table policies add column releases_first_contact boolean not null generated always as (coalesce(document->>'firstContactUntil', 'end') = 'signedFor') stored;
create index cases_unpromised on cases (institution_id, id) where unpromised_from is not null;
create index cases_unfollowed on cases (institution_id, first_contact_id, unfollowed_since, id) where unfollowed_since is not null;

-- What a unit had to finish, by when it fell due: for its on-time rate.
create index obligations_finish on obligations (institution_id, unit_id, due_at) where kind = 'resolve' and state <> 'void';

-- Whoever may rule has an open ruling in the to-do list, as everybody asked from now on has.
insert into obligation_rungs (institution_id, obligation_id, rung, person_id, fired_at)
  select o.institution_id, o.id, 0, arbiter::uuid, o.opened_at from obligations o
    join cases c on c.institution_id = o.institution_id and c.id = o.case_id, lateral jsonb_array_elements_text(c.state#>'{ruling,arbiters}') arbiter
  where o.kind = 'rule' and o.state = 'open' and jsonb_typeof(c.state#>'{ruling,arbiters}') = 'array' and arbiter is distinct from o.person_id::text
on conflict do nothing;
