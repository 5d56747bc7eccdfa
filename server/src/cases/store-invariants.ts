import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Questions whose answer must be nothing, whatever has happened: each is one of the product's promises, asked of the
 * whole database. For tests.
 */
const INVARIANTS: Readonly<Record<string, ReturnType<typeof sql>>> = {
  'an open case without first contact or handler who work here': sql`
    select c.number from cases c where c.ended_at is null and (not exists (select from people p where p.institution_id = c.institution_id and p.id = c.first_contact_id and p.disabled_at is null)
      or not exists (select from people p where p.institution_id = c.institution_id and p.id = c.handler_id and p.disabled_at is null))`,
  'an open case one of whose pair does not work here': sql`
    select c.number from cases c cross join jsonb_array_elements(c.state->'pair') x where c.ended_at is null and not exists (select from people p where p.institution_id = c.institution_id and p.id::text = x->>'personId' and p.disabled_at is null)`,
  'columns that are not what the state says': sql`
    select c.number from cases c where c.status <> c.state->>'status' or c.handler_id::text <> c.state#>>'{handler,personId}' or c.first_contact_id::text <> c.state#>>'{firstContact,personId}'
      or c.round <> (c.state->>'round')::int or coalesce(c.pending_unit_id::text, '') <> coalesce(c.state#>>'{referral,toUnitId}', '')`,
  'open obligations that are not those of the state': sql`
    select c.number from cases c where (select coalesce(array_agg(o.id::text order by o.id::text), '{}') from obligations o where o.institution_id = c.institution_id and o.case_id = c.id and o.state = 'open')
      <> (select coalesce(array_agg(x->>'id' order by x->>'id'), '{}') from jsonb_array_elements(c.state->'obligations') x)`,
  'a status without the obligation that belongs to it': sql`
    select c.number from cases c where (case c.status when 'registered' then 'decide' when 'handling' then 'resolve' when 'resolved' then 'reply' end) is not null
      and not exists (select from obligations o where o.institution_id = c.institution_id and o.case_id = c.id and o.state = 'open'
        and o.kind = case c.status when 'registered' then 'decide' when 'handling' then 'resolve' when 'resolved' then 'reply' end)`,
  'an ended case that still owes something else than a look at its effect or a decision on what was said again': sql`
    select c.number from cases c where c.ended_at is not null and exists (select from obligations o where o.institution_id = c.institution_id and o.case_id = c.id and o.state = 'open' and (o.kind not in ('checkEffect', 'appeal') or c.status <> 'closed'))`,
  'a case that ended before one split off from it': sql`
    select p.number from cases p join cases c on c.institution_id = p.institution_id and c.parent_id = p.id where p.status = 'closed' and c.ended_at is null and c.round = 1`,
  'a merged case whose main case does not know it': sql`
    select c.number from cases c where c.status = 'merged' and not exists (select from cases m where m.institution_id = c.institution_id and m.id = c.merged_into_id
      and m.state->'joined' @> jsonb_build_array(jsonb_build_object('id', c.id)))`,
  'a gap or a repetition in a register': sql`
    select r.day::text as number from register_counters r where (select count(*) from cases c where c.institution_id = r.institution_id and c.register_unit_id = r.unit_id and c.register_day = r.day) <> r.last
      or (select coalesce(max(c.register_serial), 0) from cases c where c.institution_id = r.institution_id and c.register_unit_id = r.unit_id and c.register_day = r.day) <> r.last`,
  'a case whose head is not the last entry of its stream': sql`
    select c.number from cases c where not exists (select from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.seq = c.head_seq and l.hash = c.head_hash)
      or exists (select from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.seq > c.head_seq)`,
  'a handler who changed without a fact that says so': sql`
    select c.number from cases c where c.handler_id <> c.first_contact_id and not exists (select from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id
      and l.kind in ('referral-accepted', 'ruling-given', 'succession'))`,
}

/** The broken promises, each with up to five cases; empty when all hold. */
export async function brokenInvariants(db: Db): Promise<{ promise: string; numbers: string[] }[]> {
  const broken: { promise: string; numbers: string[] }[] = []
  for (const [promise, question] of Object.entries(INVARIANTS)) {
    const { rows } = await sql<{ number: string }>`select number from (${question}) broken limit 5`.execute(db)
    if (rows.length > 0) broken.push({ promise, numbers: rows.map((row) => row.number) })
  }
  return broken
}
