import { sql } from 'kysely'
import { firedFacts } from '@daodi/domain/cases/advance-obligation.ts'
import { dueSteps, type Obligation, type Step } from '@daodi/domain/obligations/obligation.ts'
import { caseKeeper } from '../cases/keeper.ts'
import { connect, type Connection } from '../database/connect.ts'
import type { World } from '../testing-world.ts'
import { advanceObligations } from './advance.ts'

export interface Engine extends Connection {
  /** One round; how many steps it took. */
  advance(limit?: number): Promise<number>
  /** Rounds until nothing is left that is due. */
  catchUp(limit?: number): Promise<number>
}

/** A worker's engine with connections of its own; its clock is the world's. */
export function makeEngine(world: World, connection: Connection = connect(world.url)): Engine {
  const services = { ...world.services, db: connection.db }
  const advance: Engine['advance'] = (limit = 200) => advanceObligations(services, caseKeeper, { limit })
  return {
    ...connection, advance,
    catchUp: async (limit) => {
      let taken = 0
      for (let now = await advance(limit); now > 0; now = await advance(limit)) taken += now
      return taken
    },
  }
}

/** One step of one obligation, as planned or as written in the ledger. What a ruling that was passed on opened has no id before; it is called by the target that owes it. */
export interface FiredStep { stream: string; obligationId: string; at: string; what: string; /** The transaction it was fired in; none yet where it is only planned. */ xid?: string }

/** Everything that is still to fire by `until`, if nobody acts, as each case plans it in one go, and each duty outside cases; nothing is written. */
export async function plannedSteps(world: World, until: string): Promise<FiredStep[]> {
  const rows = await world.db.selectFrom('cases').select(['id', 'institution_id'])
    .where((is) => is.exists(is.selectFrom('obligations').select('kind').whereRef('case_id', '=', 'cases.id').where('state', '=', 'open').where('next_at', '<=', until))).execute()
  const services = { ...world.services, clock: () => until }
  const planned = await Promise.all(rows.map(async ({ id, institution_id: institutionId }) => {
    const opened = await caseKeeper.lock(services, { institutionId, caseId: id })
    if (!opened) return []
    const { facts, steps } = firedFacts(opened.state, opened.rules, opened.finders)
    const names = new Map(facts.flatMap((fact) => (fact.kind === 'ruling-passed-on' ? (fact.opens ?? []).map((owed) => [owed.id, `target ${fact.level}`] as const) : [])))
    return steps.map(({ obligationId, step }) => ({ stream: `case:${id}`, obligationId: names.get(obligationId) ?? obligationId, at: step.at, what: nameOf(step) }))
  }))
  return [...planned.flat(), ...await plannedOutsideCases(world, until)]
}

const nameOf = (step: Step): string => (step.kind === 'rung' ? `rung ${step.rung}` : step.kind)

async function plannedOutsideCases(world: World, until: string): Promise<FiredStep[]> {
  const rows = await world.db.selectFrom('obligations').select(['stream', 'plan']).where('case_id', 'is', null).where('state', '=', 'open').execute()
  return rows.flatMap(({ stream, plan }) => {
    const obligation = plan as unknown as Obligation
    return dueSteps(obligation, until).map((step) => ({ stream: stream ?? '', obligationId: obligation.id, at: step.at, what: nameOf(step) }))
  })
}

const WHAT: Readonly<Record<string, string>> = { 'obligation-warned': 'warn', 'obligation-late': 'late' }

/** Everything that has fired, in the order in which it was committed where one engine ran alone. */
export async function firedSteps(world: World): Promise<FiredStep[]> {
  const rows = await world.db.selectFrom('ledger_entries').select(['stream', 'kind', 'data', 'xid']).where('kind', 'in', ['obligation-warned', 'obligation-late', 'obligation-climbed'])
    .orderBy('xid').orderBy('stream').orderBy('seq').execute()
  const names = new Map((await passings(world)).map(({ opened, level }) => [opened, `target ${level}`]))
  return rows.map(({ stream, kind, data, xid }) => {
    const id = String(data['obligationId'])
    return { stream, obligationId: names.get(id) ?? id, at: String(data['scheduledAt']), what: WHAT[kind] ?? `rung ${String(data['rung'])}`, xid }
  })
}

/** Every ruling that was passed on, to which of the policy's targets, and the obligation that this opened. */
export async function passings(world: World): Promise<{ stream: string; level: number; opened: string }[]> {
  const rows = await world.db.selectFrom('ledger_entries').select(['stream', 'data']).where('kind', '=', 'ruling-passed-on').orderBy('stream').orderBy('seq').execute()
  return rows.map(({ stream, data }) => ({ stream, level: Number(data['level']), opened: String((data['opens'] as { id: string }[])[0]?.id) }))
}

/** A list of steps in one fixed order, to be compared whatever order they fired in. */
export function sorted(steps: readonly FiredStep[]): string[] {
  return steps.map((step) => `${step.stream} ${step.obligationId} ${step.at} ${step.what}`).toSorted()
}

/** Rungs in the table that no ledger entry tells of, or the other way round, or told more than once. */
export async function differingRungs(world: World): Promise<unknown[]> {
  const { rows } = await sql`
    with told as (select (l.data->>'obligationId')::uuid as obligation_id, (l.data->>'rung')::int as rung, person::uuid as person_id, count(*) as times
        from ledger_entries l, jsonb_array_elements_text(l.data->'people') person where l.kind = 'obligation-climbed' group by 1, 2, 3)
    select * from told t full join (select * from obligation_rungs where rung > 0) r using (obligation_id, rung, person_id) where t.times is distinct from 1 or r.obligation_id is null`.execute(world.db)
  return rows
}
