import { sql } from 'kysely'
import type { Db } from '../http/route.ts'
import { streamOf, type Recording } from './chain-facts.ts'
import { columns, record } from './store-record.ts'

/** The recording of an act on one case among many, and whether the members of its units see their cases. */
export interface OneOfMany { recording: Recording; unitSeesItsCases: boolean }

/**
 * Writes acts on many cases, each of another, in one statement: for what one person does to a whole list. For acts that
 * write no words and end no waiting for a unit's signature; where somebody is to be told, the case is written by itself.
 */
export async function recordMany(trx: Db, many: readonly OneOfMany[]): Promise<void> {
  const quiet = many.filter(({ recording: { told, rungs } }) => told.tellings.length === 0 && told.events.length === 0 && rungs.length === 0)
  for (const { recording, unitSeesItsCases } of many) {
    if (!quiet.some((one) => one.recording === recording)) await record(trx, recording, { texts: [], unitSeesItsCases })
  }
  if (quiet.length > 0) await recordQuiet(trx, quiet)
}

async function recordQuiet(trx: Db, many: readonly OneOfMany[]): Promise<void> {
  const institutionId = many[0]?.recording.state.institutionId
  const entries = many.flatMap(({ recording: { state, entries: made } }) => made.map(({ seq, at, actor, kind, data, prev, hash, algorithm }) => ({ stream: streamOf(state.id), seq, at, actor, kind, data, prev, hash, algorithm })))
  // Closed ones first: the partial unique index allows one open obligation of a kind at a time.
  const duties = many.flatMap(({ recording: { state, duties: changed } }) => changed.map((duty) => ({ case_id: state.id, ...duty }))).sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open'))
  const rows = many.map(({ recording: { state, head, entries: made } }) => ({ ...columns(state), state, id: state.id, head_seq: head.seq, head_hash: head.hash, successions: made.filter(({ kind }) => kind === 'succession').length }))
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id' && name !== 'successions')
  await sql`with entries as (insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm)
      select ${institutionId}::uuid, e.* from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(stream text, seq int, at timestamptz, actor text, kind text, data jsonb, prev text, hash text, algorithm text)),
    duties as (insert into obligations as o (institution_id, case_id, id, kind, state, person_id, unit_id, opened_at, opened_seq, warn_at, due_at, estimated, next_at, late_at, rung, paused_at, closed_at, closed_seq)
      select ${institutionId}::uuid, d.* from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as d(case_id uuid, id uuid, kind text, state text, person_id uuid, unit_id uuid, opened_at timestamptz, opened_seq int,
        warn_at timestamptz, due_at timestamptz, estimated boolean, next_at timestamptz, late_at timestamptz, rung int, paused_at timestamptz, closed_at timestamptz, closed_seq int)
      on conflict (institution_id, id) do update set state = excluded.state, person_id = excluded.person_id, unit_id = excluded.unit_id, warn_at = excluded.warn_at, due_at = excluded.due_at, estimated = excluded.estimated,
        next_at = excluded.next_at, late_at = excluded.late_at, rung = excluded.rung, paused_at = excluded.paused_at, closed_at = excluded.closed_at, closed_seq = excluded.closed_seq),
    viewers as (insert into case_viewers (institution_id, viewer, case_id) select ${institutionId}::uuid, v.viewer, v.case_id from (
        select 'p:' || n.party as viewer, n.case_id from ${named(many, newPeople)}
        union select 'h:' || above, n.case_id from ${named(many, newUnits)} join units u on u.institution_id = ${institutionId} and u.id = n.party, unnest(u.path) above
        union select 'm:' || n.party, n.case_id from ${named(many.filter(({ recording, unitSeesItsCases }) => unitSeesItsCases && !recording.state.confidential), newUnits)}) v
      on conflict do nothing)
    update cases c set ${sql.join(names.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`), sql`, `)}, successions = c.successions + r.successions
      from jsonb_populate_recordset(null::cases, ${JSON.stringify(rows)}::jsonb) r where c.institution_id = ${institutionId} and c.id = r.id`.execute(trx)
}

const newPeople = ({ before, state }: Recording): string[] => state.participants.filter((person) => !before?.participants.includes(person))
const newUnits = ({ before, state }: Recording): string[] => state.units.filter((unit) => !before?.units.includes(unit))

function named(many: readonly OneOfMany[], of: (recording: Recording) => string[]) {
  const rows = many.flatMap(({ recording }) => of(recording).map((id) => ({ case_id: recording.state.id, party: id })))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(case_id uuid, party uuid)`
}
