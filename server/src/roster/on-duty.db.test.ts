import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'
import { onDutyNow } from './store-duty.ts'

let world: World
const AT = '2026-03-02T02:00:00.000Z'
const UNITS = 20
const PEOPLE = 15

beforeAll(async () => {
  world = await makeWorld('county-bureau', '2026-03-02 10:00')
  const parent = world.units['许可科'] ?? ''
  for (let n = 0; n < UNITS; n += 1) await fill(parent, n)
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

/** A window with its people, all on duty. */
async function fill(parent: string, n: number): Promise<void> {
  const { institutionId } = world
  const id = world.services.newId()
  await sql`insert into units (institution_id, id, parent_id, path, kind, name, phone, position, policy_digest)
    select u.institution_id, ${id}, u.id, u.path || ${id}::uuid, 'window', ${`窗口${n}`}, null, ${n % 7}, u.policy_digest from units u where u.institution_id = ${institutionId} and u.id = ${parent}`.execute(world.db)
  const kindId = world.services.newId()
  await sql`insert into shift_kinds (institution_id, id, unit_id, name, from_time, to_time, weekdays) values (${institutionId}, ${kindId}, ${id}, '早班', '08:30', '17:30', '{1,2,3,4,5}')`.execute(world.db)
  await sql`with made as (insert into people (institution_id, id, unit_id, name, login, pinyin, initials, spellings, phone)
      select ${institutionId}, gen_random_uuid(), ${id}, case i when 3 then '曾乐' else '同名' end, gen_random_uuid()::text, case i when 3 then 'zengle' else 'tongming' end, case i when 3 then 'zl' else 'tm' end, '', '1390000' || lpad(${n * PEOPLE}::int + i || '', 4, '0')
      from generate_series(1, ${PEOPLE}::int) i returning id)
    insert into shifts (institution_id, id, kind_id, unit_id, person_id, day, starts_at, ends_at)
    select ${institutionId}, gen_random_uuid(), ${kindId}, ${id}, id, '2026-03-02', '2026-03-02T00:30:00Z', '2026-03-02T09:30:00Z' from made`.execute(world.db)
}

interface Page { rows: { shiftId: string; name: string; unitId: string; phone: string }[]; next: string | null; at: string }
const ask = async (query: string): Promise<Page> => {
  const { status, body } = await world.call('li', 'GET', `/api/staff/on-duty?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
async function leaf(query: string): Promise<Page['rows']> {
  const rows: Page['rows'] = []
  for (let after = '', more = true; more;) {
    const page = await ask(`${query}${after}`)
    rows.push(...page.rows)
    more = page.next !== null
    after = `&after=${page.next}`
  }
  return rows
}

describe('who is on duty now', () => {
  it('answers a page, and everybody once from page to page, unit by unit', async () => {
    expect((await ask('')).rows).toHaveLength(50)
    const all = await leaf('limit=17')
    expect(all).toHaveLength(UNITS * PEOPLE)
    expect(new Set(all.map(({ shiftId }) => shiftId))).toEqual(new Set((await onDutyNow(world.db, world.institutionId, AT)).map(({ shiftId }) => shiftId)))
    const changes = all.filter(({ unitId }, index) => unitId !== all[index - 1]?.unitId)
    expect(changes).toHaveLength(UNITS)
  })

  it('goes on where it was when somebody has left the roster between two pages', async () => {
    const first = await ask('limit=20')
    const all = (await leaf('')).map(({ shiftId }) => shiftId)
    const last = first.rows.at(-1)?.shiftId ?? ''
    await world.db.updateTable('shifts').set({ ended_at: '2026-03-02T01:59:00.000Z' }).where('id', '=', last).execute()
    const second = await ask(`limit=20&after=${first.next}`)
    expect(second.rows.map(({ shiftId }) => shiftId)).toEqual(all.slice(20, 40))
    await world.db.updateTable('shifts').set({ ended_at: null }).where('id', '=', last).execute()
  })

  it.each([['曾乐', UNITS], ['zengle', UNITS], ['zl', UNITS], ['早班', UNITS * PEOPLE], ['窗口11', PEOPLE], ['13900000007', 1], ['外人', 0], ['%', 0]])('finds by %s', async (q, count) => {
    expect(await leaf(`limit=100&q=${encodeURIComponent(q)}`)).toHaveLength(count)
  })

  it('is asked for a unit with what is below it, and refuses a cursor of another list', async () => {
    const { unitId } = (await ask('limit=1')).rows[0] ?? { unitId: '' }
    expect(await leaf(`unitId=${unitId}&limit=4`)).toHaveLength(PEOPLE)
    expect(await leaf(`unitId=${world.units['许可科']}&limit=100`)).toHaveLength(UNITS * PEOPLE)
    expect(await leaf(`unitId=${world.units['规划科']}`)).toEqual([])
    expect((await world.call('li', 'GET', '/api/staff/on-duty?after=abc')).status).toBe(400)
  })
})
