import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tables } from '../database/tables.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { dueCases, nextWake } from './store.ts'

const OBLIGATIONS = 5_000

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const { body } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '路灯不亮', category: 'help' })
  await multiply(body.id)
})
afterAll(async () => { await world.drop() })

/** The one case with its obligation many times over, one due every minute. Rights and constraints stay as they are. */
async function multiply(caseId: string): Promise<void> {
  await world.db.transaction().execute(async (trx) => {
    // One long statement, and a busy machine: the limit of a request is not meant for it.
    await sql`set local statement_timeout = 0`.execute(trx)
    await insertMany(trx, caseId)
  })
  await sql`analyze obligations, cases`.execute(world.db)
}

async function insertMany(db: Kysely<Tables>, caseId: string): Promise<void> {
  await sql`with made as (select gen_random_uuid() as id, gen_random_uuid() as duty, n from generate_series(1, ${OBLIGATIONS - 1}) n),
      laid as (insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', made.id, 'number', c.number || '-' || made.n, 'register_serial', made.n + 1))).*
        from cases c, made where c.id = ${caseId})
    insert into obligations select (jsonb_populate_record(o, jsonb_build_object('id', made.duty, 'case_id', made.id, 'due_at', o.due_at + made.n * interval '1 minute',
      'next_at', o.due_at + made.n * interval '1 minute'))).* from obligations o, made where o.case_id = ${caseId}`.execute(db)
}

interface Plan { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The plan that the server makes for the statement `ask` sends, with the values it sends. */
async function planOf(ask: (db: Kysely<Tables>) => Promise<unknown>): Promise<Plan[]> {
  const sent: { text: string; values: unknown[] }[] = []
  const listening = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: world.pool }),
    log: (event) => { sent.push({ text: event.query.sql, values: [...event.query.parameters] }) },
  })
  await ask(listening)
  expect(sent).toHaveLength(1)
  const { rows } = await world.pool.query(`explain (format json) ${sent[0]?.text ?? ''}`, sent[0]?.values)
  return nodes(rows[0]['QUERY PLAN'][0].Plan)
}

describe(`the engine, with ${OBLIGATIONS} obligations open`, () => {
  it.each<[string, (db: Kysely<Tables>) => Promise<unknown>]>([
    ['what is due when little is', (db) => dueCases(db, '2026-03-02T02:10:00.000Z', 200)],
    ['what is due when half of it is, a hundred at a time', (db) => dueCases(db, '2026-03-09T02:00:00.000Z', 100)],
    ['when to wake', (db) => nextWake(db)],
  ])('looks up in the index %s, and never scans the table', async (_name, ask) => {
    const plan = await planOf(ask)
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
    expect(plan.some((node) => node['Index Name'] === 'obligations_next')).toBe(true)
  })

  it('finds the oldest, and no more than it is asked for', async () => {
    const due = await dueCases(world.db, '2026-03-09T02:00:00.000Z', 100)
    expect(due).toHaveLength(100)
    const { rows } = await sql<{ case_id: string }>`select case_id from obligations order by next_at limit 100`.execute(world.db)
    expect(due.map(({ caseId }) => caseId)).toEqual(rows.map(({ case_id: caseId }) => caseId))
  })
})
