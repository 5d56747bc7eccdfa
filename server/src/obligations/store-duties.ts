import { sql } from 'kysely'
import { nextAt, type Closing, type Obligation } from '@daodi/domain/obligations/obligation.ts'
import type { Db } from '../http/route.ts'

/** An obligation whose subject is not a case but another stream of the ledger: a shift, a bell. The table holds its plan. */
export interface KeptDuty {
  institutionId: string
  stream: string
  policyDigest: string
  obligation: Obligation
}

/** `seq`: the entry of the stream that opened it. */
export async function insertDuties(trx: Db, duties: readonly (KeptDuty & { seq: number })[]): Promise<void> {
  if (duties.length === 0) return
  const rows = JSON.stringify(duties.map(({ institutionId, stream, policyDigest, obligation, seq }) => ({
    ...columnsOf(obligation), institution_id: institutionId, stream, policy_digest: policyDigest, kind: obligation.kind, opened_at: obligation.openedAt, opened_seq: seq,
    person_id: obligation.personId, unit_id: obligation.unitId, id: obligation.id,
  })))
  await sql`insert into obligations (institution_id, id, stream, kind, state, person_id, unit_id, opened_at, opened_seq, warn_at, due_at, estimated, next_at, late_at, rung, paused_at, plan, policy_digest)
    select d.institution_id, d.id, d.stream, d.kind, 'open', d.person_id, d.unit_id, d.opened_at, d.opened_seq, d.warn_at, d.due_at, d.estimated, d.next_at, d.late_at, d.rung, d.paused_at, d.plan, d.policy_digest
    from jsonb_to_recordset(${rows}::jsonb) as d(institution_id uuid, id uuid, stream text, kind text, person_id uuid, unit_id uuid, opened_at timestamptz, opened_seq int, warn_at timestamptz,
      due_at timestamptz, estimated boolean, next_at timestamptz, late_at timestamptz, rung int, paused_at timestamptz, plan jsonb, policy_digest text)`.execute(trx)
}

/** What follows from the plan. */
function columnsOf(obligation: Obligation) {
  return {
    warn_at: obligation.steps.find((step) => step.kind === 'warn')?.at ?? null, due_at: obligation.dueAt, estimated: obligation.estimated, next_at: nextAt(obligation),
    late_at: obligation.lateAt, rung: obligation.rung, paused_at: obligation.pausedAt, plan: obligation,
  }
}

/** Holds the obligation until the transaction ends; null when it is open no more. */
export async function lockDuty(trx: Db, institutionId: string, id: string): Promise<KeptDuty | null> {
  const row = await trx.selectFrom('obligations').select(['stream', 'plan', 'policy_digest']).where('institution_id', '=', institutionId).where('id', '=', id)
    .where('state', '=', 'open').where('stream', 'is not', null).forUpdate().executeTakeFirst()
  if (!row?.stream || !row.plan || !row.policy_digest) return null
  return { institutionId, stream: row.stream, policyDigest: row.policy_digest, obligation: row.plan as unknown as Obligation }
}

/** After steps were taken. */
export async function saveDuty(trx: Db, { institutionId, obligation }: KeptDuty): Promise<void> {
  const { plan, ...columns } = columnsOf(obligation)
  await trx.updateTable('obligations').set({ ...columns, plan: JSON.stringify(plan) }).where('institution_id', '=', institutionId).where('id', '=', obligation.id).execute()
}

export interface RungTold { obligationId: string; rung: number; personId: string }

export async function tellRungs(trx: Db, institutionId: string, told: readonly RungTold[], at: string): Promise<void> {
  if (told.length === 0) return
  await trx.insertInto('obligation_rungs').values(told.map(({ obligationId, rung, personId }) => ({ institution_id: institutionId, obligation_id: obligationId, rung, person_id: personId, fired_at: at })))
    .onConflict((conflict) => conflict.doNothing()).execute()
}

export interface ClosedDuties { institutionId: string; streams: readonly string[]; kinds: readonly Obligation['kind'][]; abouts?: readonly string[]; as: Closing['as']; at: string }

/** Ends what is open of these kinds on these streams, about these things where they are named; gives the ids by stream, for the facts that say so. */
export async function closeDuties(trx: Db, closed: ClosedDuties): Promise<{ id: string; stream: string }[]> {
  const about = closed.abouts === undefined ? sql`` : sql`and o.plan->>'about' = any(${[...closed.abouts]})`
  const { rows } = await sql<{ id: string; stream: string }>`
    update obligations o set state = ${closed.as}, next_at = null, closed_at = ${closed.at}, closed_seq = 1 + coalesce((select max(l.seq) from ledger_entries l
      where l.institution_id = o.institution_id and l.stream = o.stream), 0)
    where o.institution_id = ${closed.institutionId} and o.stream = any(${[...closed.streams]}) and o.kind = any(${[...closed.kinds]}) and o.state = 'open' ${about} returning o.id, o.stream`.execute(trx)
  return rows
}
